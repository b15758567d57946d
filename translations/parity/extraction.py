"""Find the facts in one text: each rule takes its passages out, so that no digit is read twice."""

import re

from translations.parity.addresses import take_addresses
from translations.parity.calendar import day_and_month, take_dates, take_numeric_dates, take_short_dates
from translations.parity.clock import take_bare_ranges, take_times
from translations.parity.facts import Draft, Fact
from translations.parity.lists import take_lists
from translations.parity.money import take_money
from translations.parity.numerals import ANY, value_of, written
from translations.parity.periods import take_periods
from translations.parity.phones import take_phones, take_short_phones
from translations.parity.spelled import ONE, PAD, spell_out

LANGUAGES = ("ro", "ru", "nl", "en")
# One letter for another, so that places in the text stay the same.
_SAME_LETTERS = str.maketrans("\u00a0\u202f\u2007\u2009\t\x00\x01\x02", "        ")
_WITHOUT_MARKS = {
    "ro": str.maketrans("ăâîșşțţ", "aaisstt"),
    "ru": str.maketrans("ё", "е"),
    "nl": str.maketrans("ë", "e"),
}
_NUMBER = re.compile(rf"(?<![\w.,])(?:{ANY})(?![^\Ws]|s\w)")
_MARKS = re.compile(r"</?[a-z][^<>]*>|\*\*|[\u200b\u2060\ufeff\u00ad]")
_NUMBERED = re.compile(
    r"(?<!\w)(?:articol(?:ul|ului)?|art\.|articles?|artikel|стат[а-я]{1,3}|ст\.|nr\.|no\.|№|n[°º]) ?$"
)
_SMALL = 100  # below, a number without a unit or decimals is too often said in words or left out


def extract(language: str, text: str) -> list[Fact]:
    """All facts of a text in one of the four languages, in the order in which they stand there.

    Raises ValueError for another language.
    """
    if language not in LANGUAGES:
        raise ValueError(f"{language!r} is none of {', '.join(LANGUAGES)}")
    draft = Draft(language, text, plain(language, text))
    take_addresses(draft)
    take_lists(draft)
    take_numeric_dates(draft)
    take_phones(draft)
    _hide_marks(draft)
    draft.plain = spell_out(language, draft.plain)
    take_short_dates(draft)
    take_dates(draft)
    take_money(draft)
    take_times(draft)
    take_periods(draft)
    take_bare_ranges(draft)
    take_short_phones(draft)
    _take_numbers(draft)
    return sorted(draft.facts, key=lambda fact: (fact.start, fact.end))


def plain(language: str, text: str) -> str:
    """The text in small letters with one kind of space; every letter stays in its place."""
    small = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text.translate(_SAME_LETTERS))
    return small.translate(_WITHOUT_MARKS.get(language, {}))


def _hide_marks(draft: Draft) -> None:
    """Let bold and other marks between a number and its unit count as a gap: "<b>3</b> luni", "**3** luni"."""
    draft.plain = draft.plain.replace("&nbsp;", " ".rjust(len("&nbsp;"), PAD))
    draft.plain = _MARKS.sub(lambda match: PAD * len(match[0]), draft.plain)


def _take_numbers(draft: Draft) -> None:
    """Take what is left: numbers of three digits, with decimals, of an article; smaller ones are uncertain."""
    for match in _NUMBER.finditer(draft.plain):
        if ONE in match.group():
            continue
        value = value_of(match.group())
        text = match.group().strip(PAD)
        is_named = bool(_NUMBERED.search(draft.plain[max(0, match.start() - 12) : match.start()]))
        is_long = value >= _SMALL or value % 1 or len(text) >= 3
        if (is_long or is_named) and not match.group().startswith(PAD):
            draft.take("number", written(value), match.span(), (("phone", text), *day_and_month(text)))
        else:
            times = (("time", f"{int(value) % 24:02}:00"),) if value <= 24 and value % 1 == 0 else ()
            draft.take("number", written(value), match.span(), times, certain=False)

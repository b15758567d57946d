"""Dates: in words and in digits, with or without the year, ranges, a month with its year, a month alone."""

import re
from functools import cache

from translations.parity.facts import Draft, Reading
from translations.parity.numerals import DASH, GAP

MONTHS = {
    "ro": (
        r"ianuarie|ian\.", r"februarie|feb\.", r"martie|mart?\.", r"aprilie|apr\.", r"mai", r"iunie|iun\.",
        r"iulie|iul\.", r"august|aug\.", r"septembrie|sept?\.", r"octombrie|oct\.", r"noiembrie|noi\.|nov\.",
        r"decembrie|dec\.",
    ),
    "ru": (
        r"январ[ьяеюи]\w*|янв\.", r"феврал[ьяеюи]\w*|февр?\.", r"март[аеу]?|мартом|мар\.", r"апрел[ьяеюи]\w*|апр\.",
        r"ма[йяею]|маем", r"июн[ьяеюи]\w?", r"июл[ьяеюи]\w?", r"август[аеу]?|августом|авг\.",
        r"сентябр[ьяеюи]\w*|сент?\.", r"октябр[ьяеюи]\w*|окт\.", r"ноябр[ьяеюи]\w*|ноя\w?\.", r"декабр[ьяеюи]\w*|дек\.",
    ),
    "nl": (
        r"januari|jan\.?", r"februari|feb\.?", r"maart|mrt\.?", r"april|apr\.?", r"mei", r"juni|jun\.?", r"juli|jul\.?",
        r"augustus|aug\.?", r"september|sept?\.?", r"oktober|okt\.?", r"november|nov\.?", r"december|dec\.?",
    ),
    "en": (
        r"january|jan\.?", r"february|feb\.?", r"march|mar\.?", r"april|apr\.?", r"may", r"june|jun\.?", r"july|jul\.?",
        r"august|aug\.?", r"september|sept?\.?", r"october|oct\.?", r"november|nov\.?", r"december|dec\.?",
    ),
}  # fmt: skip
# Names that are other words as well ("mai" is "more"): alone they are uncertain, unless this stands before them.
_WORDS_TOO = {"ro": {5}, "ru": set(), "nl": set(), "en": {3, 5}}
_BEFORE_MONTH = re.compile(r"(?<!\w)(?:in|since|until|till|from|by|of|every|each|last|next|to) $")
_BETWEEN = {
    "ro": r"pana la|pana in|pana pe|si|la|sau",
    "ru": r"до|по|и|или",
    "nl": r"tot en met|t/m|tot|en|of",
    "en": r"to|until|till|through|and|or",
}
_FIRST = r"(?:intai|0?1)"
_ORDINAL = r"(?:-?(?:го|ого|е|ое|st|nd|rd|th|ste|de|e)(?!\w))?\.?"
_OF = r"(?:(?:de|of|din|luna|lunii|al lunii) ){0,2}"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)(?:[  ]?(?:г\.|гг\.|год(?:а|у|ом|ах)?)(?!\w))?"
_BEFORE_YEAR = r",?[ \n]+(?:(?:din|van|of|anului|anul) )?"
_NUMERIC = (
    re.compile(rf"(?<![\d./:+-])(?P<day>\d{{1,2}})(?P<mark>[./-])(?P<month>\d{{1,2}})(?P=mark){_YEAR}(?![-/]\d)"),
    re.compile(r"(?<![\d./-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d/]|-\d)"),
)
_SHORT_YEAR = re.compile(
    r"(?<![\w./:+-])(?P<day>\d{1,2})(?P<mark>[./-])(?P<month>\d{1,2})(?P=mark)(?P<year>[0-4]\d)(?![\w/-]|[.,]\d)"
)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    month = "(?:" + "|".join(f"(?P<m{n}>{names})" for n, names in enumerate(MONTHS[language], start=1)) + r")(?!\w)"
    day = rf"(?P<day>(?:{_FIRST}|\d{{1,2}}))(?!\d){_ORDINAL}"
    first = rf"(?P<first>\d{{1,2}}){_ORDINAL}"
    link = rf"(?:{GAP}{DASH}{GAP}|[ \n](?:{_BETWEEN[language]})[ \n]+)"
    alone = r"(?<![\w.,:/+\x01-])"
    found = [rf"{alone}(?:{first}{link})?{day}{GAP}{_OF}{month}(?:{_BEFORE_YEAR}{_YEAR})?"]
    if language == "en":
        also = rf"(?P<first>\d{{1,2}}){_ORDINAL}{link}"
        found.append(rf"(?<!\w){month} (?:{also})?{day}(?![:.]\d| ?[ap]\.?m)(?:,? {_YEAR})?")
    full = re.sub(r"\|?[^|(>]+\\\.\??(?=[|)])", "", month)  # an abbreviation alone is a word: "noi.", "mar"
    found += [rf"(?<!\w){month}[,]?[ \n]+{_OF}{_YEAR}", rf"(?<!\w){full}"]
    return tuple(re.compile(pattern) for pattern in found)


def take_numeric_dates(draft: Draft) -> None:
    """Take 12.05.2026, 12-05-2026, 12/05/2026 (the day first, unless it cannot be) and 2026-05-12."""
    for pattern in _NUMERIC:
        for match in pattern.finditer(draft.plain):
            day, month = int(match["day"]), int(match["month"])
            if month > 12 >= day:
                day, month = month, day
            if 1 <= month <= 12 and 1 <= day <= 31:
                draft.take("date", f"{match['year']}-{month:02}-{day:02}", match.span())


def take_short_dates(draft: Draft) -> None:
    """Take 12.05.26, once phones have been taken, of which it may be a part."""
    for match in _SHORT_YEAR.finditer(draft.plain):
        if day_and_month(f"{match['day']}.{match['month']}"):
            draft.take("date", f"20{match['year']}-{int(match['month']):02}-{int(match['day']):02}", match.span())


def day_and_month(text: str) -> tuple[Reading, ...]:
    """ "31.12" may be the last day of December: the readings of a number as a date, none or one."""
    match = re.fullmatch(r"(\d{1,2})\.(\d{1,2})", text)
    if not match or not (1 <= int(match[1]) <= 31 and 1 <= int(match[2]) <= 12):
        return ()
    return (("date", f"--{int(match[2]):02}-{int(match[1]):02}"),)


def take_dates(draft: Draft) -> None:
    """Take dates with the name of a month."""
    for pattern in _patterns(draft.language):
        for match in pattern.finditer(draft.plain):
            _take(draft, match)
    _complete_years(draft)


def _take(draft: Draft, match: re.Match) -> None:
    parts = match.groupdict()
    month = next(n for n in range(1, 13) if parts.get(f"m{n}"))
    year = parts.get("year") or "-"
    days = [parts[name] for name in ("first", "day") if parts.get(name)]
    numbers = [1 if day == "intai" else int(day) for day in days]
    if any(not 1 <= number <= 31 for number in numbers):
        return
    if not days:
        named = draft.language == "en" and draft.source[match.start()].isupper()
        named = named and bool(_BEFORE_MONTH.search(draft.plain[: match.start()]))
        certain = year != "-" or named or month not in _WORDS_TOO[draft.language]
        draft.take("date", f"{year}-{month:02}", match.span(), certain=certain)
        return
    for number in numbers:
        without_year = len(days) > 1 and year != "-"
        readings: tuple[Reading, ...] = (("date", f"--{month:02}-{number:02}"),) if without_year else ()
        draft.note("date", f"{year}-{month:02}-{number:02}", match.span(), readings)
    draft.hide(match.span())


def _complete_years(draft: Draft) -> None:
    """ "1 iunie – 30 septembrie 2026": the first day may be read with the year of the second."""
    dates = sorted((fact for fact in draft.facts if fact.kind == "date"), key=lambda fact: fact.start)
    for one, two in zip(dates, dates[1:], strict=False):
        if one.value.startswith("--") and not two.value.startswith("--") and 0 < two.start - one.end <= 20:
            draft.facts.remove(one)
            draft.note(
                "date", one.value, (one.start, one.end), (*one.others, ("date", two.value[:4] + one.value[1:])),
                one.certain,
            )  # fmt: skip

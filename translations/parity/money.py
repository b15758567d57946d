"""Amounts of money and percentages."""

import re
from functools import cache

from translations.parity.facts import Draft, Reading
from translations.parity.numerals import DASH, GAP, NEXT, numbers_in, several, written
from translations.parity.spelled import ONE, PAD

# The words of all four languages: names of currencies are not translated everywhere.
CURRENCIES = {
    "EUR": r"€|eur|euro(?:s|i|ul|ului|lor)?|евро",
    "MDL": r"mdl|le[iu]|leii|lei?lor|leul(?:ui)?|ле[йяюеи]|леем|леев|леям\w?|леях",
    "USD": r"us ?\$|\$|usd|dollars?|dolar\w*|доллар\w*|долл\.?",
    "CHF": r"chf|sfr\.?|fr\.|franc\w*|frank\w*|франк\w*",
    "RUB": r"₽|rub|rubl\w+|roebels?|rou?bles?|рубл\w+|руб\.?",
    "RON": r"ron",
    "GBP": r"£|gbp|lire(?: sterline)?|pounds?(?: sterling)?|pond(?: sterling)?|фунт\w*(?: стерлингов)?",
    "UAH": r"uah|₴|hr[iy]vn\w+|гривн\w+|гривен|грн\.?",
    "cent": r"cents?|eurocents?|cent[iu]|центо?в?|евроцент\w*|bani|бани?в?",
}
# Signs that stand before the number too.
_SIGNS = {"EUR": r"€|eur", "MDL": r"mdl", "USD": r"us ?\$|\$|usd", "CHF": r"chf|sfr\.?|fr\.", "RUB": r"₽|rub",
          "RON": r"ron", "GBP": r"£|gbp", "UAH": r"₴|uah"}  # fmt: skip
_COUNTRY = (
    r"(?:молдавск\w+|американск\w+|швейцарск\w+|российск\w+|moldovan|moldavische|american|amerikaanse|us|u\.s\."
    r"|swiss|zwitserse|russian|russische|british|britse)"
)
_PERCENT = r"%|la suta|процент\w*|проц\.|procent\w*|per ?cent"
_HALF_PERCENT = (
    rf"(?<!\w)(?:{PAD}{{0,12}}{ONE} )?"
    rf"(?:half {PAD}{{0,12}}{ONE} per ?cent|half procent|jumatate de procent|полпроцента)(?!\w)"
)


@cache
def _after(language: str) -> re.Pattern[str]:
    names = "|".join(f"(?P<{code}>{words})" for code, words in CURRENCIES.items())
    return re.compile(rf"{several(language)}(?:,-)?{GAP}(?:de )?{GAP}(?:{_COUNTRY} )?(?:{names})(?!\w)")


@cache
def _before() -> re.Pattern[str]:
    names = "|".join(f"(?P<{code}>{words})" for code, words in _SIGNS.items())
    return re.compile(rf"(?<!\w)(?:{names}){GAP}(?P<numbers>{NEXT}(?:{GAP}(?:{DASH}|tot|to){GAP}{NEXT})?)")


@cache
def _percent(language: str) -> re.Pattern[str]:
    return re.compile(rf"{several(language)}{GAP}(?:de )?(?:{_PERCENT})")


def take_money(draft: Draft) -> None:
    """Take percentages, then amounts with the currency after or before them."""
    for match in re.finditer(_HALF_PERCENT, draft.plain):
        draft.take("percentage", "0.5", match.span())
    for match in _percent(draft.language).finditer(draft.plain):
        _take_each(draft, match, "percentage", "")
    for pattern in (_after(draft.language), _before()):
        for match in pattern.finditer(draft.plain):
            code = next(name for name in CURRENCIES if match.groupdict().get(name))
            _take_each(draft, match, "amount", f" {code}")


def _take_each(draft: Draft, match: re.Match, kind: str, unit: str) -> None:
    """Take one fact for each number; a range has the passage of the whole for each of its ends."""
    found = numbers_in(match["numbers"])
    for value, certain in found:
        readings: tuple[Reading, ...] = (("number", written(value)),)
        draft.note(kind, written(value) + unit, match.span(), readings, certain or len(found) > 1)
    draft.hide(match.span())

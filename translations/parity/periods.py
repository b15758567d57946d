"""Periods, ages, distances, weights: a number with its unit, the same however they are counted (12 months = 1 year)."""

import re
from decimal import Decimal
from functools import cache

from translations.parity.facts import Draft, Reading
from translations.parity.numerals import GAP, digits, numbers_in, several, written
from translations.parity.units import ADJECTIVES, AGES, BARE, HALVES, JOINED, PREFIXES, UNITS, WORKING

_SAME = {
    "year": (12, "month"),
    "week": (7, "day"),
    "hour": (60, "minute"),
    "tonne": (1000, "kg"),
    "centimetre": (Decimal("0.01"), "metre"),
}
_AND_A_HALF = r"(?: (?:si jumatate|с половиной|en \x01{0,12}\x02 half|en een half|and \x02 half))"
_YEAR_NUMBER = re.compile(r"(?<![\d.,])(?:19|20)\d\d$")


def measure(value: Decimal, unit: str) -> str:
    """The value of a duration in the smallest unit in which it is always the same: years in months, weeks in days."""
    factor, basic = _SAME.get(unit, (1, unit))
    return f"{written(value * factor)} {basic}"


@cache
def _pattern(language: str) -> re.Pattern[str]:
    names = "|".join(f"(?P<{unit.replace('-', '_')}>{words[language]})" for unit, words in UNITS.items())
    before, after = WORKING[language]
    joint = rf"(?:{GAP}-{GAP}|{GAP}(?:de )?{GAP})"
    adjective = rf"(?:(?:{ADJECTIVES[language]}) ){{0,2}}"
    return re.compile(
        rf"{several(language)}{joint}{adjective}(?P<working>{before})?(?:{names})(?!\w)(?P<working2>{after})?"
        rf"(?P<half>{_AND_A_HALF})?"
    )


def take_periods(draft: Draft) -> None:
    """Take numbers with a unit; a unit alone ("в месяц") is uncertain."""
    for words, value, unit in HALVES[draft.language]:
        for match in re.finditer(rf"(?<!\w)(?:{words})(?!\w)", draft.plain):
            draft.take("duration", measure(Decimal(value), unit), match.span())
    _take_joined(draft)
    for match in _pattern(draft.language).finditer(draft.plain):
        _take(draft, match)
    for match in re.finditer(AGES[draft.language], draft.plain):
        _take_age(draft, match)
    for unit, words in BARE[draft.language].items():
        for match in re.finditer(rf"(?<!\w)(?:{words})(?!\w)", draft.plain):
            draft.take("duration", measure(Decimal(1), unit), match.span(), certain=False)


def _take(draft: Draft, match: re.Match) -> None:
    unit = next(unit for unit in UNITS if match.groupdict().get(unit.replace("-", "_")))
    if unit == "year" and _YEAR_NUMBER.search(match["numbers"]):
        return  # "в 2022 году" is a year
    if unit == "day" and (match["working"] or match["working2"]):
        unit = "working-day"
    found = numbers_in(match["numbers"])
    for position, (value, certain) in enumerate(found):
        if match["half"] and position == len(found) - 1:
            value, certain = value + Decimal("0.5"), True
        others: list[Reading] = [("number", written(value))]
        if unit == "hour" and len(found) == 1 and draft.language in ("ru", "nl") and value <= 24 and value % 1 == 0:
            others.append(("time", f"{int(value) % 24:02}:00"))
        if unit == "hour" and value % 24 == 0:
            others.append(("duration", f"{written(value / 24)} day"))
        if unit == "year":
            others.append(("duration", f"{written(value * 12)} month"))
        draft.note("duration", measure(value, unit), match.span(), tuple(others), certain or len(found) > 1)
    draft.hide(match.span())


def _take_joined(draft: Draft) -> None:
    """Take "трёхмесячный", "18-летний", "driejarig": a number and a unit in one word."""
    prefixes = {**PREFIXES[draft.language]}
    number = "|".join([r"\d+", *sorted(prefixes, key=len, reverse=True)])
    for unit, words in JOINED[draft.language].items():
        pattern = rf"(?<![\w.,])(?P<number>{number})-?(?:ти|х|и)?-?(?:{words})(?!\w)"
        for match in re.finditer(pattern, draft.plain):
            text = match["number"]
            value = digits(text) if text.isdigit() else Decimal(prefixes[text])
            draft.take("duration", measure(value, unit), match.span(), (("number", written(value)),))


def _take_age(draft: Draft, match: re.Match) -> None:
    value = digits(match["age"])
    if value <= 120:
        draft.take("duration", measure(value, "year"), match.span(), (("number", written(value)),))

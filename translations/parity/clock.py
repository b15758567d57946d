"""Times of day: 8:30, 08.30, 8 a.m., ora 8, в 8 часов, 8 uur, and ranges of them."""

import re
from functools import cache

from translations.parity.calendar import day_and_month
from translations.parity.facts import Draft, Reading
from translations.parity.numerals import DASH, GAP
from translations.parity.spelled import PAD

_MORNING = (
    r"a\.?[  ]?m\.?|утра|ночи|dimineata|['’]s (?:ochtends|morgens|nachts)|in the morning|in de ochtend|noaptea|midnight"
)
_EVENING = (
    r"p\.?[  ]?m\.?|вечера|дня|seara|dupa[- ]amiaza|dupa[- ]masa|['’]s (?:avonds|middags)|in the (?:evening|afternoon)"
    r"|in de (?:middag|avond)|noon"
)
_HALF = rf"(?:{GAP}(?:(?P<am{{n}}>{_MORNING})|(?P<pm{{n}}>{_EVENING}))(?!\w))?"
# Words that make a number a time, before it or after it.
_BEFORE = {
    "ro": r"(?:incepand )?(?:(?:de |pana )?la |dupa |inainte de |intre |din |pe la |spre )?or(?:a|ele)",
    "ru": r"в|во|к|с|со|до|по|после|около|от",
    "nl": r"om|van|vanaf|tot|tot en met|na|voor|rond|tussen|tegen|sinds",
    "en": r"at|from|until|till|after|before|by|between|around|since",
}
_AFTER = {"ro": r"h", "ru": r"час(?:а|ов|ам|у)?|ч\.?|h", "nl": r"uur|u\.?|h", "en": r"o['’]clock|h|hrs"}
_BETWEEN = {
    "ro": r"(?:si )?pana la(?: ora| orele)?|la(?: ora| orele)?|si(?: ora)?",
    "ru": r"до|по|и",
    "nl": r"tot en met|t/m|tot|en",
    "en": r"to|until|till|and",
}
_FROM = {"ro": r"de la|din", "ru": r"с|со", "nl": r"van", "en": r"from"}
_CLOCK = r"(?P<h{n}>[01]?\d|2[0-4])(?:(?P<mark{n}>[:.h])(?P<min{n}>[0-5]\d))?(?!\d|[.,:]\d|[  ]?[%€$])"
_NOON = {
    "ro": r"la amiaza|la pranz|la miezul zilei",
    "ru": r"(?:в|к|до|после) (?:полдень|полудню|полудня)",
    "nl": r"12 uur ['’]s middags|(?:rond|om) (?:de|het) middag(?:uur)?|tussen de middag",
    "en": r"(?<!12 )noon|midday",
}
_MIDNIGHT = r"(?<!12 )midnight|miezul noptii|полноч[ьи]|полуночи|middernacht"
_NO_TIME = re.compile(r"(?<![\w.,:/])\d{1,2}:\d\d(?![\d:])")  # 8:75 is a mistake worth a finding
# "15 ч. 30 мин.", "10 uur 30"
_IN_WORDS = re.compile(
    r"(?<![\w.,:])(\d{1,2}) ?(?:ч\.? ?([0-5]\d) ?мин\.?|uur ([0-5]\d)(?! ?(?:\d|[.,:]\d|%|€|euro|lei|min)))(?!\w)"
)
_ALWAYS = re.compile(
    r"24 (?:de )?ore din 24|24[  ]?/[  ]?7|7[  ]?/[  ]?7|24 hours (?:a|\x02) day"
    r"|24 (?:uur|часа|de ore|ore) (?:per|в|pe) (?:dag|сутки|день|zi)"
    r"|7 (?:de )?zile din 7|7 days (?:a|\x02|per) week|7 dagen per week|7 дней в неделю"
    r"|7 days [\x01\x02]* ?week|(?:7 )?zile pe saptamana|zi si noapte"
)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    time = rf"{PAD}{{0,40}}{_CLOCK}(?:{GAP}(?P<unit{{n}}>{_AFTER[language]})(?!\w))?{_HALF}"
    one = rf"(?<![\w.,:/+]){time.replace('{n}', '1')}"
    two = time.replace("{n}", "2")
    link = rf"(?:{GAP}{DASH}{GAP}|{GAP} (?:{_BETWEEN[language]}) {GAP})"
    return re.compile(rf"(?:(?<!\w)(?P<before>{_BEFORE[language]})[ \n]+)?{one}(?:{link}{two})?")


def take_times(draft: Draft) -> None:
    """Take times of day; what says "day and night" is no fact, because some languages say it without numbers."""
    for match in re.finditer(_ALWAYS, draft.plain):
        draft.hide(match.span())
    for match in re.finditer(rf"(?<!\w)(?:{_NOON[draft.language]})(?!\w)", draft.plain):
        draft.take("time", "12:00", match.span(), certain=False)
    for match in re.finditer(rf"(?<!\w)(?:{_MIDNIGHT})(?!\w)", draft.plain):
        draft.take("time", "00:00", match.span(), certain=False)
    draft.plain = _IN_WORDS.sub(_in_digits, draft.plain)
    for match in _pattern(draft.language).finditer(draft.plain):
        if _is_time(draft, match):
            _take(draft, match)
    for match in _NO_TIME.finditer(draft.plain):
        draft.take("time", match.group(), match.span())


def _in_digits(match: re.Match) -> str:
    return f"{match[1]}:{match[2] or match[3]}".rjust(len(match[0]), PAD)


def _is_time(draft: Draft, match: re.Match) -> bool:
    """Minutes, "a.m." or "o'clock" say so; a preposition only with "часов" or "uur"; Romanian "ora" always."""
    parts = match.groupdict()
    if draft.language == "ru" and not parts["unit1"] and (parts["pm1"] == "дня" or parts["am1"] == "ночи"):
        return bool(parts["min1"])  # "2 дня" are two days
    if any(parts[f"mark{n}"] == ":" for n in "12") or any(parts[f"{half}{n}"] for half in ("am", "pm") for n in "12"):
        return True
    units = [parts["unit1"], parts["unit2"]]
    if any(parts[f"min{n}"] for n in "12"):
        return bool(any(units) or parts["before"] or all(_two_digits(parts, n) for n in "12"))
    if draft.language == "ro":
        return bool(parts["before"]) or any(unit == "h" for unit in units)
    if draft.language == "en":
        return any(units) and "o'clock" in match.group().replace("’", "'")
    return any(units) and bool(parts["before"] or parts["h2"])


def _two_digits(parts: dict[str, str | None], n: str) -> bool:
    """ "8.30" and "08.30" look like a time; "2.2" does not reach here. A missing second time is no objection."""
    return parts[f"h{n}"] is None or parts[f"min{n}"] is not None


def _take(draft: Draft, match: re.Match) -> None:
    parts = match.groupdict()
    numbers = [n for n in "12" if parts[f"h{n}"] is not None]
    start = match.start("h1")
    found = []
    for n in numbers:
        hour, minute = int(parts[f"h{n}"]), int(parts[f"min{n}"] or 0)
        others: list[Reading] = []
        if parts[f"min{n}"] is None:
            others += [("duration", f"{hour * 60} minute")]
        elif parts[f"mark{n}"] == ".":
            others += [("number", f"{hour}.{parts[f'min{n}']}".rstrip("0")), *day_and_month(f"{hour}.{minute}")]
        late, early = parts[f"pm{n}"], parts[f"am{n}"]
        if n == "1" and "2" in numbers and not (late or early) and parts["pm2"]:
            late = "pm" if hour < int(parts["h2"]) < 12 else None
            others.append(("time", f"{(hour + 12) % 24:02}:{minute:02}"))
        if late and hour < 12:
            hour += 12
        elif early and hour == 12:
            hour = 0
        found.append((f"{hour % 24:02}:{minute:02}", tuple(others)))
    for value, readings in found:
        draft.note("time", value, (start, match.end()), readings)
    draft.hide(match.span())


def take_bare_ranges(draft: Draft) -> None:
    """Take "с 8 до 17", "9–17": no unit at all. After "from" and before a stop they are times, else they may be."""
    link = rf"(?:{GAP}{DASH}{GAP}|{GAP} (?:{_BETWEEN[draft.language]}) {GAP})"
    pattern = (
        rf"(?:(?<!\w)(?P<from>{_FROM[draft.language]}) )?(?<![\w.,:/+-])(?P<h1>\d{{1,2}}){link}(?P<h2>\d{{1,2}})"
        r"(?![\w%€]|[.,:/-]\d)(?P<stop>[ \n]*(?=[.,;:)!?]|$))?"
    )
    for match in re.finditer(pattern, draft.plain):
        hours = [int(match["h1"]), int(match["h2"])]
        if max(hours) > 24:
            continue
        span = match.start("h1"), match.end("h2")
        is_time = match["from"] is not None and match["stop"] is not None and hours[0] < hours[1]
        for hour in hours:
            as_time, as_number = ("time", f"{hour % 24:02}:00"), ("number", str(hour))
            first, second = (as_time, as_number) if is_time else (as_number, as_time)
            draft.note(*first, span, (second,), certain=is_time)
        draft.hide(span)

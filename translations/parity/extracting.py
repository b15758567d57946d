"""Find the facts in one text: each kind takes its passages out, so that no digit is counted twice."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from translations.parity import words
from translations.parity.numerals import ARTICLES, DIGITS, number, parse, value_of

LANGUAGE_PART = re.compile(r"^(?:ro|ru|nl|en|rom|rus|eng)(?:[-_][a-z]{2})?$", re.IGNORECASE)
LANGUAGE_END = re.compile(r"[-_.](?:ro|ru|nl|en|rom|rus|eng|md)(?=\.\w+$|$)", re.IGNORECASE)
FILE_TYPES = "pdf|docx?|odt|xlsx?|ods|pptx?|txt|csv|mp4|vtt|zip|jpe?g|png"
TOP_DOMAINS = "md|nl|org|com|eu|net|int|gov|info|ro|ru|ng|iq|so|ch|de|uk"


@dataclass(frozen=True, slots=True)
class Fact:
    """`value` is equal in all languages; `text` is the passage; a weak fact is an article that may mean "one"."""

    kind: str
    value: Any
    text: str
    start: int
    is_weak: bool = False


Rule = Callable[[str, str], Iterator[tuple[re.Match, list[Fact]]]]


def extract(language: str, text: str) -> list[Fact]:
    """All facts of a text, in the order in which they stand there."""
    text = clean(text)
    found = list(_counts(text))
    for rule in RULES:
        spans = []
        for match, facts in rule(language, text):
            found += facts
            spans.append(match.span())
        for start, end in spans:
            text = text[:start] + "\x00" * (end - start) + text[end:]
    return sorted(found, key=lambda fact: fact.start)


def clean(text: str) -> str:
    """One kind of space, one kind of dash between numbers, composed letters."""
    text = unicodedata.normalize("NFC", text)
    text = re.sub(r"[\u00a0\u202f\u2007\u2009]", " ", text)
    return re.sub(r"[‐‑‒–—]", "-", text)


def _counts(text: str) -> Iterator[Fact]:
    items = len(re.findall(r"^\s*[-*•]\s+\S", text, re.MULTILINE)) + text.count("<li")
    steps = len(re.findall(r"^\s*\d{1,2}[.)]\s+\S", text, re.MULTILINE))
    for name, count in (("items", items), ("steps", steps)):
        if count:
            yield Fact("count", (name, count), str(count), len(text))


def _links(language: str, text: str) -> Iterator[tuple[re.Match, list[Fact]]]:
    pattern = re.compile(
        rf"(?:https?://|www\.)[^\s<>\"')\]]+|(?<=\]\()/[^\s)]*|(?<=href=\")/[^\"]*"
        rf"|(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:{TOP_DOMAINS})(?:/[^\s<>\"')\]]*)?(?![\w@]|\.\w)",
        re.IGNORECASE,
    )
    for match in pattern.finditer(text):
        passage = match[0].rstrip(".,;:!?»”’")
        yield match, [Fact("link", _same_link(passage), passage, match.start())]


def _same_link(address: str) -> str:
    """Host and path without scheme, www, language, anchor and last stroke."""
    address = re.sub(r"^https?://", "", address.lower()).split("#")[0]
    address = re.sub(r"[?&](?:lang|hl|l|language)=\w+", "", address).removeprefix("www.")
    host, _stroke, rest = address.partition("/")
    first, _dot, others = host.partition(".")
    host = others if LANGUAGE_PART.match(first) and "." in others else host
    parts = [LANGUAGE_END.sub("", part) for part in rest.split("/") if part and not LANGUAGE_PART.match(part)]
    return "/".join(filter(None, [host, *parts]))


def _emails(language: str, text: str) -> Iterator[tuple[re.Match, list[Fact]]]:
    for match in re.finditer(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", text):
        yield match, [Fact("email", match[0].lower().rstrip("."), match[0], match.start())]


def _files(language: str, text: str) -> Iterator[tuple[re.Match, list[Fact]]]:
    for match in re.finditer(rf"[\w-]+(?:\.[\w-]+)*\.(?:{FILE_TYPES})\b", text, re.IGNORECASE):
        yield match, [Fact("file", LANGUAGE_END.sub("", match[0].lower()), match[0], match.start())]


def _phones(language: str, text: str) -> Iterator[tuple[re.Match, list[Fact]]]:
    pattern = r"(?<![\w.,/])(?:\+|00)\d[\d ().-]{6,}\d|(?<![\w.,/])\(?0\d{0,3}\)?[ -]?\d[\d ()-]{4,}\d(?![\d.,]*\d)"
    for match in re.finditer(pattern, text):
        digits = re.sub(r"\D", "", match[0])
        if 7 <= len(digits) <= 15:
            yield match, [Fact("phone", _same_phone(digits), match[0], match.start())]


def _same_phone(digits: str) -> str:
    """Without the code of Moldova or the Netherlands and without the 0 of calls at home."""
    digits = digits.removeprefix("00") if digits.startswith("00") else digits
    for code, length in (("373", 8), ("31", 9), ("40", 9), ("7", 10)):
        if digits.startswith(code) and len(digits.removeprefix(code).lstrip("0")) == length:
            return digits.removeprefix(code).lstrip("0")
    return digits.lstrip("0")


def _dates(language: str, text: str) -> Iterator[tuple[re.Match, list[Fact]]]:
    months = words.MONTHS[language]
    month = "|".join(f"(?P<m{index}>{names})" for index, names in enumerate(months, start=1))
    ordinal = r"(?:-?(?:го|е|ое|st|nd|rd|th|ste|de|e)\b)?\.?"
    year = r"(?:,?\s+(?:din\s+|van\s+|of\s+)?(?P<year>(?:19|20)\d{2})\b(?:\s*(?:г\.|года|году|год)(?!\w))?)?"
    patterns = [
        rf"\b(?P<first>\d{{1,2}}){ordinal}\s*(?:{words.RANGE})\s*(?P<day>\d{{1,2}}){ordinal}\s+(?:{month})\b{year}",
        rf"\b(?P<day>\d{{1,2}}){ordinal}\s+(?:de\s+|of\s+)?(?:{month})(?!\w){year}",
        rf"\b(?:{month})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*[:.]\d)(?:,?\s+(?P<year>(?:19|20)\d{{2}})\b)?",
        rf"\b(?:{month})\s+(?:of\s+|van\s+|din\s+)?(?P<year>(?:19|20)\d{{2}})\b(?:\s*(?:г\.|года|году)(?!\w))?",
        r"(?<![\d.])(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>(?:19|20)\d{2})(?!\d)(?:\s*(?:г\.|года)(?!\w))?",
        r"(?<!\d)(?P<year>(?:19|20)\d{2})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)",
    ]
    if language != "en":
        del patterns[2]
    taken: list[tuple[int, int]] = []
    for pattern in patterns:
        for match in re.finditer(pattern, text, re.IGNORECASE):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            facts = _date_facts(match)
            if facts:
                taken.append(match.span())
                yield match, facts


def _date_facts(match: re.Match) -> list[Fact]:
    parts = match.groupdict()
    month = int(parts.get("month") or next(name[1:] for name, value in parts.items() if name[0] == "m" and value))
    year = int(parts.get("year") or 0)
    days = [int(parts[name]) for name in ("first", "day") if parts.get(name)] or [0]
    if not 1 <= month <= 12 or max(days) > 31:
        return []
    return [Fact("date", (year, month, day), match[0], match.start()) for day in days]


def _always(language: str, text: str) -> Iterator[tuple[re.Match, list[Fact]]]:
    """ "Day and night" is said with and without numbers: no fact."""
    for match in re.finditer(words.ALWAYS, text, re.IGNORECASE):
        yield match, []


def _times(language: str, text: str) -> Iterator[tuple[re.Match, list[Fact]]]:
    day_part = rf"(?:\s*(?:(?P<am>{words.MORNING})|(?P<pm>{words.EVENING}))(?!\w))"
    o_clock = r"(?:\s*(?:uur|h|ч\.?|o['’]clock)(?!\w))?"
    before = words.BEFORE_HOUR[language]
    patterns = [
        rf"(?<![\d.,])(?P<hour>[01]?\d|2[0-4])[:.](?P<minute>[0-5]\d)(?![\d]|[.,]\d){o_clock}{day_part}?"
        rf"(?:\s*(?:-|și|и|en|and|до|tot|to|până la)\s*(?P<end>\d{{1,2}})(?!\d|[:.,]\d|\s*%|\s+\w))?",
        r"(?<![\d.,:])(?P<hour>\d{1,2})\s*ч\.?\s*(?P<minute>[0-5]\d)\s*мин\.?",
        rf"(?<![\d.,:])(?P<hour>1?\d)(?:{o_clock}){day_part}",
    ]
    if language == "ro":
        patterns.append(rf"{before}(?P<hour>\d{{1,2}})(?:\s*(?:-|și|până la)\s*(?P<end>\d{{1,2}}))?(?![\d:.])")
    else:
        patterns.append(rf"\b{before}(?P<hour>\d{{1,2}}){words.AFTER_HOUR[language]}")
    patterns.append(words.BARE_HOURS[language])
    for word, value in words.TIMES_OF_DAY[language].items():
        for match in re.finditer(rf"\b{word}\b", text, re.IGNORECASE):
            yield match, [Fact("time", value, match[0], match.start(), is_weak=True)]
    taken: list[tuple[int, int]] = []
    for pattern in patterns:
        for match in re.finditer(pattern, text, re.IGNORECASE):
            if any(match.start() < end and start < match.end() for start, end in taken) or _is_price(match, text):
                continue
            taken.append(match.span())
            yield match, _time_facts(match)


def _is_price(match: re.Match, text: str) -> bool:
    """ "8.30" is a price or a number where money, a unit or a percent sign stands beside it."""
    money = "|".join(words.CURRENCIES.values())
    after, before = text[match.end() : match.end() + 14], text[max(0, match.start() - 3) : match.start()]
    dot = "." in match[0] and not re.search(r"uur|ч|h|:|m\.", match[0])
    return bool(
        re.match(rf"\s*(?:de\s+)?(?:{money}|{words.PERCENT}|mii|тыс|mln|млн)", after, re.IGNORECASE)
        or re.search(r"[€$£]\s?$", before)
        or (dot and re.match(r"\s*(?:km|кг|км|kg|m\b)", after))
    )


def _time_facts(match: re.Match) -> list[Fact]:
    parts = match.groupdict()
    hour, minute = int(parts["hour"]), int(parts.get("minute") or 0)
    if parts.get("pm") and hour < 12:
        hour += 12
    if parts.get("am") and hour == 12:
        hour = 0
    facts = [Fact("time", (hour, minute), match[0], match.start())]
    if parts.get("end"):
        facts.append(Fact("time", (int(parts["end"]), 0), match[0], match.start()))
    return facts


def _amounts(language: str, text: str) -> Iterator[tuple[re.Match, list[Fact]]]:
    one, two = number(language), number(language, 2)
    for code, names in words.CURRENCIES.items():
        range_of_two = rf"(?:(?:-|la|до|tot|to|și|и|en|and|sau|или|of|or)\s*{two}\s*)?"
        after = rf"{one}(?:,-)?\s*{range_of_two}(?:de\s+)?{words.OF_COUNTRY}(?:{names})"
        plain = r"(?P<number{n}>" + DIGITS + r")(?P<times{n}>(?!))?"
        before = rf"(?:{names})\s*{plain.replace('{n}', '1')}(?:,-)?(?:\s*-\s*{plain.replace('{n}', '2')})?"
        for pattern in (after, before):
            for match in re.finditer(pattern, text, re.IGNORECASE):
                if "\x00" in match[0]:
                    continue
                weak = match["number1"].lower() in ARTICLES and not match["times1"]
                values = [value_of(match, language, n) for n in (1, 2) if match[f"number{n}"]]
                yield match, [Fact("amount", (code, value), match[0], match.start(), weak) for value in values]


def _percentages(language: str, text: str) -> Iterator[tuple[re.Match, list[Fact]]]:
    for match in re.finditer(rf"{number(language)}\s*(?:de\s+)?(?:{words.PERCENT})", text, re.IGNORECASE):
        yield match, [Fact("percentage", value_of(match, language), match[0], match.start())]


def _years(language: str, text: str) -> Iterator[tuple[re.Match, list[Fact]]]:
    """ "в 2022 году" is the year 2022, not 2022 years; "aged 18", "under 18" and "16+" are ages without their unit."""
    for match in re.finditer(r"(?<!\d)(?P<year>(?:19|20)\d{2})\s*(?:г\.|год(?:у|а|ом)?)(?!\w)", text):
        yield match, [Fact("number", Decimal(match["year"]), match[0], match.start())]
    if language == "en":
        for match in re.finditer(r"\bage(?:d| of)\s+(?P<age>\d{1,2})\b(?!\s+(?:years|months))", text):
            yield match, [Fact("duration", ("month", Decimal(match["age"]) * 12), match[0], match.start())]
    ages = (
        rf"\b(?:{words.BEFORE_AGE[language]})\s+(?P<age>\d{{1,2}})(?=\s*(?:[.,;:)!?]|$))|(?<!\d)(?P<plus>\d{{1,2}})\+"
    )
    for match in re.finditer(ages, text, re.IGNORECASE | re.MULTILINE):
        age = Decimal(match["age"] or match["plus"])
        yield match, [Fact("duration", ("month", age * 12), match[0], match.start(), is_weak=True)]
    for match in re.finditer(words.WRITTEN_TOGETHER, text, re.IGNORECASE):
        unit, factor = words.TOGETHER_UNITS[match["unit"].lower()]
        yield match, [Fact("duration", (unit, parse(match["number"], "ru") * factor), match[0], match.start())]


def _durations(language: str, text: str) -> Iterator[tuple[re.Match, list[Fact]]]:
    for passage, value in words.HALVES[language].items():
        for match in re.finditer(rf"\b{passage}\b", text, re.IGNORECASE):
            yield match, [Fact("duration", value, match[0], match.start())]
    column = words.ORDER.index(language)
    between = r"(?:-|la|până la|sau|și|до|или|и|tot|of|en|to|or|and)"
    for name, (unit, factor, *all_names) in words.UNITS.items():
        joined = f"|{words.JOINED[name]}" if name in words.JOINED else ""
        adjective = r"(?:de\s+|полны[хе]\s+|целы[хе]\s+|volle\s+|full\s+|more\s+|întregi\s+)?"
        pattern = (
            rf"{number(language)}\s*(?:{between}\s*{number(language, 2)}\s*)?"
            rf"(?:{adjective}(?:{all_names[column]})(?!\w){joined})(?P<half>{words.AND_A_HALF})?"
        )
        for match in re.finditer(pattern, text, re.IGNORECASE):
            values = [value_of(match, language, n) * factor for n in (1, 2) if match[f"number{n}"]]
            if match["half"]:
                values = [value + Decimal(factor) / 2 for value in values]
            weak = match["number1"].lower() in ARTICLES and len(values) == 1 and not match["half"]
            yield match, [Fact("duration", (unit, value), match[0], match.start(), weak) for value in values]


def _numbers(language: str, text: str) -> Iterator[tuple[re.Match, list[Fact]]]:
    for match in re.finditer(rf"(?<![\w.,])(?:{DIGITS})(?![\w])", text):
        digits = re.sub(r"\D", "", match[0])
        if len(digits) >= 3 or re.search(r"[.,]\d", match[0]):
            yield match, [Fact("number", parse(match[0], language), match[0], match.start())]


RULES: tuple[Rule, ...] = (
    _emails, _links, _files, _dates, _phones, _always, _times, _percentages, _amounts, _years, _durations, _numbers,
)  # fmt: skip

"""Is a desk open now, when does that change, and why is it closed.

Rows and exceptions are compiled to OpenStreetMap's opening_hours syntax; `opening-hours-py` evaluates it. Ours are
the compiler, the holidays, and the answer in a shape from which a sentence can be made in any language.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from zoneinfo import ZoneInfo

from opening_hours import OpeningHours as Evaluator

from facts.holidays import Holiday, holidays

OSM_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
OSM_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, order=True)
class Span:
    """Open from `opens` to `closes` on the same day."""

    opens: datetime.time
    closes: datetime.time


@dataclass(frozen=True)
class Special:
    """Days on which `spans` hold instead of the weekly hours; no spans: closed. `reasons` by language."""

    first_day: datetime.date
    last_day: datetime.date
    spans: tuple[Span, ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()

    def reason_in(self, language: str) -> str:
        return dict(self.reasons).get(language, "")

    def holds_on(self, day: datetime.date) -> bool:
        return self.first_day <= day <= self.last_day


@dataclass(frozen=True)
class Schedule:
    """The hours of one desk: a tuple of spans per weekday (Monday first), specials, a calendar, a time zone."""

    week: tuple[tuple[Span, ...], ...]
    specials: tuple[Special, ...] = ()
    calendar: str = "moldova"
    timezone: str = "Europe/Chisinau"

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    def holiday(self, day: datetime.date) -> Holiday | None:
        return holidays(self.calendar, day.year).get(day)

    def special(self, day: datetime.date) -> Special | None:
        """The last special that holds on `day`: a later one overrules an earlier one."""
        found = [special for special in self.specials if special.holds_on(day)]
        return found[-1] if found else None

    def spans_on(self, day: datetime.date) -> tuple[Span, ...]:
        """When the desk is open on `day`, with exceptions and holidays."""
        special = self.special(day)
        if special:
            return special.spans
        return () if self.holiday(day) else self.week[day.weekday()]


@dataclass(frozen=True)
class Status:
    """What holds at one moment. `changes` is when that changes, None if it never does.

    `special` and `holiday` say why a desk is closed all day today, if it would be open on such a weekday.
    """

    is_open: bool
    changes: datetime.datetime | None
    now: datetime.datetime
    special: Special | None = None
    holiday: Holiday | None = None


def _spans(spans: Iterable[Span]) -> str:
    return ",".join(f"{span.opens:%H:%M}-{span.closes:%H:%M}" for span in spans)


def _day(day: datetime.date) -> str:
    return f"{day.year} {OSM_MONTHS[day.month - 1]} {day.day:02d}"


def compile_hours(schedule: Schedule, years: range) -> str:
    """Write `schedule` in OSM syntax, with the holidays of `years`; later rules overrule earlier ones."""
    rules = [f"{OSM_DAYS[day]} {_spans(spans)}" for day, spans in enumerate(schedule.week) if spans]
    rules += [f"{_day(day)} off" for year in years for day in sorted(holidays(schedule.calendar, year))]
    for special in schedule.specials:
        days = _day(special.first_day)
        if special.last_day != special.first_day:
            days += f"-{_day(special.last_day)}"
        rules.append(f"{days} {_spans(special.spans) if special.spans else 'off'}")
    return "; ".join(rules) or "off"


@lru_cache(maxsize=256)
def _evaluator(schedule: Schedule, year: int) -> Evaluator:
    # One year back and two ahead: enough for the next change of every desk that opens at least once a year.
    return Evaluator(compile_hours(schedule, range(year - 1, year + 3)), timezone=schedule.zone)


def status_at(schedule: Schedule, moment: datetime.datetime) -> Status:
    """Whether the desk is open at `moment` (an aware date and time), when that changes, and why it is closed."""
    local = moment.astimezone(schedule.zone)
    evaluator = _evaluator(schedule, local.year)
    is_open = evaluator.is_open(local)
    changes = _next_change(evaluator, local)
    day = local.date()
    special, holiday = schedule.special(day), schedule.holiday(day)
    if is_open or schedule.spans_on(day):
        special = holiday = None
    if special:
        holiday = None
    return Status(is_open, changes, local, special, holiday)


def _next_change(evaluator: Evaluator, local: datetime.datetime) -> datetime.datetime | None:
    is_open = evaluator.is_open(local)
    change = evaluator.next_change(local)
    while change is not None:
        if change.tzinfo is None:
            change = change.replace(tzinfo=local.tzinfo)
        change = _first(change.astimezone(local.tzinfo), local)
        if evaluator.is_open(change) != is_open:
            return change
        # Hours that summer time leaps over (02:00 to 02:15 on the last Sunday of March) change nothing.
        change = evaluator.next_change(change)
    return None


def _first(change: datetime.datetime, local: datetime.datetime) -> datetime.datetime:
    """An hour that is shown twice when winter time begins: the first of the two, if it is still to come."""
    first = change.replace(fold=0)
    return first if first.astimezone(datetime.UTC) > local.astimezone(datetime.UTC) else change

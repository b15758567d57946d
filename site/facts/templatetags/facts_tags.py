"""Tags that show facts: open or closed, hours of the week, money, dates."""

import datetime
from dataclasses import dataclass

from django import template
from django.utils import timezone
from django.utils.translation import gettext, ngettext, pgettext

from facts import sentences
from facts.hours import Schedule, Status, status_at
from facts.models import Fee, OpeningHours
from facts.schedules import schedule_of

register = template.Library()

WEEKDAYS = 7


@dataclass(frozen=True)
class StatusLine:
    """What holds now, and what will hold after the next change, for a page that is read later."""

    state: str  # "open" or "closed"
    sentence: str
    changes: str  # ISO time, empty if nothing ever changes
    after_state: str
    after_sentence: str


@dataclass(frozen=True)
class HoursLine:
    """One row of the weekly hours; equal neighbours are one row."""

    days: str
    spans: tuple[str, ...]
    is_today: bool


@dataclass(frozen=True)
class ExceptionLine:
    """A coming day on which other hours hold."""

    day: str
    reason: str
    spans: tuple[str, ...]


def _state(status: Status) -> str:
    return "open" if status.is_open else "closed"


@register.simple_tag
def status_line(hours: OpeningHours | None) -> StatusLine | None:
    """Open or closed at this moment."""
    if hours is None:
        return None
    schedule = schedule_of(hours)
    now = status_at(schedule, timezone.now())
    if now.changes is None:
        return StatusLine(_state(now), sentences.status_sentence(now), "", "", "")
    after = status_at(schedule, now.changes)
    return StatusLine(
        _state(now),
        sentences.status_sentence(now),
        now.changes.isoformat(),
        _state(after),
        sentences.status_sentence(after),
    )


@register.simple_tag
def week(hours: OpeningHours) -> list[HoursLine]:
    """The weekly hours, Monday first; days in a row with the same hours stand in one line."""
    schedule = schedule_of(hours)
    today = timezone.now().astimezone(schedule.zone).weekday()
    lines: list[HoursLine] = []
    first = 0
    for day in range(WEEKDAYS):
        is_last = day == WEEKDAYS - 1
        if not is_last and schedule.week[day + 1] == schedule.week[day] and today not in (day, day + 1):
            continue
        lines.append(_line(schedule, first, day, today))
        first = day + 1
    return lines


def _line(schedule: Schedule, first: int, last: int, today: int) -> HoursLine:
    names = weekday_names()
    if first == last:
        days = names[first]
    elif last == first + 1:
        days = f"{names[first]}, {names[last]}"
    else:
        days = gettext("%(first)s to %(last)s") % {"first": names[first], "last": names[last]}
    if first == last == today:
        days = gettext("%(day)s, today") % {"day": days}
    return HoursLine(days, _spans(schedule.week[first]), first <= today <= last)


def _spans(spans: tuple) -> tuple[str, ...]:
    if not spans:
        return (pgettext("office", "closed"),)
    return tuple(
        gettext("%(opens)s to %(closes)s")
        % {"opens": sentences.clock(span.opens).removesuffix(" uur"), "closes": sentences.clock(span.closes)}
        for span in spans
    )


def weekday_names() -> list[str]:
    """The days of the week, Monday first, as they stand at the head of a row."""
    return [
        gettext("Monday"),
        gettext("Tuesday"),
        gettext("Wednesday"),
        gettext("Thursday"),
        gettext("Friday"),
        gettext("Saturday"),
        gettext("Sunday"),
    ]


@register.simple_tag
def coming_exceptions(hours: OpeningHours, days: int = 30) -> list[ExceptionLine]:
    """Holidays and exceptions of the coming days that change the weekly hours."""
    schedule = schedule_of(hours)
    today = timezone.now().astimezone(schedule.zone).date()
    found = []
    for ahead in range(days):
        day = today + datetime.timedelta(days=ahead)
        special, holiday = schedule.special(day), schedule.holiday(day)
        if (special or holiday) and schedule.spans_on(day) != schedule.week[day.weekday()]:
            status = Status(False, None, datetime.datetime.combine(day, datetime.time()), special, holiday)
            reason = sentences.reason_of(status)
            found.append(ExceptionLine(sentences.long_date(day), reason, _spans(schedule.spans_on(day))))
    return found


@register.filter
def long_date(day: datetime.date | datetime.datetime | None) -> str:
    """A date in words."""
    if isinstance(day, datetime.datetime):
        day = timezone.localtime(day).date()
    return sentences.long_date(day) if day else ""


@register.simple_tag
def today() -> str:
    """The date of today in words: on paper it says how old the sheet is."""
    return sentences.long_date(timezone.localdate())


@register.filter
def fee(value: Fee | None) -> str:
    """An amount with its currency."""
    return sentences.money(value.amount, value.currency) if value else ""


@register.filter
def results_count(count: int) -> str:
    """ "1 answer", "5 answers": plural forms of the active language."""
    return ngettext("%(count)s answer", "%(count)s answers", count) % {"count": count}

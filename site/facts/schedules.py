"""From the rows of the database to a schedule that the hours engine understands."""

from django.utils import timezone

from core.languages import LANGUAGES
from facts.hours import Schedule, Span, Special, Status, status_at
from facts.models import HoursException, OpeningHours


def schedule_of(hours: OpeningHours) -> Schedule:
    """The schedule of one row with its weekly rows and exceptions (prefetch `rows` and `exceptions`); made once."""
    if "_schedule" not in hours.__dict__:
        hours.__dict__["_schedule"] = _read_schedule(hours)
    return hours.__dict__["_schedule"]


def _read_schedule(hours: OpeningHours) -> Schedule:
    week: list[list[Span]] = [[] for _ in range(7)]
    for row in hours.rows.all():
        week[row.weekday].append(Span(row.opens, row.closes))
    return Schedule(
        week=tuple(tuple(sorted(spans)) for spans in week),
        specials=tuple(_special(exception) for exception in hours.exceptions.all()),
        calendar=hours.holidays,
        timezone=hours.timezone,
    )


def _special(exception: HoursException) -> Special:
    spans = (Span(exception.opens, exception.closes),) if exception.opens and exception.closes else ()
    reasons = tuple((language, exception.reason_in(language)) for language in LANGUAGES)
    return Special(exception.first_day, exception.last_day, spans, reasons)


def status_now(hours: OpeningHours) -> Status:
    """Whether the desk is open at this moment."""
    return status_at(schedule_of(hours), timezone.now())

"""The hours engine against a naive one that counts minutes, over three years and both time zones."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facts.hours import Schedule, Span, Special, compile_hours, status_at

T = datetime.time
CHISINAU = ZoneInfo("Europe/Chisinau")
OFFICE = Schedule(tuple(((Span(T(9), T(12)), Span(T(13), T(17))) if day < 5 else ()) for day in range(7)))
FIRST, LAST = datetime.date(2025, 1, 1), datetime.date(2027, 12, 31)


def at(text: str, zone: ZoneInfo = CHISINAU) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text).replace(tzinfo=zone)


def test_an_office_is_open_in_its_hours():
    assert status_at(OFFICE, at("2026-11-26T10:00")).is_open


def test_a_break_at_noon_closes_it_until_the_afternoon():
    status = status_at(OFFICE, at("2026-11-26T12:30"))
    assert (status.is_open, status.changes) == (False, at("2026-11-26T13:00"))


def test_on_friday_evening_it_opens_next_on_monday():
    assert status_at(OFFICE, at("2026-11-27T18:00")).changes == at("2026-11-30T09:00")


def test_a_holiday_closes_it_and_says_which():
    status = status_at(OFFICE, at("2026-08-27T10:00"))
    assert status.holiday is not None
    assert status.holiday.names["en"] == "Independence Day"


def test_orthodox_easter_closes_it():
    assert status_at(OFFICE, at("2026-04-13T10:00")).holiday.names["ro"] == "Paștele"


def test_an_exception_overrules_a_holiday():
    day = datetime.date(2026, 8, 27)
    schedule = Schedule(OFFICE.week, (Special(day, day, (Span(T(10), T(11)),)),))
    assert status_at(schedule, at("2026-08-27T10:30")).is_open


def test_a_closed_exception_says_its_reason():
    day = datetime.date(2026, 11, 26)
    schedule = Schedule(OFFICE.week, (Special(day, day, (), (("en", "training"),)),))
    assert status_at(schedule, at("2026-11-26T10:00")).special.reason_in("en") == "training"


def test_a_desk_without_hours_never_opens():
    status = status_at(Schedule(((),) * 7), at("2026-11-26T10:00"))
    assert (status.is_open, status.changes) == (False, None)


def test_holidays_of_the_netherlands_do_not_close_a_desk_in_moldova():
    assert status_at(OFFICE, at("2026-04-27T10:00")).is_open


@pytest.mark.parametrize(("moment", "is_open"), [("2026-03-30T06:30+00:00", True), ("2026-03-27T06:30+00:00", False)])
def test_daylight_saving_moves_the_opening_by_an_hour(moment, is_open):
    assert status_at(OFFICE, datetime.datetime.fromisoformat(moment)).is_open is is_open


def test_the_compiled_hours_are_openstreetmap_syntax():
    week = ((Span(T(9), T(17)),), (), (), (), (), (), ())
    special = Special(datetime.date(2026, 5, 4), datetime.date(2026, 5, 8))
    assert compile_hours(Schedule(week, (special,), "none"), range(0)) == "Mo 09:00-17:00; 2026 May 04-2026 May 08 off"


# --- against a naive engine ------------------------------------------------------------------------------------------
quarters = st.integers(0, 95)


@st.composite
def spans(draw):
    marks = sorted(draw(st.sets(quarters, min_size=0, max_size=4)))
    pairs = zip(marks[::2], marks[1::2], strict=False)
    return tuple(Span(T(a // 4, a % 4 * 15), T(b // 4, b % 4 * 15)) for a, b in pairs)


@st.composite
def schedules(draw):
    days = st.dates(FIRST, LAST)
    specials = []
    for _ in range(draw(st.integers(0, 3))):
        first = draw(days)
        specials.append(Special(first, first + datetime.timedelta(days=draw(st.integers(0, 5))), draw(spans())))
    zone, calendar = draw(st.sampled_from([("Europe/Chisinau", "moldova"), ("Europe/Amsterdam", "netherlands")]))
    return Schedule(tuple(draw(spans()) for _ in range(7)), tuple(specials), calendar, zone)


def naive_is_open(schedule: Schedule, local: datetime.datetime) -> bool:
    return any(span.opens <= local.time() < span.closes for span in schedule.spans_on(local.date()))


moments = st.datetimes(
    datetime.datetime(2025, 1, 1), datetime.datetime(2027, 12, 31), timezones=st.just(ZoneInfo("UTC"))
)


def check_against_naive(schedule, moment):
    status = status_at(schedule, moment)
    local = moment.astimezone(schedule.zone)
    assert status.is_open == naive_is_open(schedule, local)
    if status.changes is not None:
        just_before = (status.changes.astimezone(datetime.UTC) - datetime.timedelta(minutes=1)).astimezone(
            schedule.zone
        )
        assert naive_is_open(schedule, status.changes.astimezone(schedule.zone)) != status.is_open
        if just_before > local:
            assert naive_is_open(schedule, just_before) == status.is_open


def sundays_at_night(opens: datetime.time, closes: datetime.time) -> Schedule:
    return Schedule((*((),) * 6, (Span(opens, closes),)), (), "none", "Europe/Amsterdam")


def test_hours_that_summer_time_leaps_over_open_nothing_that_night():
    status = status_at(sundays_at_night(T(2), T(2, 15)), at("2025-03-29T12:00", ZoneInfo("Europe/Amsterdam")))
    assert status.changes == datetime.datetime.fromisoformat("2025-04-06T02:00+02:00")


def test_an_hour_that_winter_time_repeats_opens_at_its_first_turn():
    status = status_at(sundays_at_night(T(2), T(3, 30)), at("2025-10-25T12:00", ZoneInfo("Europe/Amsterdam")))
    assert status.changes.astimezone(datetime.UTC) == datetime.datetime.fromisoformat("2025-10-26T00:00+00:00")


@settings(max_examples=150, deadline=None)
@given(schedules(), moments)
def test_open_now_and_next_change_agree_with_counting(schedule, moment):
    check_against_naive(schedule, moment)


@pytest.mark.slow
@settings(max_examples=3000, deadline=None)
@given(schedules(), moments)
def test_open_now_and_next_change_agree_with_counting_in_many_cases(schedule, moment):
    check_against_naive(schedule, moment)

"""Sentences about time and money in four languages."""

import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from facts.hours import Status
from facts.sentences import clock, long_date, money, status_sentence

ZONE = ZoneInfo("Europe/Chisinau")
NOW = datetime.datetime(2026, 11, 26, 10, 0, tzinfo=ZONE)


def say(language, status):
    with translation.override(language):
        return status_sentence(status)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ro", "Deschis până la 17:00"),
        ("ru", "Открыто до 17:00"),
        ("nl", "Open tot 17.00 uur"),
        ("en", "Open until 17:00"),
    ],
)
def test_open_says_until_when(language, expected):
    assert say(language, Status(True, NOW.replace(hour=17), NOW)) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ro", "Închis, se deschide luni la 9:00"),
        ("ru", "Закрыто, откроется в понедельник в 9:00"),
        ("nl", "Gesloten, open maandag om 9.00 uur"),
        ("en", "Closed, opens on Monday at 9:00"),
    ],
)
def test_closed_says_when_it_opens(language, expected):
    monday = datetime.datetime(2026, 11, 30, 9, 0, tzinfo=ZONE)
    assert say(language, Status(False, monday, NOW)) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("ro", "12 mai 2026"), ("ru", "12 мая 2026 года"), ("nl", "12 mei 2026"), ("en", "12 May 2026")],
)
def test_a_date_is_written_in_words(language, expected):
    with translation.override(language):
        assert long_date(datetime.date(2026, 5, 12)).lower() == expected.lower()


@pytest.mark.parametrize(("language", "expected"), [("ro", "9:05"), ("nl", "9.05 uur")])
def test_a_time_is_written_as_people_write_it(language, expected):
    with translation.override(language):
        assert clock(datetime.time(9, 5)) == expected


@pytest.mark.parametrize(("language", "word"), [("ro", "lei"), ("ru", "леев"), ("nl", "lei"), ("en", "lei")])
def test_money_has_its_currency(language, word):
    with translation.override(language):
        assert money(Decimal("70.00"), "MDL") == f"70 {word}"


def test_a_desk_that_never_opens_is_simply_closed():
    assert say("en", Status(False, None, NOW)) == "Closed"

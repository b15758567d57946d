import holidays as published
import pytest

from facts.holidays import holidays

YEARS = range(2024, 2034)


@pytest.mark.parametrize("year", YEARS)
def test_moldovan_holidays_are_those_that_the_package_knows(year):
    assert set(holidays("moldova", year)) == set(published.country_holidays("MD", years=year))


@pytest.mark.parametrize("year", YEARS)
def test_dutch_holidays_are_those_that_the_package_knows(year):
    assert set(holidays("netherlands", year)) == set(published.country_holidays("NL", years=year))


@pytest.mark.parametrize("calendar", ["moldova", "netherlands"])
def test_every_holiday_has_a_name_in_every_language(calendar):
    for holiday in holidays(calendar, 2026).values():
        assert {language for language, name in holiday.names.items() if name.strip()} == {"ro", "ru", "nl", "en"}


def test_no_calendar_has_no_holidays():
    assert holidays("none", 2026) == {}

"""Public holidays of Moldova and the Netherlands, with their names in four languages.

Dates: Moldova, Labour Code article 111; the Netherlands, Algemene termijnenwet article 3 (days on which public desks
are closed). Tests compare the dates with the package `holidays` over several years.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Holiday:
    """A day off; `names` by language code."""

    day: datetime.date
    names: dict[str, str]


def _names(ro: str, ru: str, nl: str, en: str) -> dict[str, str]:
    return {"ro": ro, "ru": ru, "nl": nl, "en": en}


NEW_YEAR = _names("Anul Nou", "Новый год", "Nieuwjaarsdag", "New Year’s Day")
CHRISTMAS_OLD = _names(
    "Crăciunul pe stil vechi", "Рождество по старому стилю", "orthodox Kerstmis", "Orthodox Christmas"
)
CHRISTMAS_NEW = _names("Crăciunul", "Рождество", "Kerstmis", "Christmas")
WOMEN = _names("Ziua femeii", "Международный женский день", "Internationale Vrouwendag", "Women’s Day")
EASTER_MD = _names("Paștele", "Пасха", "orthodox Pasen", "Orthodox Easter")
MEMORIAL = _names("Paștele Blajinilor", "Радоница", "dodenherdenking na Pasen", "Memorial Easter")
LABOUR = _names("Ziua muncii", "Праздник труда", "Dag van de Arbeid", "Labour Day")
VICTORY = _names(
    "Ziua Victoriei și Ziua Europei", "День Победы и День Европы", "Dag van de Overwinning en Dag van Europa",
    "Victory Day and Europe Day",
)  # fmt: skip
CHILDREN = _names("Ziua copilului", "День защиты детей", "Dag van het kind", "Children’s Day")
INDEPENDENCE = _names("Ziua Independenței", "День независимости", "Onafhankelijkheidsdag", "Independence Day")
LANGUAGE = _names("Limba noastră", "Праздник языка «Лимба ноастрэ»", "Dag van onze taal", "Our Language Day")
GOOD_FRIDAY = _names("Vinerea Mare", "Страстная пятница", "Goede Vrijdag", "Good Friday")
EASTER_NL = _names("Paștele", "Пасха", "Pasen", "Easter")
EASTER_MONDAY = _names("A doua zi de Paști", "Пасхальный понедельник", "tweede paasdag", "Easter Monday")
KING = _names("Ziua Regelui", "День короля", "Koningsdag", "King’s Day")
LIBERATION = _names("Ziua eliberării", "День освобождения", "Bevrijdingsdag", "Liberation Day")
ASCENSION = _names("Înălțarea Domnului", "Вознесение", "Hemelvaartsdag", "Ascension Day")
WHIT = _names("Rusaliile", "Пятидесятница", "Pinksteren", "Whit Sunday")
WHIT_MONDAY = _names("A doua zi de Rusalii", "Духов день", "tweede pinksterdag", "Whit Monday")
SECOND_CHRISTMAS = _names("A doua zi de Crăciun", "Второй день Рождества", "tweede kerstdag", "Boxing Day")


def _moldova(year: int) -> Iterator[Holiday]:
    sunday = easter(year, EASTER_ORTHODOX)
    for month, day, names in (
        (1, 1, NEW_YEAR), (1, 7, CHRISTMAS_OLD), (1, 8, CHRISTMAS_OLD), (3, 8, WOMEN), (5, 1, LABOUR),
        (5, 9, VICTORY), (6, 1, CHILDREN), (8, 27, INDEPENDENCE), (8, 31, LANGUAGE), (12, 25, CHRISTMAS_NEW),
    ):  # fmt: skip
        yield Holiday(datetime.date(year, month, day), names)
    yield Holiday(sunday, EASTER_MD)
    yield Holiday(sunday + DAY, EASTER_MD)
    yield Holiday(sunday + 8 * DAY, MEMORIAL)


def _netherlands(year: int) -> Iterator[Holiday]:
    sunday = easter(year, EASTER_WESTERN)
    king = datetime.date(year, 4, 27)
    yield Holiday(datetime.date(year, 1, 1), NEW_YEAR)
    yield Holiday(sunday - 2 * DAY, GOOD_FRIDAY)
    yield Holiday(sunday, EASTER_NL)
    yield Holiday(sunday + DAY, EASTER_MONDAY)
    yield Holiday(king - DAY if king.weekday() == 6 else king, KING)
    if year % 5 == 0:  # a day off for public desks only in years that end in 0 or 5
        yield Holiday(datetime.date(year, 5, 5), LIBERATION)
    yield Holiday(sunday + 39 * DAY, ASCENSION)
    yield Holiday(sunday + 49 * DAY, WHIT)
    yield Holiday(sunday + 50 * DAY, WHIT_MONDAY)
    yield Holiday(datetime.date(year, 12, 25), CHRISTMAS_NEW)
    yield Holiday(datetime.date(year, 12, 26), SECOND_CHRISTMAS)


_CALENDARS = {"moldova": _moldova, "netherlands": _netherlands}


@lru_cache(maxsize=64)
def holidays(calendar: str, year: int) -> dict[datetime.date, Holiday]:
    """The holidays of `calendar` ("moldova", "netherlands", "none") in `year`, by day.

    Two holidays on one day give one entry, the later of the list above (Easter before 1 May).
    """
    make = _CALENDARS.get(calendar)
    return {holiday.day: holiday for holiday in make(year)} if make else {}

"""Sentences about time and money in the active language: "Open until 17:00", "Closed, opens on Monday at 9:00"."""

import datetime
from decimal import Decimal

from django.utils import formats
from django.utils.translation import gettext, pgettext

from core.languages import active
from facts.hours import Status


def on_weekday(day: int) -> str:
    """ "on Monday" in the active language (Russian has its own cases); Monday is 0."""
    return (
        gettext("on Monday"),
        gettext("on Tuesday"),
        gettext("on Wednesday"),
        gettext("on Thursday"),
        gettext("on Friday"),
        gettext("on Saturday"),
        gettext("on Sunday"),
    )[day]


def clock(moment: datetime.datetime | datetime.time) -> str:
    """A time of day as people write it: 9:00, in Dutch 9.00 uur."""
    text = f"{moment.hour}:{moment.minute:02d}"
    # Translators: a time of day, for example 9:00; Dutch writes "9.00 uur"
    return text.replace(":", ".") + " uur" if active() == "nl" else text


def long_date(day: datetime.date) -> str:
    """A date in words: 12 mai 2026, 12 мая 2026 года, 12 mei 2026, 12 May 2026."""
    # E is the month as it stands after a day: Russian "мая", not "май". Django writes Romanian months with a capital.
    text = formats.date_format(day, "j E Y")
    return f"{text} года" if active() == "ru" else text.lower() if active() == "ro" else text


def when(moment: datetime.datetime, now: datetime.datetime) -> str:
    """A coming moment from the point of view of `now`: "at 13:00", "tomorrow at 9:00", "on Monday at 9:00"."""
    days = (moment.date() - now.date()).days
    time = clock(moment)
    if days == 0:
        return gettext("at %(time)s") % {"time": time}
    if days == 1:
        return gettext("tomorrow at %(time)s") % {"time": time}
    if days < 7:
        return gettext("%(on_day)s at %(time)s") % {"on_day": on_weekday(moment.weekday()), "time": time}
    return gettext("on %(date)s at %(time)s") % {"date": long_date(moment.date()), "time": time}


def status_sentence(status: Status) -> str:
    """One line: open until when, or closed, why, and when it opens."""
    if status.is_open:
        if status.changes is None:
            return gettext("Open day and night")
        if status.changes.date() == status.now.date():
            return gettext("Open until %(time)s") % {"time": clock(status.changes)}
        return gettext("Open, closes %(when)s") % {"when": when(status.changes, status.now)}
    reason = reason_of(status)
    if status.changes is None:
        return pgettext("office", "Closed")
    opens = when(status.changes, status.now)
    if reason:
        return gettext("Closed today (%(reason)s), opens %(when)s") % {"reason": reason, "when": opens}
    return gettext("Closed, opens %(when)s") % {"when": opens}


def reason_of(status: Status) -> str:
    """Why a desk is closed today, or an empty text."""
    if status.special:
        return status.special.reason_in(active())
    return status.holiday.names[active()] if status.holiday else ""


def money(amount: Decimal, currency: str) -> str:
    """An amount with its currency in words of the active language: 1.500 lei, 1500 леев, € 70."""
    whole = amount == amount.to_integral_value()
    number = formats.number_format(amount, decimal_pos=0 if whole else 2, use_l10n=True, force_grouping=True)
    if currency == "MDL":
        return gettext("%(amount)s lei") % {"amount": number}
    if currency == "EUR":
        return gettext("%(amount)s euros") % {"amount": number}
    return f"{number} {currency}"

"""Load facts: contacts, opening hours, places, fees."""

import datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from core.models import Area, Country
from facts.models import Contact, Fact, Fee, HoursException, HoursRow, OpeningHours, Place
from facts.words import words_hash
from home.loading.contents import Contents

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def load_facts(contents: Contents) -> None:
    """Make every fact of the content files; demo dates are relative to today."""
    contacts = {code: _contact(row) for code, row in contents.of_kind("contacts").items()}
    hours = {code: _hours(row) for code, row in contents.of_kind("hours").items()}
    for row in contents.of_kind("fees").values():
        _save(Fee(amount=row["amount"], currency=row["currency"], **_common(row)), row)
    countries = {country.code: country for country in Country.objects.all()}
    for row in contents.of_kind("places").values():
        place = Place(
            country=countries[row["country"]],
            street=row["street"],
            locality=row.get("locality", ""),
            postal_code=row.get("postal_code", ""),
            latitude=_degrees(row.get("latitude")),
            longitude=_degrees(row.get("longitude")),
            contact=contacts.get(row.get("contact")),
            hours=hours.get(row.get("hours")),
            **_common(row),
        )
        _save(place, row)


def _degrees(value: object) -> Decimal | None:
    return Decimal(str(value)) if value is not None else None


def _common(row: dict[str, Any]) -> dict[str, Any]:
    today = timezone.localdate()
    checked = row.get("checked") or {"days_ago": 14, "role": row.get("owner", "editor"), "due_in_days": 166}
    source = row.get("source", "")
    return {
        "code": row["code"],
        "area": Area.objects.filter(code=row.get("area")).first(),
        "owner_role": row.get("owner", "editor"),
        "is_example": row.get("example", False),
        "source_url": "" if source == "example" else source,
        "source_read_on": row.get("read_on"),
        "checked_on": today - datetime.timedelta(days=checked["days_ago"]),
        "checked_by_role": checked["role"],
        "next_check_due": today + datetime.timedelta(days=checked["due_in_days"]),
    }


def _save(fact: Fact, row: dict[str, Any]) -> None:
    fact.full_clean(exclude=["uuid"])
    names, notes = row.get("name") or {}, row.get("note") or {}
    original = fact.original_language
    source = words_hash(names.get(original, ""), notes.get(original, ""))
    model = type(fact)._meta.get_field("words").related_model
    fact.words = [
        model(language=language, name=name.strip(), note=notes.get(language, "").strip(), source_hash=source)
        for language, name in names.items()
    ]
    fact.save()


def _contact(row: dict[str, Any]) -> Contact:
    phone = row.get("phone", "")
    is_short = bool(phone) and not phone.startswith("+")
    contact = Contact(
        phone="" if is_short else phone,
        short_number=phone if is_short else "",
        email=row.get("email", ""),
        website=row.get("website", ""),
        **_common(row),
    )
    _save(contact, row)
    return contact


def _time(text: str) -> datetime.time:
    hour, minute = text.split(":")
    return datetime.time(int(hour), int(minute))


def _span(text: str) -> tuple[datetime.time, datetime.time]:
    opens, closes = text.split("-")
    return _time(opens), _time(closes)


def _hours(row: dict[str, Any]) -> OpeningHours:
    hours = OpeningHours(timezone=row["timezone"], holidays=row["holidays"], **_common(row))
    hours.rows = [
        HoursRow(weekday=WEEKDAYS.index(day), opens=opens, closes=closes)
        for day, spans in row["week"].items()
        for opens, closes in map(_span, spans or [])
    ]
    hours.exceptions = [_exception(item) for item in row.get("exceptions") or []]
    _save(hours, row)
    return hours


def _exception(item: dict[str, Any]) -> HoursException:
    day = timezone.localdate() + datetime.timedelta(days=item["in_days"])
    spans = [_span(text) for text in item.get("spans") or []]
    opens, closes = spans[0] if spans and not item.get("closed") else (None, None)
    reasons = {f"reason_{language}": text for language, text in item["reason"].items()}
    return HoursException(first_day=day, last_day=day, opens=opens, closes=closes, **reasons)

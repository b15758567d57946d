"""A shop-front after schema.org: a government office with its hours."""

from typing import TYPE_CHECKING

from django.http import HttpRequest

from core.structured import CONTEXT, absolute
from facts.models import OpeningHours, Place
from facts.schedules import schedule_of

if TYPE_CHECKING:
    from countries.models import ShopFrontPage

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def opening_hours(hours: OpeningHours) -> list[dict[str, object]]:
    """Weekly hours and exceptions; a closed day opens and closes at 00:00, as schema.org wants it."""
    schedule = schedule_of(hours)
    rows: list[dict[str, object]] = [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": f"https://schema.org/{DAYS[day]}",
            "opens": f"{span.opens:%H:%M}",
            "closes": f"{span.closes:%H:%M}",
        }
        for day, spans in enumerate(schedule.week)
        for span in spans
    ]
    for special in schedule.specials:
        spans = [(f"{span.opens:%H:%M}", f"{span.closes:%H:%M}") for span in special.spans] or [("00:00", "00:00")]
        rows += [
            {
                "@type": "OpeningHoursSpecification",
                "validFrom": special.first_day.isoformat(),
                "validThrough": special.last_day.isoformat(),
                "opens": opens,
                "closes": closes,
            }
            for opens, closes in spans
        ]
    return rows


def postal_address(place: Place) -> dict[str, object]:
    """An address after schema.org."""
    return {
        "@type": "PostalAddress",
        "streetAddress": place.street,
        "addressLocality": place.town,
        "postalCode": place.postal_code,
        "addressCountry": place.country.iso_code,
    }


def office(page: "ShopFrontPage", request: HttpRequest) -> dict[str, object]:
    """The shop-front as an office."""
    place = page.place
    data: dict[str, object] = {
        "@context": CONTEXT,
        "@type": "GovernmentOffice",
        "name": page.title,
        "url": absolute(request, request.path),
        "address": postal_address(place),
        "openingHoursSpecification": opening_hours(place.hours) if place.hours else [],
    }
    if place.latitude is not None:
        data["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": float(place.latitude),
            "longitude": float(place.longitude),
        }
    return data

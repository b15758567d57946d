"""What the journey finder needs to answer in the page of a kiosk, so that no address says where somebody wants to go.

The rules stand in `home.finder` and once more in `assets/js/finder.js`; tests/kiosk/test_finder_data.py compares the
answers to every journey. What the clock decides (an overdue check, an open office) is told by `overdue`, as of the
making of the set, and by the hours of the office.
"""

import json
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone, translation

from core import addresses
from core.classification import Area
from core.overdue import checks
from countries.models import ShopFrontPage
from home.cards import guide_cards
from home.finder import EXPERTS, INTENTS, MOST_GUIDES, MOST_SERVICES, ORIGIN, places
from home.models import GuidePage
from home.road import STATIONS
from services.cards import Card, service_cards
from services.models import ServicePage

Row = dict[str, Any]


def build(language: str) -> bytes:
    """Guides in tree order, services, shop-fronts, places and intents of one language, as JSON."""
    with translation.override(language):
        areas = list(Area.objects.values_list("code", flat=True))
        content = {
            "origin": ORIGIN,
            "areas": areas,
            "most": [MOST_GUIDES, MOST_SERVICES],
            "intents": {code: stage for code, (stage, _name) in INTENTS.items()},
            "guides": _guides(language),
            "services": _services(language),
            "fronts": _fronts(language),
            "places": {place.code: place.name for place in places()},
        }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _codes(rows: Any) -> list[str]:
    return sorted(row.code for row in rows.all())


def _is_overdue(key: object) -> bool:
    due, today = checks.get(), timezone.localdate()
    return due.get(key, today) < today


def _card(card: Card) -> Row:
    return {"path": card.url, "title": card.title, "text": card.text}


def _guides(language: str) -> list[Row]:
    guides: QuerySet[GuidePage] = GuidePage.objects.in_language(language).order_by("path")
    found = []
    for guide in guides.prefetch_related("stages", "audiences", "origin", "destination"):
        for card in guide_cards([guide]):
            audiences = _codes(guide.audiences)
            found.append(_card(card) | {
                "stages": _codes(guide.stages),
                "for": "all" if EXPERTS not in audiences else "experts" if audiences == [EXPERTS] else "both",
                "origin": _codes(guide.origin),
                "destination": _codes(guide.destination),
                "station": STATIONS.get(card.url.split("/")[2], ""),
                "overdue": _is_overdue(guide.translation_key),
            })  # fmt: skip
    return found


def _services(language: str) -> list[Row]:
    services = ServicePage.objects.in_language(language).for_list().distinct()
    found = []
    for service in services.prefetch_related("stages", "audiences", "countries").select_related("programme"):
        for card in service_cards([service]):
            found.append(_card(card) | {
                "stages": _codes(service.stages),
                "for": ["experts"] if EXPERTS in _codes(service.audiences) else [],
                "isExperts": bool(service.programme and service.programme.code == "cd4d2"),
                "near": sorted({area.code for area in [*service.areas.all(), *service.shop_fronts.all()]}),
                "countries": _codes(service.countries),
                "online": bool(service.is_online),
                "overdue": _is_overdue(service.translation_key),
            })  # fmt: skip
    return found


def _fronts(language: str) -> list[Row]:
    table = addresses.addresses.get().by_id
    rows = ShopFrontPage.objects.live().filter(locale__language_code=language).with_place().order_by("area__order")
    return [
        {
            "path": table[front.pk].url, "title": front.title, "area": front.area.code,
            "hours": str(front.place.hours.uuid) if front.place.hours else "",
            "place": ", ".join(part for part in (front.place.street, front.place.town) if part),
        }
        for front in rows if front.pk in table
    ]  # fmt: skip

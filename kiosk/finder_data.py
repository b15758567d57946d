"""What a kiosk needs to answer the journey finder in its own page, so that no address says where somebody wants to go.

What an intent may lead to is decided here, by `home.finder`; `assets/js/finder.js` ranks it by the same rules, and
tests/kiosk/test_finder_data.py compares the answers to every journey. What the clock decides is in the data as the day
until which a page is vouched for and the id of opening hours; the device asks its own clock and its opening.json.
"""

import datetime
import json
from typing import Any

from django.utils import translation
from wagtail.models import Page

from core import addresses
from core.classification import Area
from core.overdue import checks
from countries.models import ShopFrontPage
from countries.templatetags.countries_tags import spoken
from home.cards import guide_cards
from home.finder import INTENTS, MOST_GUIDES, MOST_SERVICES, ORIGIN, guide_choices, service_choices, shop_fronts
from services.cards import Card, service_cards

Row = dict[str, Any]


def build(language: str) -> bytes:
    """The data of one language as JSON; the same bytes as long as nothing that it shows has changed.

    `guides` and `services` hold each page once; an intent names them by their places there, in the order of the tree
    and of the titles.
    """
    with translation.override(language):
        due = checks.get()
        guides, services = _Rows(due), _Rows(due)
        content = {
            "origin": ORIGIN,
            "areas": list(Area.objects.values_list("code", flat=True)),
            "most": {"guides": MOST_GUIDES, "services": MOST_SERVICES},
            "intents": {intent: _intent(intent, language, guides, services) for intent in INTENTS},
            "guides": guides.rows,
            "services": services.rows,
            "fronts": [_front(front) for front in shop_fronts(language)],
        }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


class _Rows:
    """Pages as rows of the data, each once, and their places in it."""

    def __init__(self, due: dict[Any, datetime.date]) -> None:
        self.rows: list[Row] = []
        self._due = due
        self._places: dict[int, int] = {}

    def place(self, page: Page, card: Card, **facts: Any) -> int:
        """The place of a page, which is added if it is new."""
        if page.pk not in self._places:
            due = self._due.get(page.translation_key)
            row = {"path": card.url, "title": card.title, "text": card.text, "due": due.isoformat() if due else ""}
            self._places[page.pk] = len(self.rows)
            self.rows.append(row | facts)
        return self._places[page.pk]


def _intent(intent: str, language: str, guides: _Rows, services: _Rows) -> dict[str, list[int]]:
    """The places of its guides and services; `elsewhere`: those of its guides that stand at another station."""
    found: dict[str, list[int]] = {"guides": [], "elsewhere": [], "services": []}
    for choice in guide_choices(intent, language):
        [card] = guide_cards([choice.guide])
        found["guides"].append(guides.place(choice.guide, card, ends=sorted(choice.ends)))
        if choice.is_other_stage:
            found["elsewhere"].append(found["guides"][-1])
    for choice in service_choices(intent, language):
        service, [card] = choice.service, service_cards([choice.service])
        facts = {"near": sorted(choice.near), "countries": sorted(choice.countries), "online": service.is_online}
        found["services"].append(services.place(service, card, **facts))
    return found


def _front(front: ShopFrontPage) -> Row:
    """A shop-front as its card shows it: where it is, what is spoken there, its number."""
    place, contact = front.place, front.place.contact
    street = ", ".join(part for part in (place.street, place.town) if part)
    return {
        "path": addresses.addresses.get().by_id[front.pk].url,
        "title": front.title,
        "area": front.area.code,
        "hours": str(place.hours.uuid) if place.hours else "",
        "place": f"{street}. {spoken(front.languages)}",
        "phone": contact.number if contact else "",
        "isExample": bool(contact and contact.is_example),
    }

"""Lines of lists for guides, and for guides and services together."""

import uuid
from collections.abc import Iterable

from core import addresses
from home.models import GuidePage
from services.cards import Card, service_cards
from services.models import ServicePage


def guide_cards(guides: Iterable[GuidePage]) -> list[Card]:
    """Guides with their summaries."""
    table = addresses.addresses.get().by_id
    return [Card(guide.title, table[guide.pk].url, guide.summary) for guide in guides if guide.pk in table]


def keys_of(page_ids: Iterable[int]) -> list[uuid.UUID]:
    """Translation keys of pages given by the ids of any of their versions, in the same order."""
    table = addresses.addresses.get().by_id
    return [table[page_id].key for page_id in page_ids if page_id in table]


def guides_for(page_ids: Iterable[int], language: str) -> list[Card]:
    """The guides among the given pages, in `language`, in the order given."""
    order = {key: place for place, key in enumerate(keys_of(page_ids))}
    guides = GuidePage.objects.in_language(language).filter(translation_key__in=order)
    return guide_cards(sorted(guides, key=lambda page: order[page.translation_key]))


def services_for(page_ids: Iterable[int], language: str) -> list[Card]:
    """The services among the given pages, in `language`, in the order given."""
    order = {key: place for place, key in enumerate(keys_of(page_ids))}
    services = ServicePage.objects.in_language(language).filter(translation_key__in=order).for_short_list()
    return service_cards(sorted(services, key=lambda page: order[page.translation_key]), with_places=False)

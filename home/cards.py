"""Lines of lists for guides, and for guides and services together."""

import uuid
from collections.abc import Iterable

from wagtail.models import Page
from wagtail.query import PageQuerySet

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
    return guide_cards(_in_order(GuidePage.objects.in_language(language), page_ids))


def services_for(page_ids: Iterable[int], language: str) -> list[Card]:
    """The services among the given pages, in `language`, in the order given."""
    services = ServicePage.objects.in_language(language).for_short_list()
    return service_cards(_in_order(services, page_ids), with_places=False)


def _in_order(pages: PageQuerySet, page_ids: Iterable[int]) -> list[Page]:
    """Those of `pages` that are versions of the pages with these ids, in the order of the ids."""
    order = {key: place for place, key in enumerate(keys_of(page_ids))}
    return sorted(pages.filter(translation_key__in=order), key=lambda page: order[page.translation_key])

"""One line of a list: a page of ours with a title, an address and a sentence."""

from collections.abc import Iterable
from dataclasses import dataclass

from core import addresses
from services.models import ServicePage
from services.sentences import cost_sentence


@dataclass(frozen=True)
class Card:
    """A link with a sentence under it; `cost`, `where` and `provider` are known for services only."""

    title: str
    url: str
    text: str
    summary: str = ""
    cost: str = ""
    where: str = ""
    provider: str = ""


def service_cards(services: Iterable[ServicePage], *, with_places: bool = True) -> list[Card]:
    """Services with provider, cost and places (query them with `for_list`, without places with `for_short_list`)."""
    table = addresses.addresses.get().by_id
    cards = []
    for service in services:
        if service.pk not in table:
            continue
        provider = service.provider.short_name or service.provider.name
        cost, where = cost_sentence(service), ", ".join(service.where) if with_places else ""
        text = " · ".join(word for word in (provider, cost, where) if word)
        url = table[service.pk].url
        cards.append(Card(service.title, url, text, service.summary, cost, where, provider))
    return cards

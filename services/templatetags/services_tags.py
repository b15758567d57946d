"""Tags that list services where other apps show them."""

from collections.abc import Iterable

from django import template

from core.classification import Area, Sector
from services.cards import Card, service_cards
from services.models import ServicePage
from services.sentences import cost_sentence

register = template.Library()


@register.simple_tag
def services_in_area(area: Area) -> list[Card]:
    """Services at a desk or at the shop-front of a pilot area."""
    services = ServicePage.objects.in_language().available_in(area.code).for_short_list()
    return service_cards(services, with_places=False)


@register.simple_tag
def services_at_shop_front(area: Area) -> list[Card]:
    """Services at the shop-front of a pilot area."""
    services = ServicePage.objects.in_language().filter(shop_fronts=area)
    return service_cards(services.for_short_list(), with_places=False)


@register.simple_tag
def services_of_sector(sector: Sector) -> list[Card]:
    """Services that belong to a sector."""
    return service_cards(ServicePage.objects.in_language().filter(sectors=sector).for_list())


@register.filter
def cost(service: ServicePage) -> str:
    """What a service costs, in words."""
    return cost_sentence(service)


@register.simple_tag
def cards_of(services: Iterable[ServicePage]) -> list[Card]:
    """Lines of a list for services that were read with `for_list`."""
    return service_cards(services)

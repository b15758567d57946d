"""Sentences about services in the active language."""

from django.utils.translation import gettext

from facts.sentences import money
from services.models import ServicePage


def cost_sentence(service: ServicePage) -> str:
    """What a service costs: "Free", an amount, or the words of the editors."""
    if service.cost == ServicePage.Cost.FREE:
        return gettext("Free of charge")
    if service.cost == ServicePage.Cost.FEE and service.fee:
        return money(service.fee.amount, service.fee.currency)
    return service.cost_note or gettext("Ask for the price")

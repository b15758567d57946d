"""Tags for codes on pages of the portal and of the admin."""

from urllib.parse import urlsplit

from django import template
from django.conf import settings

from handover.models import SlipBatch
from handover.slips import code_of

register = template.Library()


@register.filter
def card_code(batch: SlipBatch | None) -> str:
    """The code to print on a card; empty for the stock of a device, and before the card is saved."""
    return code_of(batch) if batch and batch.pk and not batch.device else ""


@register.simple_tag
def portal_host() -> str:
    """The portal's host as people write it."""
    return urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc

"""Tags for saving and sharing pages."""

from urllib.parse import quote

from django import template
from django.conf import settings
from django.template import Context
from django.utils.translation import gettext_lazy as _

from core.models import BasePage
from phones.chapters import Chapter, chapter_of

register = template.Library()

# What people in and around Moldova use; plain addresses that the phone's own apps open.
SERVICES = (
    ("WhatsApp", "https://wa.me/?text={text}"),
    ("Viber", "viber://forward?text={text}"),
    ("Telegram", "https://t.me/share/url?url={url}&text={title}"),
    (_("Text message"), "sms:?&body={text}"),
    (_("E-mail"), "mailto:?subject={title}&body={text}"),
)


@register.simple_tag
def worker_address() -> str:
    """Where the service worker is; empty while it is switched off."""
    return "/sw.js" if settings.SERVICE_WORKER else ""


@register.simple_tag(takes_context=True)
def chapter(context: Context) -> Chapter | None:
    """The chapter that can be saved from this page; None where saving is switched off."""
    page = context.get("page")
    address = page.address if isinstance(page, BasePage) and settings.SERVICE_WORKER else None
    return chapter_of(address) if address else None


@register.simple_tag
def share_links(title: str, url: str) -> list[tuple[str, str]]:
    """Names and addresses that send a page on; nobody is asked before the reader taps."""
    gaps = {"title": quote(title, safe=""), "url": quote(url, safe=""), "text": quote(f"{title} {url}", safe="")}
    return [(name, pattern.format(**gaps)) for name, pattern in SERVICES]

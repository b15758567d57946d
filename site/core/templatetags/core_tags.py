"""Tags for what every page shows: addresses, languages, breadcrumbs, marks of another language."""

import json
from dataclasses import dataclass
from typing import Any

import segno
from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.images.models import AbstractImage

from core import addresses
from core.addresses import Address
from core.languages import LANGUAGES, active, own_name
from core.models import BasePage
from core.pictures import picture

register = template.Library()


@dataclass(frozen=True)
class Version:
    """One entry of the language switch."""

    language: str
    name: str
    url: str
    is_current: bool
    exists: bool


def _current_address(context: Context) -> Address | None:
    page = context.get("page")
    return page.address if isinstance(page, BasePage) else None


def _urls(context: Context) -> dict[str, str]:
    """The address of the current view in each language in which it exists."""
    if "alternates" in context:
        return context["alternates"]
    address = _current_address(context)
    if address is None:
        return {}
    return {found.language: found.url for found in addresses.versions(address.key)}


@register.simple_tag(takes_context=True)
def versions(context: Context) -> list[Version]:
    """The current page in all languages; where it is missing, the home page of that language."""
    urls, current = _urls(context), active()
    return [
        Version(code, own_name(code), urls.get(code, f"/{code}/"), code == current, code in urls) for code in LANGUAGES
    ]


@register.simple_tag(takes_context=True)
def alternates(context: Context) -> dict[str, str]:
    """Language to absolute address, for hreflang; empty for pages that exist in one language only."""
    request: HttpRequest = context["request"]
    return {code: request.build_absolute_uri(url) for code, url in _urls(context).items()}


@register.simple_tag(takes_context=True)
def canonical(context: Context) -> str:
    """The absolute address of this page without its query; on a kiosk the one that every phone can open."""
    request: HttpRequest = context["request"]
    if context.get("is_kiosk"):
        return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{request.path}"
    return request.build_absolute_uri(request.path)


@register.simple_tag(takes_context=True)
def crumbs(context: Context) -> list[Address]:
    """The pages above this one, without the home page."""
    address = _current_address(context)
    return [found for found in addresses.above(address) if found.inner != "/"] if address else []


@register.simple_tag
def address_of(page_id: int | None) -> Address | None:
    """Where a page (given by the id of any of its versions) stands in the active language."""
    return addresses.localized(page_id, active()) if page_id else None


@register.simple_tag
def inner(path: str) -> Address | None:
    """The page at an address without language, in the active language."""
    return addresses.find(active(), path)


@register.filter
def lang_attribute(language: str) -> SafeString:
    """` lang="ro"` when a text is in another language than the page, else nothing."""
    current = active()
    return format_html(' lang="{}"', language) if language and language != current else SafeString("")


@register.filter
def in_own_name(language: str) -> str:
    """The name of a language in itself."""
    return own_name(language)


@register.filter
def anchor(value: Any) -> str:
    """An id for the block with this uuid: ids must not begin with a digit everywhere."""
    return f"b-{str(value)[:8]}"


@register.simple_tag
def text_picture(image: AbstractImage) -> SafeString:
    """A picture inside a text, in three formats and four widths."""
    return picture(image).__html__()


@register.simple_tag(takes_context=True)
def structured_data(context: Context) -> SafeString:
    """The schema.org descriptions of the page as JSON-LD; data, never run as a script."""
    page, request = context.get("page"), context["request"]
    if not isinstance(page, BasePage):
        return SafeString("")
    parts = [
        format_html('<script type="application/ld+json">{}</script>', SafeString(json_for_script(part)))
        for part in page.structured_data(request)
    ]
    return SafeString("\n".join(parts))


def json_for_script(data: dict[str, object]) -> str:
    """JSON that cannot end the script element it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


@register.simple_tag
def qr_code(url: str) -> SafeString:
    """A QR code of `url` as a small inline drawing, for paper."""
    drawing = segno.make(url, error="m").svg_inline(border=0, omitsize=True, svgclass=None, lineclass=None)
    return SafeString(drawing.replace("<svg ", '<svg width="120" height="120" aria-hidden="true" ', 1))

"""Tags of the kiosk's skin: public addresses and QR codes that are read at arm's length."""

from urllib.parse import urlsplit

import segno
from django import template
from django.conf import settings
from django.utils.safestring import SafeString

register = template.Library()
QUIET, MODULE = 4, 6  # modules; pixels: at least 1 mm on every screen that is allowed (docs/kiosk-provisioning.md)


@register.simple_tag
def public_origin() -> str:
    """Scheme and host of the portal that everybody can reach."""
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/")


@register.simple_tag
def public_host() -> str:
    """The portal's host as people write it."""
    return urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc


@register.filter
def without_scheme(url: str) -> str:
    """An address as people write it down."""
    return url.removeprefix("https://").removeprefix("http://")


@register.simple_tag
def large_qr(url: str) -> SafeString:
    """A QR code for the camera of a phone: level M, quiet zone of 4, dark on white in every colour scheme (K9)."""
    code = segno.make(url, error="m", micro=False)
    drawing = code.svg_inline(border=QUIET, omitsize=True, svgclass="qr", lineclass=None)
    side = code.symbol_size(border=QUIET)[0] * MODULE
    return SafeString(drawing.replace("<svg ", f'<svg width="{side}" height="{side}" aria-hidden="true" ', 1))

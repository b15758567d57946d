"""Which links a page has, and whether those inside the portal lead anywhere."""

import re
from html import unescape
from urllib.parse import urlsplit

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from core import addresses
from quality.checks import values_in
from quality.models import Link, LinkUse

_HREF = re.compile(r'<a [^>]*href="([^"]+)"')
_PAGE = re.compile(r'<a [^>]*linktype="page"[^>]*>')
_ADDRESS = re.compile(r"https?://[^\s<>\"']+")
LONGEST = 500


def links_of(page: Page) -> list[tuple[str, str]]:
    """(address, path) of every link of a page; `page:12` for pages of the portal."""
    found: dict[tuple[str, str], None] = {}
    for path, value in values_in(page):
        if not isinstance(value, str):
            continue
        if "<a " in value:
            for tag in _PAGE.findall(value):
                number = re.search(r'\bid="(\d+)"', tag)
                if number:
                    found[f"page:{number[1]}", path] = None
            for address in _HREF.findall(value):
                found[unescape(address), path] = None
        elif _ADDRESS.fullmatch(value.strip()):
            found[value.strip(), path] = None
    return [(address, path) for address, path in found if _can_be_visited(address)]


def _can_be_visited(address: str) -> bool:
    if len(address) > LONGEST:
        return False
    return address.startswith("page:") or urlsplit(address).scheme in ("http", "https")


@transaction.atomic
def note_links(page: Page) -> None:
    """Write down the links of a page as they are now; what no page uses any more is forgotten."""
    LinkUse.objects.filter(page_id=page.pk).delete()
    if page.live:
        for address, path in links_of(page):
            link, _made = Link.objects.get_or_create(address=address)
            LinkUse.objects.create(link=link, page_id=page.pk, path=path)
    Link.objects.filter(uses=None).delete()


def settle_inside() -> int:
    """Look at all links inside the portal; how many are broken. No network, four queries."""
    table = addresses.addresses.get().by_id
    broken = 0
    links = list(Link.objects.filter(address__startswith="page:").prefetch_related("uses"))
    exist = set(Page.objects.values_list("pk", flat=True))
    for link in links:
        target = int(link.address.partition(":")[2])
        reason = "" if target in table else Link.Reason.OFF if target in exist else Link.Reason.DELETED
        _settle(link, reason)
        broken += bool(reason)
    return broken


def _settle(link: Link, reason: str) -> None:
    state = Link.State.BROKEN if reason else Link.State.WORKS
    if (link.state, link.reason) != (state, reason):
        link.state, link.reason, link.since = state, reason, timezone.now()
    link.visited_at = timezone.now()
    link.save(update_fields=["state", "reason", "since", "visited_at"])

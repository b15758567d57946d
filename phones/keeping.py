"""Which answers a phone may keep. It keeps nothing that does not say so itself (docs/phones.md)."""

from django.http import HttpRequest, HttpResponse
from wagtail.models import Page

from core.models import BasePage

# When the text was published, in UTC; `core.views.not_found` says `gone` instead, and the phone forgets its copy.
# An answer of somebody else's server (a captive portal) has no such header and is never kept.
HEADER = "Nexus-Published"


def mark(page: Page, request: HttpRequest, response: HttpResponse) -> None:
    """Let phones keep this answer, if it is a public page as everybody gets it: no query, no session, no form."""
    if request.method != "GET" or request.META.get("QUERY_STRING") or request.COOKIES.get("sessionid"):
        return
    if getattr(request, "is_preview", False) or not isinstance(page, BasePage) or response.status_code != 200:
        return
    control = response.headers.get("Cache-Control", "")
    address = page.address
    if address is None or address.published_at is None or "public" not in control or response.cookies:
        return
    response.headers[HEADER] = address.published_at.isoformat(timespec="seconds")

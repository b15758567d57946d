"""Descriptions of pages for search engines, after schema.org."""

from typing import TYPE_CHECKING

from django.http import HttpRequest

from core import addresses

if TYPE_CHECKING:
    from core.models import BasePage

CONTEXT = "https://schema.org"


def absolute(request: HttpRequest, url: str) -> str:
    """`url` with scheme and host."""
    return request.build_absolute_uri(url)


def of_page(page: "BasePage", request: HttpRequest) -> list[dict[str, object]]:
    """The page itself with its language and original, and the way down to it."""
    address = page.address
    if address is None:
        return []
    web_page: dict[str, object] = {
        "@context": CONTEXT,
        "@type": "WebPage",
        "@id": absolute(request, address.url),
        "name": page.title,
        "description": page.summary,
        "inLanguage": address.language,
    }
    if page.last_published_at:
        web_page["dateModified"] = page.last_published_at.date().isoformat()
    original = page.original
    if original:
        web_page["translationOfWork"] = {
            "@type": "WebPage",
            "@id": absolute(request, original.url),
            "inLanguage": original.language,
        }
    crumbs = [
        {"@type": "ListItem", "position": position, "name": found.title, "item": absolute(request, found.url)}
        for position, found in enumerate([*addresses.above(address), address], start=1)
    ]
    trail = {"@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": crumbs}
    return [web_page, trail] if len(crumbs) > 1 else [web_page]

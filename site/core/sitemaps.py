"""The sitemap of all four languages, with reciprocal alternates."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from wagtail.models import Page

from core import addresses
from core.languages import LANGUAGES

Entry = dict[str, object]
# Apps with addresses that are no pages (providers) add a function: language to address, one dict per thing.
extra_entries: list[Callable[[], list[dict[str, str]]]] = []


@cache_control(public=True, max_age=3600)
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public address, with the same page in the other languages and x-default."""
    changed = dict(Page.objects.live().values_list("pk", "last_published_at"))
    table = addresses.addresses.get()
    entries: list[Entry] = []
    for address in table.in_tree_order():
        urls = {code: found.url for code, found in table.by_key[address.key].items()}
        entries.append(_entry(request, address.url, urls, changed.get(address.page_id)))
    for more in extra_entries:
        for urls in more():
            entries += [_entry(request, url, urls, None) for url in urls.values()]
    return render(request, "sitemap.xml", {"entries": entries}, content_type="application/xml")


def _entry(request: HttpRequest, url: str, urls: dict[str, str], changed: object) -> Entry:
    absolute = request.build_absolute_uri
    links = [(code, absolute(urls[code])) for code in LANGUAGES if code in urls]
    return {"location": absolute(url), "alternates": [*links, ("x-default", absolute("/"))], "changed": changed}

"""The results page; works without script, and answers 200 to anything that can be typed."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.http import urlencode

from core.languages import LANGUAGES
from search import queries

RESULTS_PER_PAGE = 10


def search(request: HttpRequest) -> HttpResponse:
    """Answers to `q`, ten on a page."""
    language = request.LANGUAGE_CODE
    text = request.GET.get("q", "").replace("\0", "").strip()[: queries.LONGEST_QUERY]
    found = queries.find(text, language)
    page = Paginator(found, RESULTS_PER_PAGE).get_page(request.GET.get("page"))
    query = urlencode({"q": text}) if text else ""
    elsewhere = []
    if text and not found:
        elsewhere = [(code, len(queries.find(text, code))) for code in LANGUAGES if code != language]
    context = {
        "query": text,
        "page_obj": page,
        "results": queries.results(list(page.object_list)),
        "count": len(found),
        "elsewhere": [(code, count) for code, count in elsewhere if count],
        "query_string": query,
        "alternates": {code: f"/{code}/search/{'?' + query if query else ''}" for code in LANGUAGES},
    }
    response = render(request, "search/results.html", context)
    patch_cache_control(response, public=True, max_age=60)
    return response

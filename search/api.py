"""`GET /<lang>/search/api/`: results as JSON, for measuring and for other programs. docs/search.md describes it."""

from django.http import HttpRequest, JsonResponse

from search.facts import FACETS
from search.searching import Hit, search

LARGEST_PAGE = 50
DEFAULT_SIZE = 10


def _number(text: str, least: int, most: int, default: int) -> int:
    try:
        return min(max(int(text), least), most)
    except ValueError:
        return default


def _shown(hit: Hit) -> dict[str, object]:
    return {
        "id": hit.external_id or hit.page_id,
        "title": hit.title,
        "url": hit.url,
        "language": hit.language,
        "highlights": {"title": hit.highlights.title, "passage": hit.highlights.passage},
        "score": hit.score,
    }


def api(request: HttpRequest) -> JsonResponse:
    """`q`, `page` (from 1), `size` (at most 50), facets as repeated parameters. Always 200."""
    page = _number(request.GET.get("page", ""), 1, 10_000, 1)
    size = _number(request.GET.get("size", ""), 1, LARGEST_PAGE, DEFAULT_SIZE)
    filters = {name: request.GET.getlist(name) for name in FACETS if name in request.GET}
    results = search(request.GET.get("q", ""), request.LANGUAGE_CODE, filters, page, size)
    answer = {
        "query": results.query,
        "results": [_shown(hit) for hit in results.hits],
        "total": results.total,
        "facets": results.facets,
        "suggestion": results.searched,
        "promoted": [_shown(hit) for hit in results.promoted],
        "degraded": results.degraded,
    }
    response = JsonResponse(answer, json_dumps_params={"ensure_ascii": False})
    response.headers["Cache-Control"] = "public, max-age=30"
    return response

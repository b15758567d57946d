"""The search desk in the admin: what is asked, what finds nothing, why a result is there, how the index is."""

import csv

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from core.languages import LANGUAGES, own_name
from search import progress
from search.health import asked, health
from search.models import FileText
from search.searching import search
from search.understanding import understand

DAYS = 30
MOST_FILES = 50
RIGHT = "search.change_synonymset"


def _ask(request: HttpRequest) -> None:
    if not request.user.has_perm(RIGHT):
        raise PermissionDenied


def desk(request: HttpRequest) -> HttpResponse:
    """One language at a time; `q` tries a query and explains it."""
    _ask(request)
    language = request.GET.get("language", LANGUAGES[0])
    language = language if language in LANGUAGES else LANGUAGES[0]
    query = request.GET.get("q", "")
    if request.GET.get("format") == "csv":
        return _csv(language)
    context = {
        "languages": [(code, own_name(code)) for code in LANGUAGES],
        "language": language,
        "query": query,
        "top": asked(language, DAYS, without_result=False),
        "nothing": asked(language, DAYS, without_result=True),
        "health": health(),
        "terms": understand(query, language).terms if query else [],
        "results": search(query, language) if query else None,
        "days": DAYS,
        "rebuild": progress.progress(),
        "unread": FileText.objects.filter(state=FileText.State.FAILED).select_related("document")[:MOST_FILES],
    }
    response = render(request, "search/admin/desk.html", context)
    if context["rebuild"] and context["rebuild"].is_running:
        response.headers["Refresh"] = f"3;url={request.get_full_path()}#index"
    return response


def _csv(language: str) -> HttpResponse:
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="queries-{language}.csv"'
    writer = csv.writer(response)
    writer.writerow([_("query"), _("times"), _("results"), _("chosen, by place")])
    for row in asked(language, DAYS, without_result=False, most=5000):
        text = f"'{row.text}" if row.text[:1] in "=+-@" else row.text
        writer.writerow([text, row.times, row.results, row.clicked])
    return response


@require_POST
def rebuild_index(request: HttpRequest) -> HttpResponse:
    """Make the index again; readers see the old one until the new one is whole."""
    if not request.user.is_superuser:
        raise PermissionDenied
    if progress.start():
        messages.success(request, _("The index is being made again. The old one answers until the new one is whole."))
    else:
        messages.warning(request, _("The index is being made again already."))
    return redirect(f"{reverse('search_desk')}#index")


@never_cache
def health_json(request: HttpRequest) -> JsonResponse:
    """For monitoring: 200 when the index is well, 503 when it lags or lacks pages; numbers only."""
    now = health()
    body = {"ok": now.is_well, "documents": now.documents, "expected": now.wanted, "queued": now.queued,
            "lag_seconds": round(now.lag), "engine": now.engine, "engine_ok": not now.engine_trouble}  # fmt: skip
    return JsonResponse(body, status=200 if now.is_well else 503)

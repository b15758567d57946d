"""The pages of the desk in the Wagtail admin."""

import csv
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from core.languages import LANGUAGES, own_name
from translations import records
from translations.desk.table import Line, choose, counts, lines
from translations.memory import fill
from translations.models import State, Version
from translations.rights import may_change, may_confirm, may_submit
from translations.words import marked

FILTERS = ("language", "state", "section", "area", "owner", "overdue")
PER_PAGE = 50


def _wanted(request: HttpRequest) -> dict[str, str]:
    return {name: request.GET.get(name, "") for name in FILTERS}


def table(request: HttpRequest) -> HttpResponse:
    """Page x language, with filters and counts."""
    everything = lines()
    wanted = _wanted(request)
    found = choose(everything, wanted)
    if request.GET.get("format") == "csv":
        return _csv(found)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("p"))
    totals = counts(found)
    context = {
        "lines": page,
        "count": len(found),
        "languages": [(language, own_name(language)) for language in LANGUAGES],
        "wanted": wanted,
        "states": State.choices,
        "sections": _values(everything, "section"),
        "areas": _values(everything, "area"),
        "owners": _values(everything, "owner"),
        "totals": [
            (state, label, [(language, totals[language][state]) for language in LANGUAGES])
            for state, label in State.choices
        ],
        "query": urlencode({name: value for name, value in wanted.items() if value}),
    }
    return render(request, "translations/admin/table.html", context)


def _values(found: list[Line], name: str) -> list[str]:
    return sorted({getattr(line, name) for line in found} - {""})


def _csv(found: list[Line]) -> HttpResponse:
    """All lines that answer the filters, one per page and language."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="translations.csv"'
    writer = csv.writer(response)
    writer.writerow(["page", "path", "title", "original", "language", "state", "outdated_segments", "since", "overdue"])
    for line in found:
        for cell in line.row:
            since = cell.since.isoformat() if cell.since else ""
            row = [line.page_id, line.inner, line.title, line.language, cell.language, cell.state, cell.outdated, since]
            writer.writerow([_harmless(value) for value in [*row, "yes" if line.is_overdue else "no"]])
    return response


def _harmless(value: Any) -> Any:
    """A cell that a spreadsheet would run as a formula is text."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@") else value


@require_POST
def send(request: HttpRequest) -> HttpResponse:
    """Send the chosen pages to translation into the chosen languages; what one may not send is said."""
    pages = Page.objects.filter(pk__in=request.POST.getlist("page")).specific()
    locales = Locale.objects.filter(language_code__in=request.POST.getlist("language"))
    sent, refused = 0, []
    for page in pages:
        targets = [locale for locale in locales if locale.pk != page.locale_id]
        if targets and all(may_submit(request.user, page, locale) for locale in targets):
            translate_object(page, targets)
            sent += 1
        else:
            refused.append(page.title)
    if sent:
        words = ngettext("%(count)s page was sent to translation.", "%(count)s pages were sent to translation.", sent)
        messages.success(request, words % {"count": sent})
    if refused:
        messages.error(request, _("Not sent, because you may not: %(pages)s") % {"pages": ", ".join(refused)})
    if not sent and not refused:
        messages.warning(request, _("Choose pages and at least one language."))
    return redirect(f"{reverse('translations_table')}?{request.GET.urlencode()}")


@require_http_methods(["GET", "POST"])
def confirm_version(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask once more, then note that a translation is right for its original as it stands."""
    version = Version.objects.select_related("original").filter(object_id=page_id, original__is_page=True).first()
    page = Page.objects.filter(pk=page_id).first()
    if version is None or page is None or not may_confirm(request.user, page):
        raise PermissionDenied
    if request.method == "POST":
        records.confirm(version)
        messages.success(request, _("This translation counts as up to date now."))
        return redirect("wagtailadmin_pages:edit", page_id)
    changes = [marked(part["old"], part["new"]) for part in version.drift]
    return render(request, "translations/admin/confirm.html", {"page": page, "changes": changes})


@require_POST
def want(request: HttpRequest) -> HttpResponse:
    """Say that a page is wanted in a language, or that it is not."""
    page = Page.objects.filter(pk=request.POST.get("page")).first()
    version = (
        page
        and Version.objects.filter(original_id=page.translation_key, locale__language_code=request.POST.get("language"))
        .select_related("original")
        .first()
    )
    if not version or not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    records.want(version, request.POST.get("wanted") == "yes")
    return redirect(f"{reverse('translations_table')}?{request.GET.urlencode()}")


@require_POST
def fill_from_memory(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter, for the missing texts of one translation, what other pages say already."""
    translation = get_object_or_404(Translation, pk=pk, enabled=True)
    page = Page.objects.filter(
        translation_key=translation.source.object_id, locale_id=translation.target_locale_id
    ).first()
    if page is None or not may_change(request.user, page):
        raise PermissionDenied
    count = fill(translation, request.user)
    words = ngettext("%(count)s text was taken over.", "%(count)s texts were taken over.", count)
    messages.success(request, words % {"count": count})
    return redirect("wagtailadmin_pages:edit", page.pk)

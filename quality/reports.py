"""The reports "Text checks" and "Broken links", and the replacement of an address."""

import csv
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.core.validators import URLValidator
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from core import addresses
from core.languages import LANGUAGES, own_name
from quality.checks import SENTENCES, Finding
from quality.models import Link, TextFinding
from quality.replacing import places_of, replace

PER_PAGE = 50


def own_pages(user: Any) -> QuerySet[Page]:
    """The pages that this person may change."""
    return page_permission_policy.instances_user_has_any_permission_for(user, {"change", "publish"})


def as_finding(row: TextFinding) -> Finding:
    """A row as the finding that it was."""
    return Finding(row.kind, row.path, row.passage, tuple(row.values.items()))


def texts(request: HttpRequest) -> HttpResponse:
    """All findings in texts, narrowed by kind and language."""
    kind, language = request.GET.get("kind", ""), request.GET.get("language", "")
    rows = TextFinding.objects.filter(page__in=own_pages(request.user)).select_related("page")
    rows = rows.filter(kind=kind) if kind in SENTENCES else rows
    rows = rows.filter(page__locale__language_code=language) if language in LANGUAGES else rows
    rows = rows.order_by("page__path", "pk")
    if request.GET.get("format") == "csv":
        return _csv(rows)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("p"))
    context = {
        "rows": [(row, as_finding(row), addresses.language_of(row.page.locale_id)) for row in page],
        "page_obj": page,
        "kinds": [(code, str(sentence).split(". ")[0].split("%")[0]) for code, sentence in SENTENCES.items()],
        "languages": [(code, own_name(code)) for code in LANGUAGES],
        "kind": kind,
        "language": language,
        "count": page.paginator.count,
    }
    return render(request, "quality/texts.html", context)


def _csv(rows: QuerySet[TextFinding]) -> HttpResponse:
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="text-checks.csv"'
    writer = csv.writer(response)
    writer.writerow([_("page"), _("language"), _("field"), _("passage"), _("what to do")])
    for row in rows:
        cells = [
            row.page.title,
            addresses.language_of(row.page.locale_id),
            row.path,
            row.passage,
            as_finding(row).sentence,
        ]
        writer.writerow([f"'{cell}" if cell[:1] in ("=", "+", "-", "@") else cell for cell in cells])
    return response


def broken_links(user: Any) -> QuerySet[Link]:
    """Broken links on pages that this person may change, with the number of their places."""
    rows = Link.objects.filter(state=Link.State.BROKEN, uses__page__in=own_pages(user))
    return rows.annotate(places=Count("uses", distinct=True)).order_by("since", "pk").distinct()


def links(request: HttpRequest) -> HttpResponse:
    """Broken links, the oldest first; each leads to its places and to its replacement."""
    page = Paginator(broken_links(request.user), PER_PAGE).get_page(request.GET.get("p"))
    return render(request, "quality/links.html", {"rows": page, "count": page.paginator.count})


class ReplaceForm(forms.Form):
    """The new address."""

    address = forms.CharField(
        label=gettext_lazy("New address"), max_length=500, validators=[URLValidator(["http", "https"])]
    )


@require_http_methods(["GET", "POST"])
def link(request: HttpRequest, pk: int) -> HttpResponse:
    """One link: why it does not work, where it stands; a new address is shown everywhere before it is put there."""
    found = get_object_or_404(Link, pk=pk)
    places = places_of(found, request.user)
    if not any(place.allowed for place in places):
        raise PermissionDenied
    form = ReplaceForm(request.POST or None)
    is_ready = request.method == "POST" and not found.is_inside and form.is_valid()
    if is_ready and "sure" in request.POST:
        live, drafts = replace(found, form.cleaned_data["address"], request.user)
        words = ngettext("%(count)s page has the new address.", "%(count)s pages have the new address.", live + drafts)
        messages.success(request, words % {"count": live + drafts})
        if drafts:
            words = ngettext("%(count)s of them as a draft.", "%(count)s of them as drafts.", drafts)
            messages.warning(request, words % {"count": drafts})
        return redirect("quality_links")
    context = {"link": found, "places": places, "form": form, "is_preview": is_ready}
    return render(request, "quality/link.html", context)

"""The list of contradictions in the admin: the two passages side by side, and a reason to keep them."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.models import Page

from core import addresses
from translations import carry
from translations.contradictions import accept
from translations.models import Contradiction
from translations.rights import may_change

PER_PAGE = 30


def report(request: HttpRequest) -> HttpResponse:
    """All open contradictions, or those of one page; the accepted ones on demand."""
    rows = Contradiction.objects.select_related("version__original", "accepted_by")
    rows = rows.filter(accepted_at__isnull=request.GET.get("accepted") != "yes")
    page_id = request.GET.get("page", "")
    if page_id.isdigit():
        rows = rows.filter(version__original__object_id=page_id)
    listed = Paginator(rows, PER_PAGE).get_page(request.GET.get("p"))
    for row in listed:
        row.languages = (
            addresses.language_of(row.version.original.locale_id),
            addresses.language_of(row.version.locale_id),
        )
    context = {"rows": listed, "accepted": request.GET.get("accepted") == "yes"}
    return render(request, "translations/admin/contradictions.html", context)


@require_POST
def accept_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a difference; without a reason nothing is kept."""
    row = get_object_or_404(Contradiction.objects.select_related("version__original"), pk=pk)
    if not may_change(request.user, carry.instance_of(row.version)):
        raise PermissionDenied
    reason = request.POST.get("reason", "").strip()
    if reason:
        accept(row, reason, request.user)
        messages.success(request, _("The difference is kept, with your reason."))
    else:
        messages.error(request, _("Give a reason why both may stand."))
    return redirect("translations_contradictions")


def warn(request: HttpRequest, page: Page) -> None:
    """After publishing: name what the language versions state differently."""
    rows = Contradiction.objects.filter(version__original_id=page.translation_key, accepted_at=None)
    for row in rows.select_related("version")[:5]:
        words = _("%(language)s differs from the original (%(kind)s): “%(original)s” / “%(translation)s”") % {
            "language": addresses.language_of(row.version.locale_id),
            "kind": row.kind,
            "original": row.in_original,
            "translation": row.in_translation,
        }
        messages.warning(request, words)

"""The pages on which an orphan is mended and the original of a page is changed."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods
from wagtail.models import Page

from core import addresses
from core.languages import own_name
from translations.mending import ACTIONS, Trouble, may_mend, mend, original_page, trouble_of
from translations.originals import make_original, reason_against
from translations.records import record_of


@require_http_methods(["GET", "POST"])
def mend_page(request: HttpRequest, page_id: int) -> HttpResponse:
    """What is the matter with an orphan, and the button that mends it."""
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    trouble = trouble_of(page)
    if trouble is None:
        messages.success(request, _("This page has its original; nothing is to be mended."))
        return redirect("wagtailadmin_pages:edit", page.pk)
    if request.method == "POST":
        if not may_mend(request.user, page):
            raise PermissionDenied
        return _mended(request, page, mend(page))
    record = record_of(page.translation_key)
    original = original_page(record)
    context = {
        "page": page,
        "trouble": trouble,
        "action": ACTIONS.get(trouble, ""),
        "may_mend": may_mend(request.user, page),
        "only_admin": trouble == Trouble.DELETED,
        "original": original,
        "above": original.get_parent() if original and trouble == Trouble.ABOVE else None,
    }
    return render(request, "translations/admin/mend.html", context)


def _mended(request: HttpRequest, page: Page, published: list[Page]) -> HttpResponse:
    if published:
        words = ngettext("%(count)s page is public again.", "%(count)s pages are public again.", len(published))
        messages.success(request, words % {"count": len(published)})
    else:
        messages.warning(request, _("Mended, but not public yet: a text is still missing."))
    return redirect("wagtailadmin_pages:edit", page.pk)


@require_http_methods(["GET", "POST"])
def make_page_original(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask once more, then let this language be the one from which the others are translated."""
    page = get_object_or_404(Page, pk=page_id)
    if not request.user.is_superuser:
        raise PermissionDenied
    reason = reason_against(page)
    if reason:
        messages.error(request, reason)
        return redirect("wagtailadmin_pages:edit", page.pk)
    if request.method == "POST":
        make_original(page)
        messages.success(request, _("The other languages are translated from this page now."))
        return redirect(f"{reverse('translations_table')}?language={addresses.language_of(page.locale_id)}")
    record = record_of(page.translation_key)
    languages = {
        "language": own_name(addresses.language_of(page.locale_id)),
        "former": own_name(addresses.language_of(record.locale_id)),
    }
    return render(request, "translations/admin/make_original.html", {"page": page, **languages})

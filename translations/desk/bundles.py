"""Bundles in the admin: made from the chosen rows of the desk, looked at, published now or at a time."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateTimeInput
from wagtail.models import Page

from translations import bundles
from translations.models import Bundle
from translations.rights import may_change


class BundleForm(forms.ModelForm):
    """Name and time."""

    class Meta:
        model = Bundle
        fields = ["name", "go_live_at"]
        widgets = {"go_live_at": AdminDateTimeInput}
        labels = {"go_live_at": gettext_lazy("Publish at (empty: only by hand)")}


def listing(request: HttpRequest) -> HttpResponse:
    """All bundles, the newest first."""
    return render(request, "translations/admin/bundles.html", {"bundles": Bundle.objects.all()[:100]})


@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """Make a bundle of the chosen originals and of their translations into the chosen languages."""
    originals = Page.objects.filter(pk__in=request.POST.getlist("page"))
    languages = request.POST.getlist("language")
    keys = originals.values("translation_key")
    chosen = Page.objects.filter(translation_key__in=keys, alias_of=None)
    pages = chosen.filter(Q(pk__in=originals) | Q(locale__language_code__in=languages))
    if not pages:
        messages.warning(request, _("Choose pages and at least one language."))
        return redirect("translations_table")
    _ask(request, pages)
    bundle = Bundle.objects.create(name=_("Publish together"), made_by=request.user)
    bundle.pages.set(pages)
    return redirect("translations_bundle", bundle.pk)


def _ask(request: HttpRequest, pages: Any) -> None:
    """Only who may publish every page of it."""
    for page in pages:
        if not may_change(request.user, page, publish=True):
            raise PermissionDenied


@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One bundle: its pages with their previews, what hinders it, its time; publish or keep."""
    bundle = get_object_or_404(Bundle, pk=pk)
    pages = bundles.in_order(bundle)
    _ask(request, pages)
    form = BundleForm(request.POST or None, instance=bundle)
    if request.method == "POST" and bundle.published_at is None and form.is_valid():
        bundle.problem = ""
        form.save()
        if "publish" not in request.POST:
            messages.success(request, _("Saved."))
            return redirect("translations_bundle", pk)
        if bundles.publish(bundle, request.user):
            messages.error(request, _("Nothing was published: mend these pages first."))
        else:
            messages.success(request, _("All pages are public now."))
            return redirect("translations_bundles")
    context = {
        "bundle": bundle,
        "pages": pages,
        "form": form,
        "problems": [] if bundle.published_at else bundles.problems(bundle),
    }
    return render(request, "translations/admin/bundle.html", context)

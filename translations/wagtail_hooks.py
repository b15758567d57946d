"""What the Wagtail admin shows of this app, and what it refuses."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page, TranslatableMixin

from core import publishing
from translations.saving import sentence_if_missing


@hooks.register("before_publish_page")
def keep_as_draft(request: HttpRequest, page: Page) -> HttpResponse | None:
    """What may not go live is saved as a draft, so that nothing that was typed is lost, and the reason is said."""
    sentences = publishing.why_not_public(page)
    if not sentences or page.pk is None:
        return None
    page.save_revision(user=request.user)
    messages.error(request, " ".join([_("Saved as a draft, not published."), *sentences]))
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("before_move_page")
def ask_before_moving(request: HttpRequest, page: Page, destination: Page) -> None:
    """Wagtail shows the form that confirms a move to everybody, and asks only when it is sent."""
    if not page.permissions_for_user(request.user).can_move_to(destination):
        raise PermissionDenied


@hooks.register("before_edit_page", order=-10)
def refuse_unfinished_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The translation editor's "publish" asks for every text first."""
    if request.method == "POST" and request.POST.get("action") == "publish":
        sentence = sentence_if_missing(page)
        if sentence:
            messages.error(request, sentence)
            return redirect("wagtailadmin_pages:edit", page.pk)
    return None


@hooks.register("before_edit_snippet", order=-10)
def refuse_unfinished_snippet(request: HttpRequest, instance: models.Model) -> HttpResponse | None:
    """The same for snippets, which have no drafts."""
    if (
        isinstance(instance, TranslatableMixin)
        and request.method == "POST"
        and request.POST.get("action") == "publish"
        and (sentence := sentence_if_missing(instance))
    ):
        messages.error(request, sentence)
        return redirect(request.get_full_path())
    return None


@hooks.register("before_bulk_action")
def refuse_bulk(request: HttpRequest, action_type: str, objects: list, action: object) -> HttpResponse | None:
    """Publishing in bulk: all or nothing, and the page that hinders it is named."""
    if action_type != "publish" or request.method != "POST":
        return None
    for page in objects:
        if isinstance(page, Page) and (sentences := publishing.why_not_public(page.get_latest_revision_as_object())):
            messages.error(request, f"{page.get_admin_display_title()}: {' '.join(sentences)}")
            return redirect(request.GET.get("next") or reverse("wagtailadmin_explore", args=[page.get_parent().pk]))
    return None


from translations.desk import column, panel  # noqa: E402
from translations.desk import hooks as desk_hooks  # noqa: E402, F401

column.install()
panel.install()

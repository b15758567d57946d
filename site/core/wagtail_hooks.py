"""What the Wagtail admin shows of this app."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from core.checked import PageCheck, Role
from core.checking import ask_and_confirm
from core.classification import Area, Audience, Country, Programme, Sector, Stage
from core.links import AddressLinkHandler
from core.models import Term


@hooks.register("register_rich_text_features", order=100)
def register_links(features: FeatureRegistry) -> None:
    features.register_link_type(AddressLinkHandler)


class TermViewSet(SnippetViewSet):
    model = Term
    icon = "openquote"
    list_display = ["word", "definition", "locale"]
    list_filter = ["locale"]
    search_fields = ["word", "definition"]


def _classification(model_class: type, symbol: str) -> type[SnippetViewSet]:
    return type(
        f"{model_class.__name__}ViewSet",
        (SnippetViewSet,),
        {"model": model_class, "icon": symbol, "list_display": ["code", "name_ro", "name_ru", "name_nl", "name_en"]},
    )


class ClassificationGroup(SnippetViewSetGroup):
    menu_label = _("Classifications")
    menu_icon = "tag"
    menu_order = 900
    items = [
        TermViewSet,
        _classification(Programme, "tag"),
        _classification(Stage, "tag"),
        _classification(Audience, "tag"),
        _classification(Sector, "tag"),
        _classification(Country, "tag"),
        _classification(Area, "tag"),
    ]


register_snippet(ClassificationGroup)


@require_http_methods(["GET", "POST"])
def check_page(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask once more, then note that the facts of a page have been checked today, for all its languages."""
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    back = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return ask_and_confirm(
        request,
        page.title,
        back,
        Role.EDITOR,
        lambda: PageCheck.objects.get_or_create(translation_key=page.translation_key)[0],
    )


@hooks.register("register_admin_urls")
def register_check_url() -> list:
    return [path("check/page/<int:page_id>/", check_page, name="check_page")]


@hooks.register("register_page_header_buttons")
def check_button(page: Page, user: Any, view_name: str, next_url: str | None = None) -> list[Button]:
    """The button "I have checked this" on pages that state facts."""
    if not PageCheck.objects.filter(translation_key=page.translation_key).exists():
        return []
    if not isinstance(user, get_user_model()) or not page.permissions_for_user(user).can_edit():
        return []
    return [Button(_("I have checked this"), url=reverse("check_page", args=[page.pk]), icon_name="check", priority=55)]

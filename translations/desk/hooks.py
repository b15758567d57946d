"""The desk in the menus, buttons and first page of the admin."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.models import Page, TranslatableMixin

from translations import localize_views
from translations.desk import bundles, contradictions, exchange, mending, review, views
from translations.desk.home import ToDoPanel
from translations.models import State, Version
from translations.records import is_original, mark_minor
from translations.rights import may_confirm, may_in_language


@hooks.register("register_admin_urls", order=-10)
def register_urls() -> list:
    return [
        path("localize/translate/<int:translation_id>/pofile/download/", exchange.download),
        path("localize/translate/<int:translation_id>/pofile/upload/", exchange.upload),
        *localize_views.urls(),
        path("translations/", views.table, name="translations_table"),
        path("translations/send/", views.send, name="translations_send"),
        path("translations/want/", views.want, name="translations_want"),
        path("translations/contradictions/", contradictions.report, name="translations_contradictions"),
        path("translations/contradictions/<int:pk>/", contradictions.accept_one, name="translations_accept"),
        path("translations/export/", exchange.export, name="translations_export"),
        path("translations/exchange/", exchange.exchange, name="translations_exchange"),
        path("translations/bundles/", bundles.listing, name="translations_bundles"),
        path("translations/bundles/add/", bundles.add, name="translations_bundle_add"),
        path("translations/bundles/<int:pk>/", bundles.one, name="translations_bundle"),
        path("translations/confirm/<int:page_id>/", views.confirm_version, name="translations_confirm"),
        path("translations/submit/<int:page_id>/", review.submit, name="translations_submit"),
        path("translations/withdraw/<int:page_id>/", review.withdraw, name="translations_withdraw"),
        path("translations/mend/<int:page_id>/", mending.mend_page, name="translations_mend"),
        path("translations/fill/<int:pk>/", views.fill_from_memory, name="translations_fill"),
        path("translations/original/<int:page_id>/", mending.make_page_original, name="translations_make_original"),
    ]


@hooks.register("register_admin_menu_item")
def register_menu_item() -> MenuItem:
    return MenuItem(
        gettext_lazy("Translations"), reverse("translations_table"), icon_name="wagtail-localize-language", order=150
    )


@hooks.register("insert_global_admin_css")
def desk_style() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("translations/desk.css"))


@hooks.register("construct_homepage_panels")
def add_to_do(request: HttpRequest, panels: list) -> None:
    panels.append(ToDoPanel(request))


@hooks.register("before_edit_page", order=-20)
def say_that_it_is_outdated(request: HttpRequest, page: Page) -> None:
    """Whoever opens an outdated or machine-drafted translation is told, with the button that ends it."""
    if request.method != "GET":
        return
    version = Version.objects.filter(object_id=page.pk, original__is_page=True).first()
    if version is None or version.state not in (State.OUTDATED, State.MACHINE_DRAFTED):
        return
    texts = ", ".join(f"“{(part['new'] or part['old'])[:60]}”" for part in version.drift[:3])
    words = _("%(state)s: %(count)s. %(texts)s") % {
        "state": capfirst(State(version.state).label),
        "count": version.outdated_segments,
        "texts": texts,
    }
    address = reverse("translations_confirm", args=[page.pk])
    buttons = [messages.button(address, _("This translation is right"))] if may_confirm(request.user, page) else []
    messages.warning(request, words, buttons=buttons)


class PublishMinor(ActionMenuItem):
    """Publish a typo: translations stay as current as they were."""

    name = "action-publish-minor"
    label = gettext_lazy("Publish as a minor edit")
    template_name = "translations/admin/publish_minor.html"

    def is_shown(self, context: dict[str, Any]) -> bool:
        page = context.get("page")
        if context["view"] != "edit" or page is None or not page.live or not is_original(page):
            return False
        return page.permissions_for_user(context["request"].user).can_publish()


@hooks.register("register_page_action_menu_item")
def register_minor() -> PublishMinor:
    return PublishMinor(order=60)


@hooks.register("after_publish_page")
def note_minor_and_warn(request: HttpRequest, page: Page) -> None:
    """The button sends the ordinary action with the value "minor"; what the languages state differently is named."""
    if request.POST.get("action-publish") == "minor":
        revision = page.live_revision or page.latest_revision
        if revision:
            mark_minor(revision, request.user)
    contradictions.warn(request, page)


def _ask_language(request: HttpRequest, instances: Any) -> None:
    for instance in instances if isinstance(instances, list | tuple | models.QuerySet) else [instances]:
        if isinstance(instance, TranslatableMixin) and not may_in_language(request.user, instance.locale_id):
            raise PermissionDenied


@hooks.register("before_edit_snippet", order=-100)
def language_of_snippet(request: HttpRequest, instance: Any) -> None:
    """Snippets have no right by language of their own."""
    _ask_language(request, instance)


@hooks.register("before_delete_snippet", order=-100)
def language_of_deleted(request: HttpRequest, instances: Any) -> None:
    _ask_language(request, instances)


@hooks.register("before_edit_page", order=-100)
def language_of_page(request: HttpRequest, page: Page) -> None:
    _ask_language(request, page)

"""Menus, acknowledgements and notices in the Wagtail admin."""

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from core.rights import areas_of, may_change, within_areas
from home.coverage import coverage
from home.models import Menu, Notice, ProgrammeStatement


class NoticeViewSet(SnippetViewSet):
    model = Notice
    icon = "bell"
    list_display = ["text", "area", "starts_at", "ends_at", "locale"]
    list_filter = ["area", "locale"]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return within_areas(request.user, Notice.objects.all())


class MenuViewSet(SnippetViewSet):
    model = Menu
    icon = "bars"
    list_display = ["place", "locale"]


class StatementViewSet(SnippetViewSet):
    model = ProgrammeStatement
    icon = "info-circle"
    list_display = ["programme", "locale"]


class AroundGroup(SnippetViewSetGroup):
    menu_label = _("Around the pages")
    menu_icon = "bars"
    menu_order = 260
    items = [NoticeViewSet, MenuViewSet, StatementViewSet]


register_snippet(AroundGroup)


@hooks.register("before_edit_snippet", order=-100)
def before_edit(request: HttpRequest, instance: models.Model) -> None:
    """A counsellor changes the notices of the own area only."""
    if isinstance(instance, Notice) and not may_change(request.user, instance):
        raise PermissionDenied


@hooks.register("before_delete_snippet", order=-100)
def before_delete(request: HttpRequest, instances: list[models.Model]) -> None:
    for instance in instances:
        before_edit(request, instance)


@hooks.register("after_create_snippet", order=-100)
def after_create(request: HttpRequest, instance: models.Model) -> None:
    """A notice made by somebody who is limited to one area belongs to that area."""
    areas = areas_of(request.user)
    if isinstance(instance, Notice) and areas is not None and instance.area_id not in areas:
        instance.area_id = min(areas)
        instance.save(update_fields=["area"])


@hooks.register("register_admin_urls")
def register_coverage() -> list:
    return [path("coverage/", coverage, name="coverage")]


@hooks.register("register_reports_menu_item")
def register_coverage_item() -> MenuItem:
    return MenuItem(_("Coverage of guidance"), reverse("coverage"), icon_name="table", order=50)

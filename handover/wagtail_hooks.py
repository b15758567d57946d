"""Reports of fraud and codes on paper in the Wagtail admin; who is limited to an area sees and changes those of it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from core.rights import may_change, within_areas
from handover.models import FraudReport, SlipBatch
from translations.desk import home

OURS = (FraudReport, SlipBatch)


class ReportViewSet(SnippetViewSet):
    model = FraudReport
    icon = "warning"
    list_display = ["__str__", "area", "language", "sent_at", "owner", "state"]
    list_filter = ["state", "area", "owner"]
    copy_view_enabled = False

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return within_areas(request.user, FraudReport.objects.select_related("area", "owner"))


class SlipBatchViewSet(SnippetViewSet):
    model = SlipBatch
    icon = "key"
    list_display = ["__str__", "area", "issued_on", "issued_by", "valid_until", "count", "is_revoked"]
    list_filter = ["area", "is_revoked", "issued_on"]
    copy_view_enabled = False

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return within_areas(request.user, SlipBatch.objects.select_related("area", "issued_by"))


class TrustGroup(SnippetViewSetGroup):
    menu_label = _("Is this real?")
    menu_icon = "key"
    menu_order = 285
    items = [ReportViewSet, SlipBatchViewSet]


register_snippet(TrustGroup)


@hooks.register("before_edit_snippet", order=-100)
def before_edit(request: HttpRequest, instance: models.Model) -> None:
    """A counsellor handles what concerns the own shop-front."""
    if isinstance(instance, OURS) and not may_change(request.user, instance):
        raise PermissionDenied


@hooks.register("before_delete_snippet", order=-100)
def before_delete(request: HttpRequest, instances: list[models.Model]) -> None:
    for instance in instances:
        before_edit(request, instance)


def _to_dos(user: Any) -> list[home.ToDo]:
    """Reports that nobody has taken up yet."""
    if not user.has_perm("handover.change_fraudreport"):
        return []
    count = within_areas(user, FraudReport.objects.filter(state=FraudReport.State.NEW)).count()
    address = f"{reverse(ReportViewSet().get_url_name('list'))}?state={FraudReport.State.NEW}"
    return [home.ToDo(count, str(_("reports of fraud")), address)]


home.more_to_dos.append(_to_dos)

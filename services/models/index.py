"""The list of services, narrowed by what the reader answers."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from core.classification import Area, Audience, Stage
from core.models import BasePage
from core.overdue import overdue_last
from services.models.service import ServicePage, ServiceQuerySet


@dataclass(frozen=True)
class Filter:
    """One question that narrows the list: its key in the address, its answers, and the one that was given."""

    key: str
    name: str
    options: list[tuple[str, str]]
    value: str


class ServicesIndexPage(BasePage):
    """The list of services, by kind of need."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["services.ServicePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of services")

    def filters(self, data: dict[str, str]) -> list[Filter]:
        """The questions with the answers found in the address; unknown answers count as none."""
        asked = [
            ("stage", gettext("Where you are on the road"), [(row.code, row.name) for row in Stage.objects.all()]),
            ("area", gettext("Where"), [(row.code, row.name) for row in Area.objects.all()]),
            ("audience", gettext("For whom"), [(row.code, row.name) for row in Audience.objects.all()]),
            ("cost", gettext("Cost"), [("free", gettext("Free of charge"))]),
        ]
        return [
            Filter(key, name, options, data.get(key, "") if data.get(key, "") in dict(options) else "")
            for key, name, options in asked
        ]

    def services(self, filters: list[Filter]) -> ServiceQuerySet:
        """The services that fit every answer."""
        found = ServicePage.objects.live().child_of(self)
        chosen = {given.key: given.value for given in filters if given.value}
        if "stage" in chosen:
            found = found.for_stage(chosen["stage"])
        if "area" in chosen:
            found = found.available_in(chosen["area"])
        if "audience" in chosen:
            found = found.for_audience(chosen["audience"])
        if "cost" in chosen:
            found = found.filter(cost=chosen["cost"])
        return found.for_list()

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, object]:
        filters = self.filters(request.GET.dict())
        services = overdue_last(self.services(filters))
        count = ngettext("%(count)s service", "%(count)s services", len(services)) % {"count": len(services)}
        return {
            **super().get_context(request, *args, **kwargs),
            "filters": filters,
            "is_filtered": any(given.value for given in filters),
            "services": services,
            "count_sentence": count,
        }

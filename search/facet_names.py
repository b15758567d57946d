"""What facet values are called in the language of the page."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.apps import apps
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from core.classification import Area, Audience, Country, Sector, Stage
from core.languages import LANGUAGES, active
from core.tables import Table
from facts.models import HoursRow
from search.stores.base import Filters

TITLES = {
    "kind": pgettext_lazy("facet", "Kind"),
    "stage": gettext_lazy("Stage"),
    "audience": gettext_lazy("For whom"),
    "sector": gettext_lazy("Sector"),
    "area": gettext_lazy("Area"),
    "country": gettext_lazy("Country"),
    "cost": gettext_lazy("Cost"),
    "spoken": gettext_lazy("Spoken there"),
    "open": gettext_lazy("Open on"),
}
CODES = {"stage": Stage, "audience": Audience, "sector": Sector, "area": Area, "country": Country}
SPOKEN = {"ro": gettext_lazy("Romanian"), "ru": gettext_lazy("Russian"), "nl": gettext_lazy("Dutch"),
          "en": gettext_lazy("English"), "ar": gettext_lazy("Arabic"), "so": gettext_lazy("Somali")}  # fmt: skip
SHOWN = ("kind", "stage", "sector", "area", "audience", "cost", "open")
DAYS = {str(number): name for number, name in HoursRow.WEEKDAYS}


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that can be ticked: how many answers it leaves, and whether it is ticked."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """One facet with its values, the frequent ones first."""

    name: str
    title: str
    choices: list[Choice]


def _read() -> dict[tuple[str, str, str], str]:
    return {
        (facet, row.code, language): row.name_in(language)
        for facet, model in CODES.items()
        for row in model.objects.all()
        for language in LANGUAGES
    }


names = Table("facet-names", _read)


def name_of(facet: str, value: str) -> str:
    """The name of a value; the value itself where it has none."""
    if facet == "cost":
        return _("Free of charge")
    if facet == "spoken":
        return str(SPOKEN.get(value, value))
    if facet == "kind":
        return kind_name(value)
    if facet == "open":
        return str(DAYS.get(value, value))
    return names.get().get((facet, value, active()), value)


def kind_name(model_name: str) -> str:
    """What a page type is called: "Guide", "Service"."""
    for model in apps.get_models():
        if model._meta.model_name == model_name:
            return capfirst(str(model._meta.verbose_name))
    return model_name


def groups_of(facets: dict[str, dict[str, int]], filters: Filters) -> list[Group]:
    """The facets of a page of results; one with a single value that is not ticked says nothing and is left out."""
    found = []
    for name in SHOWN:
        counts, ticked = facets.get(name, {}), filters.get(name, [])
        values = sorted({*counts, *ticked}, key=lambda value: _order(name, value, counts))
        if len(values) > 1 or ticked or (values and name == "cost"):
            choices = [Choice(v, name_of(name, v), counts.get(v, 0), v in ticked) for v in values]
            found.append(Group(name, str(TITLES[name]), choices))
    return found


def _order(name: str, value: str, counts: dict[str, int]) -> tuple:
    """Days in their order, other values by number."""
    return (value,) if name == "open" else (-counts.get(value, 0), name_of(name, value))


def query_string(text: str, filters: Filters) -> str:
    """The state of a page of results as it stands in its address."""
    pairs = [("q", text)] if text else []
    return urlencode([*pairs, *((name, value) for name, values in filters.items() for value in values)])

"""The journey finder: where somebody is, where they go, and at which stage; an answer to every combination."""

from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core import addresses
from core.classification import Area, Country
from core.overdue import overdue_last
from countries.models import ShopFrontPage
from home.cards import guide_cards
from home.models import GuidePage
from home.road import STATIONS
from services.cards import Card, service_cards
from services.models import ServicePage

# Intent, the stage it stands for, its name in the finder (content-model.md: classifications).
INTENTS = {
    "going": ("pre-departure", _("I am going abroad")),
    "abroad": ("life-abroad", _("I live abroad")),
    "back": ("return", _("I am coming back")),
    "settling": ("reintegration", _("I am settling in again")),
    "expertise": ("life-abroad", _("I want to offer my expertise")),
}
EXPERTS = "diaspora-experts"
MOST_GUIDES, MOST_SERVICES = 3, 2
ORIGIN = "moldova"


@dataclass(frozen=True)
class Journey:
    """What was asked: an intent and two codes of a country or a pilot area; empty where nothing was said."""

    intent: str = "going"
    here: str = ""
    there: str = ""

    @property
    def stage(self) -> str:
        return INTENTS[self.intent][0]

    @property
    def is_expertise(self) -> bool:
        return self.intent == "expertise"


@dataclass
class Answer:
    """Three guides, two services, one person; `is_nearest` when nothing fits exactly and the nearest is shown."""

    guides: list[Card] = field(default_factory=list)
    services: list[Card] = field(default_factory=list)
    shop_front: ShopFrontPage | None = None
    is_nearest: bool = False


def read_journey(data: dict[str, str], places: set[str]) -> Journey:
    """A journey from the address; what is not known is left out, so that any address has an answer."""
    intent = data.get("intent", "")
    here, there = data.get("here", ""), data.get("there", "")
    return Journey(
        intent if intent in INTENTS else "going",
        here if here in places else "",
        there if there in places else "",
    )


def places() -> list[Country | Area]:
    """What can be chosen: the countries, then the pilot areas."""
    return [*Country.objects.all(), *Area.objects.all()]


def answer(journey: Journey, language: str) -> Answer:
    """Guides, services and a person for a journey, the best fitting first."""
    areas = set(Area.objects.values_list("code", flat=True))
    countries = [ORIGIN if code in areas else code for code in (journey.here, journey.there)]
    found = _guides(journey, language, *countries)
    services = _services(journey, language, areas)
    is_nearest = not found or not services
    if not found:
        found = list(_all_guides(journey, language)[:MOST_GUIDES])
    return Answer(
        guide_cards(overdue_last(found)), service_cards(overdue_last(services)), _person(journey, language), is_nearest
    )


def _all_guides(journey: Journey, language: str) -> models.QuerySet[GuidePage]:
    guides = GuidePage.objects.in_language(language).filter(stages__code=journey.stage)
    if journey.is_expertise:
        guides = guides.filter(audiences__code=EXPERTS)
    else:
        guides = guides.exclude(pk__in=_for_experts_only(language))
    return guides.distinct().order_by("path")


def _for_experts_only(language: str) -> models.QuerySet[GuidePage]:
    """Guides whose only audience is the experts."""
    return (
        GuidePage.objects.in_language(language)
        .annotate(
            audience_count=models.Count("audiences", distinct=True),
            expert_count=models.Count("audiences", filter=models.Q(audiences__code=EXPERTS), distinct=True),
        )
        .filter(audience_count=1, expert_count=1)
        .values("pk")
    )


def _guides(journey: Journey, language: str, here: str, there: str) -> list[GuidePage]:
    """Guides that fit both ends; one that names an end before one that fits everywhere."""
    ends = {code for code in (here, there) if code}
    scored = []
    rows = _all_guides(journey, language).prefetch_related("origin", "destination")
    for place, guide in enumerate(rows):
        origin = {country.code for country in guide.origin.all()}
        destination = {country.code for country in guide.destination.all()}
        named = origin | destination
        if ends and named and not (named & ends):
            continue
        address = addresses.addresses.get().by_id.get(guide.pk)
        is_other_stage = address is None or STATIONS.get(address.inner.split("/")[1]) != journey.stage
        scored.append((-len(named & ends), is_other_stage, place, guide))
    return [row[-1] for row in sorted(scored, key=lambda row: row[:-1])][:MOST_GUIDES]


def _all_services(journey: Journey, language: str) -> models.QuerySet[ServicePage]:
    services = ServicePage.objects.in_language(language).filter(stages__code=journey.stage)
    if journey.is_expertise:
        services = services.filter(audiences__code=EXPERTS)
    else:
        services = services.exclude(programme__code="cd4d2")
    return services.for_list().distinct()


def _services(journey: Journey, language: str, areas: set[str]) -> list[ServicePage]:
    """Services of the stage; in a pilot area those that are available there come first, then online ones."""
    wanted = [code for code in (journey.there, journey.here) if code in areas]
    abroad = {code for code in (journey.here, journey.there) if code and code not in areas and code != ORIGIN}
    rows = list(_all_services(journey, language).prefetch_related("countries"))

    def distance(service: ServicePage) -> tuple[int, str]:
        near = {area.code for area in [*service.areas.all(), *service.shop_fronts.all()]}
        if wanted and near & set(wanted):
            return 0, service.title
        if abroad and abroad & {country.code for country in service.countries.all()}:
            return 1, service.title
        return (2 if service.is_online else 3), service.title

    return sorted(rows, key=distance)[:MOST_SERVICES]


def _person(journey: Journey, language: str) -> ShopFrontPage | None:
    """The shop-front of the area named, else one that is open now, else the first."""
    fronts = list(
        ShopFrontPage.objects.live().filter(locale__language_code=language).with_place().order_by("area__order")
    )
    for code in (journey.there, journey.here):
        for front in fronts:
            if front.area.code == code:
                return front
    is_open = [front for front in fronts if front.status and front.status.is_open]
    return (is_open or fronts or [None])[0]


def sentence(journey: Journey, names: dict[str, str]) -> str:
    """The answers in one line, without grammar that differs by language: "Now: Moldova. To: the Netherlands."."""
    parts = []
    if journey.here:
        parts.append(gettext("You are here: %(place)s.") % {"place": names[journey.here]})
    if journey.there:
        parts.append(gettext("Your destination: %(place)s.") % {"place": names[journey.there]})
    return " ".join(parts)

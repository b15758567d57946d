"""The journey finder: where somebody is, where they go, and at which stage; an answer to every combination.

What an intent may lead to is chosen here, with the database; the kiosk gets it as data (kiosk/finder_data.py) and
ranks it in its own page. Who changes how an answer is ranked changes kiosk/assets/js/finder.js too; a test compares
the two in every combination.
"""

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

EXPERTISE, EXPERTS = "expertise", "diaspora-experts"
# Intent, the stage it stands for, its name in the finder (content-model.md: classifications).
INTENTS = {
    "going": ("pre-departure", _("I am going abroad")),
    "abroad": ("life-abroad", _("I live abroad")),
    "back": ("return", _("I am coming back")),
    "settling": ("reintegration", _("I am settling in again")),
    EXPERTISE: ("life-abroad", _("I want to offer my expertise")),
}
MOST_GUIDES, MOST_SERVICES = 3, 2
ORIGIN = "moldova"


@dataclass(frozen=True)
class Journey:
    """What was asked: an intent and two codes of a country or a pilot area; empty where nothing was said."""

    intent: str = "going"
    here: str = ""
    there: str = ""


@dataclass(frozen=True)
class GuideChoice:
    """A guide that an intent may lead to: the codes of its ends, and whether it stands at another station."""

    guide: GuidePage
    ends: frozenset[str]
    is_other_stage: bool


@dataclass(frozen=True)
class ServiceChoice:
    """A service that an intent may lead to: the codes of the areas and of the countries where it is available."""

    service: ServicePage
    near: frozenset[str]
    countries: frozenset[str]


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
    ends = {ORIGIN if code in areas else code for code in (journey.here, journey.there) if code}
    choices = guide_choices(journey.intent, language)
    found, services = _guides(choices, ends), _services(journey, language, areas)
    is_nearest = not found or not services
    if not found:
        found = [choice.guide for choice in choices[:MOST_GUIDES]]
    return Answer(
        guide_cards(overdue_last(found)), service_cards(overdue_last(services)), _person(journey, language), is_nearest
    )


def guide_choices(intent: str, language: str) -> list[GuideChoice]:
    """The public guides of an intent in the order of the tree."""
    stage, table = INTENTS[intent][0], addresses.addresses.get().by_id
    guides = GuidePage.objects.in_language(language).filter(stages__code=stage)
    if intent == EXPERTISE:
        guides = guides.filter(audiences__code=EXPERTS)
    else:
        guides = guides.exclude(pk__in=_for_experts_only(language))
    found = []
    for guide in guides.distinct().order_by("path").prefetch_related("origin", "destination"):
        if guide.pk not in table:
            continue
        ends = frozenset(country.code for country in [*guide.origin.all(), *guide.destination.all()])
        found.append(GuideChoice(guide, ends, STATIONS.get(table[guide.pk].inner.split("/")[1]) != stage))
    return found


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


def _guides(choices: list[GuideChoice], ends: set[str]) -> list[GuidePage]:
    """Guides that fit both ends; one that names an end before one that fits everywhere."""
    fitting = [choice for choice in choices if not ends or not choice.ends or choice.ends & ends]
    fitting.sort(key=lambda choice: (-len(choice.ends & ends), choice.is_other_stage))
    return [choice.guide for choice in fitting[:MOST_GUIDES]]


def service_choices(intent: str, language: str) -> list[ServiceChoice]:
    """The public services of an intent in the order of their titles."""
    services = ServicePage.objects.in_language(language).filter(stages__code=INTENTS[intent][0])
    if intent == EXPERTISE:
        services = services.filter(audiences__code=EXPERTS)
    else:
        services = services.exclude(programme__code="cd4d2")
    rows = services.for_list().distinct().prefetch_related("countries")
    table = addresses.addresses.get().by_id
    return [
        ServiceChoice(
            service,
            frozenset(area.code for area in [*service.areas.all(), *service.shop_fronts.all()]),
            frozenset(country.code for country in service.countries.all()),
        )
        for service in sorted(rows, key=lambda row: row.title)
        if service.pk in table
    ]


def _services(journey: Journey, language: str, areas: set[str]) -> list[ServicePage]:
    """Services of the stage; in a pilot area those that are available there come first, then online ones."""
    named = {code for code in (journey.here, journey.there) if code}
    wanted, abroad = named & areas, named - areas - {ORIGIN}

    def distance(choice: ServiceChoice) -> int:
        if choice.near & wanted:
            return 0
        if choice.countries & abroad:
            return 1
        return 2 if choice.service.is_online else 3

    ranked = sorted(service_choices(journey.intent, language), key=distance)
    return [choice.service for choice in ranked[:MOST_SERVICES]]


def shop_fronts(language: str) -> list[ShopFrontPage]:
    """The public shop-fronts in the order of the areas."""
    rows = ShopFrontPage.objects.live().filter(locale__language_code=language).with_place().order_by("area__order")
    table = addresses.addresses.get().by_id
    return [front for front in rows if front.pk in table]


def _person(journey: Journey, language: str) -> ShopFrontPage | None:
    """The shop-front of the area named, else one that is open now, else the first."""
    fronts = shop_fronts(language)
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

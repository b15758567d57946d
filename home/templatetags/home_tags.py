"""Tags for the frame of a page: menus, the road, the acknowledgement of the programme."""

from django import template
from django.db import models
from django.template import Context
from django.utils import timezone

from core import addresses
from core.addresses import Address
from core.classification import Area
from core.languages import active
from core.models import BasePage
from home.cards import guide_cards, guides_for, keys_of, services_for
from home.finder import INTENTS, Journey, places
from home.menus import MenuLink, menu, statement, statements
from home.models import GuidePage, Notice, ProgrammeStatement, StagePage
from home.notices import showing
from home.road import STATIONS, Station, stations
from services.cards import Card
from services.models import ServicePage

register = template.Library()


@register.simple_tag
def menu_groups(place: str) -> list[tuple[str, list[MenuLink]]]:
    """The groups of the menu at the head or the foot."""
    return menu(place, active())


@register.simple_tag(takes_context=True)
def road(context: Context) -> list[Station]:
    """The four stations, with the one to which this page belongs marked."""
    page = context.get("page")
    own = page.address if isinstance(page, BasePage) else None
    first = own.inner.split("/")[1] if own else ""
    return stations(active(), first if first in STATIONS else "")


@register.simple_tag(takes_context=True)
def acknowledgement(context: Context) -> ProgrammeStatement | None:
    """The acknowledgement of the programme to which this page belongs; NEXUS for views without a page."""
    page = context.get("page")
    programme_id = page.programme_id if isinstance(page, BasePage) else default_programme_id()
    return statement(programme_id, active()) if programme_id else None


def default_programme_id() -> int | None:
    """The programme of pages that belong to none."""
    found = [row.programme for row in statements.get().values() if row.programme.code == "nexus"]
    return found[0].pk if found else None


@register.simple_tag
def help_link() -> Address | None:
    """The page of urgent help, one tap away on every page."""
    return addresses.find(active(), "/get-help-now/")


@register.simple_tag
def guides_among(pages: models.Manager) -> list[Card]:
    """The guides of a list of pages, in the active language."""
    return guides_for(pages.values_list("pk", flat=True), active())


@register.simple_tag
def services_among(pages: models.Manager) -> list[Card]:
    """The services of a list of pages, in the active language."""
    return services_for(pages.values_list("pk", flat=True), active())


@register.simple_tag
def cards_among(pages: models.Manager) -> list[Card]:
    """The guides, then the services, of a list of pages."""
    ids = list(pages.values_list("pk", flat=True))
    return [*guides_for(ids, active()), *services_for(ids, active())]


@register.simple_tag
def guides_leading_to(service: ServicePage) -> list[Card]:
    """The guides that name a service, in the active language."""
    versions = ServicePage.objects.filter(translation_key=service.translation_key)
    guides = GuidePage.objects.in_language(active()).filter(services__in=versions).distinct()
    return guide_cards(guides.order_by("path"))


@register.simple_tag
def sector_links(codes: models.Manager) -> list[Address]:
    """The pages of the given sectors, in the active language."""
    return _pages_of(codes, "sectors")


@register.simple_tag
def country_links(codes: models.Manager) -> list[Address]:
    """The pages of the given countries, in the active language."""
    return _pages_of(codes, "countries")


def _pages_of(codes: models.Manager, folder: str) -> list[Address]:
    found = (addresses.find(active(), f"/{folder}/{row.code}/") for row in codes.all())
    return [address for address in found if address]


@register.simple_tag
def notices(area: Area | None = None) -> list[Notice]:
    """What readers must know now: for everybody, and for one area where it is given."""
    return showing(timezone.now(), active(), area.pk if area else None)


@register.simple_tag
def topics_of(page: StagePage) -> list[tuple[str, list[Card]]]:
    """The topics of a stage with their guides, in the active language."""
    groups = page.guide_ids_by_topic()
    guides = GuidePage.objects.child_of(page).live()
    cards = {guide.translation_key: card for guide in guides for card in guide_cards([guide])}
    return [(name, [cards[key] for key in keys_of(ids) if key in cards]) for name, ids in groups]


@register.inclusion_tag("components/finder_form.html", takes_context=True)
def finder_form(context: Context, stage: str = "") -> dict[str, object]:
    """The form of the finder, with the intent of a stage chosen."""
    intent = next((code for code, (own, _name) in INTENTS.items() if own == stage), "going")
    return {
        "language": active(),
        "is_kiosk": context.get("is_kiosk", False),
        "intents": [(code, name) for code, (_stage, name) in INTENTS.items()],
        "options": context.get("options") or places(),
        "journey": context.get("journey") or Journey(intent),
        "stacked": bool(stage),
    }

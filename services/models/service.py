"""Services: who can use them, what they cost, how to apply, where."""

import datetime
import uuid
from collections.abc import Iterable

from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail import blocks
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.addresses import locale_id_of
from core.blocks import RICH_FEATURES, PointBlock
from core.languages import active
from core.models import Area, Audience, BasePage, Country, Sector, Stage
from core.panels import ChoicesPanel
from countries.models import SpokenLanguagesField
from facts.blocks import GuidanceBlock, SourceBlock
from facts.hours import Status
from facts.models import Contact, Fee, OpeningHours, Place
from facts.schedules import status_now
from services.models.provider import Provider
from services.structured import service


class ServiceQuerySet(PageQuerySet):
    """Services, by what readers ask."""

    def in_language(self, language: str | None = None) -> "ServiceQuerySet":
        """Live services in one language, the active one by default; lists leave out what is not public."""
        return self.live().filter(locale_id=locale_id_of(language or active()))

    def for_stage(self, code: str) -> "ServiceQuerySet":
        return self.filter(stages__code=code)

    def for_audience(self, code: str) -> "ServiceQuerySet":
        return self.filter(audiences__code=code)

    def available_in(self, area: str) -> "ServiceQuerySet":
        """At a desk or at the shop-front in a pilot area."""
        return self.filter(models.Q(areas__code=area) | models.Q(shop_fronts__code=area)).distinct()

    def for_list(self) -> "ServiceQuerySet":
        """With what one line of a list shows: provider, cost and places."""
        return self.for_short_list().prefetch_related("areas", "shop_fronts")

    def for_short_list(self) -> "ServiceQuerySet":
        """With provider and cost only."""
        return self.select_related("provider", "fee").order_by("title")


class ServicePage(BasePage):
    """A service: who can use it, what it costs, what to bring, how to apply, where."""

    class Cost(models.TextChoices):
        FREE = "free", _("Free")
        FEE = "fee", _("A fee")
        DESCRIBED = "described", _("Described in words")

    class Appointment(models.TextChoices):
        NONE = "none", _("No appointment needed")
        RECOMMENDED = "recommended", _("Better with an appointment")
        NEEDED = "needed", _("By appointment only")

    class Action(models.TextChoices):
        CALL = "call", _("Call")
        BOOK = "book", _("Book")
        APPLY = "apply", _("Apply")
        VISIT = "visit", _("Visit")

    uuid = models.UUIDField(default=uuid.uuid4, editable=False)
    provider = models.ForeignKey(
        Provider, verbose_name=_("provider"), on_delete=models.PROTECT, related_name="service_pages"
    )
    stages = ParentalManyToManyField(Stage, verbose_name=_("stages"), related_name="+")
    audiences = ParentalManyToManyField(Audience, verbose_name=_("audiences"), related_name="+")
    sectors = ParentalManyToManyField(Sector, verbose_name=_("sectors"), blank=True, related_name="service_pages")
    eligibility = RichTextField(_("who can use it"), features=RICH_FEATURES)
    cost = models.CharField(_("cost"), max_length=20, choices=Cost, default=Cost.FREE)
    fee = models.ForeignKey(
        Fee, verbose_name=_("fee"), null=True, blank=True, on_delete=models.PROTECT, related_name="service_pages"
    )
    cost_note = models.CharField(_("cost in words"), max_length=300, blank=True)
    documents = StreamField([("item", blocks.CharBlock(max_length=300))], verbose_name=_("what to bring"), blank=True)
    how_to_apply = StreamField([("step", PointBlock())], verbose_name=_("how to apply"), blank=True)
    processing_time = models.CharField(_("how long it takes"), max_length=300, blank=True)
    areas = ParentalManyToManyField(Area, verbose_name=_("pilot areas"), blank=True, related_name="service_pages")
    shop_fronts = ParentalManyToManyField(
        Area, verbose_name=_("at the shop-fronts of"), blank=True, related_name="shop_front_service_pages"
    )
    is_online = models.BooleanField(_("online"), default=False)
    is_abroad = models.BooleanField(_("abroad"), default=False)
    countries = ParentalManyToManyField(Country, verbose_name=_("countries"), blank=True, related_name="+")
    languages = SpokenLanguagesField()
    appointment = models.CharField(_("appointment"), max_length=20, choices=Appointment, default=Appointment.NONE)
    first_action = models.CharField(_("first thing to do"), max_length=10, choices=Action, default=Action.CALL)
    action_url = models.URLField(_("address to book or apply"), blank=True)
    contact = models.ForeignKey(
        Contact, verbose_name=_("contact"), on_delete=models.PROTECT, related_name="service_pages"
    )
    place = models.ForeignKey(
        Place, verbose_name=_("place"), null=True, blank=True, on_delete=models.PROTECT, related_name="service_pages"
    )
    hours = models.ForeignKey(
        OpeningHours,
        verbose_name=_("opening hours"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="service_pages",
    )
    body = StreamField(GuidanceBlock(), verbose_name=_("more"), blank=True)
    sources = StreamField([("source", SourceBlock())], verbose_name=_("sources"), blank=True)

    objects = PageManager.from_queryset(ServiceQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        "provider",
        MultiFieldPanel(
            [ChoicesPanel("stages"), ChoicesPanel("audiences"), ChoicesPanel("sectors")], heading=_("For whom and when")
        ),
        "eligibility",
        MultiFieldPanel(["cost", "fee", "cost_note", "processing_time"], heading=_("Cost and time")),
        "documents",
        "how_to_apply",
        MultiFieldPanel(
            [
                ChoicesPanel("areas"),
                ChoicesPanel("shop_fronts"),
                FieldRowPanel(["is_online", "is_abroad"]),
                ChoicesPanel("countries"),
                "languages",
            ],
            heading=_("Where"),
        ),
        MultiFieldPanel(
            ["first_action", "action_url", "appointment", "contact", "place", "hours"], heading=_("Contact and hours")
        ),
        "body",
        "sources",
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("eligibility"),
        index.SearchField("documents"),
        index.SearchField("how_to_apply"),
        index.SearchField("body"),
        index.RelatedFields("provider", [index.SearchField("name")]),
        index.FilterField("cost"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(
            SynchronizedField(name)
            for name in ("stages", "audiences", "sectors", "areas", "shop_fronts", "countries", "languages")
        ),
    ]
    parent_page_types = ["services.ServicesIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("service page")

    @cached_property
    def status(self) -> Status | None:
        """Open or closed at this moment; None where the service has no hours of its own."""
        return status_now(self.hours) if self.hours else None

    def changes_at(self) -> list[datetime.datetime]:
        changes = [self.status.changes] if self.status and self.status.changes else []
        return [*super().changes_at(), *changes]

    @classmethod
    def for_serving(cls, pages: ServiceQuerySet) -> ServiceQuerySet:
        return pages.select_related("provider", "fee", "contact", "place__area", "hours").prefetch_related(
            "hours__rows", "hours__exceptions", "areas", "shop_fronts"
        )

    @cached_property
    def where(self) -> Iterable[str]:
        """Where the service is available, in words of the active language: names of areas, then online, abroad."""
        areas = {area.code: area.name for area in [*self.areas.all(), *self.shop_fronts.all()]}
        names = list(areas.values())
        names += [str(_("online"))] if self.is_online else []
        names += [str(_("abroad"))] if self.is_abroad else []
        return names

    def structured_data(self, request: HttpRequest) -> list[dict[str, object]]:
        return [*super().structured_data(request), service(self, request)]

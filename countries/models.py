"""Countries, pilot areas with their plans of action, and the shop-fronts in them."""

import datetime
from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail import blocks
from wagtail.admin.panels import MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index
from wagtail.snippets.blocks import SnippetChooserBlock
from wagtail_localize.fields import SynchronizedField

from core.blocks import RICH_FEATURES, PointBlock
from core.index import IndexMixin
from core.models import Area, BasePage, Country, Sector
from core.panels import ChoicesPanel
from countries.structured import office
from facts.blocks import GuidanceBlock
from facts.models import Place
from facts.schedules import status_now

SPOKEN_LANGUAGES = [
    ("ro", _("Romanian")), ("ru", _("Russian")), ("nl", _("Dutch")), ("en", _("English")), ("uk", _("Ukrainian")),
    ("gag", _("Gagauz")), ("bg", _("Bulgarian")), ("ar", _("Arabic")), ("ku", _("Kurdish")), ("so", _("Somali")),
    ("fr", _("French")), ("it", _("Italian")), ("de", _("German")), ("ha", _("Hausa")), ("yo", _("Yoruba")),
    ("ig", _("Igbo")),
]  # fmt: skip


class KeyFigureBlock(blocks.StructBlock):
    """A label and a value: one of the three facts at the head of a country's page."""

    label = blocks.CharBlock(label=_("Label"), max_length=60)
    value = blocks.CharBlock(label=_("Value"), max_length=200)

    class Meta:
        label = _("Fact")
        icon = "info-circle"


class SpokenLanguagesField(models.JSONField):
    """Codes of spoken languages; boxes to tick in the editor. In the database it is plain JSON."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"verbose_name": _("languages spoken"), "default": list, **kwargs})

    def deconstruct(self) -> tuple[str, str, list, dict]:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs

    def formfield(self, **kwargs: Any) -> forms.Field:
        return forms.MultipleChoiceField(
            choices=SPOKEN_LANGUAGES,
            widget=forms.CheckboxSelectMultiple,
            required=not self.blank,
            label=capfirst(self.verbose_name),
        )


class CountriesIndexPage(IndexMixin, BasePage):
    """The list of countries."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["countries.CountryPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of countries")


class CountryPage(BasePage):
    """A country: three facts, whom to ask, priority sectors, guides and services."""

    country = models.ForeignKey(Country, verbose_name=_("country"), on_delete=models.PROTECT, related_name="+")
    key_figures = StreamField([("fact", KeyFigureBlock())], verbose_name=_("three facts"), max_num=3, blank=True)
    body = StreamField(GuidanceBlock(), verbose_name=_("text"), blank=True)
    contacts = StreamField(
        [("contact", SnippetChooserBlock("facts.Contact"))], verbose_name=_("embassies and contacts"), blank=True
    )
    sectors = ParentalManyToManyField(Sector, verbose_name=_("priority sectors"), blank=True, related_name="+")
    related = ParentalManyToManyField(
        Page,
        verbose_name=_("guides and services"),
        blank=True,
        related_name="+",
        help_text=_("Shown in the language of the reader."),
    )

    content_panels = [
        *BasePage.content_panels,
        "country",
        "key_figures",
        "body",
        "contacts",
        ChoicesPanel("sectors"),
        "related",
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("key_figures"),
        index.SearchField("body"),
        index.FilterField("country_id"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("sectors"),
        SynchronizedField("related"),
    ]
    parent_page_types = ["countries.CountriesIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("country page")


class PilotAreasIndexPage(IndexMixin, BasePage):
    """The list of pilot areas."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["countries.PilotAreaPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of pilot areas")


class MeasureBlock(PointBlock):
    """One measure of a plan of action, with its state."""

    state = blocks.ChoiceBlock(
        choices=[("done", _("Done")), ("under-way", _("Under way")), ("planned", _("Planned"))], label=_("State")
    )

    class Meta:
        label = _("Measure")
        icon = "tick"


class PilotAreaPage(BasePage):
    """A pilot area: what it is, its plan of action, its shop-front, the services there."""

    area = models.ForeignKey(Area, verbose_name=_("area"), on_delete=models.PROTECT, related_name="+")
    body = StreamField(GuidanceBlock(), verbose_name=_("text"), blank=True)
    measures = StreamField([("measure", MeasureBlock())], verbose_name=_("plan of action"), blank=True)

    content_panels = [*BasePage.content_panels, "area", "body", "measures"]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.SearchField("measures"),
        index.FilterField("area_id"),
    ]
    parent_page_types = ["countries.PilotAreasIndexPage"]
    subpage_types = ["countries.ShopFrontPage"]

    class Meta:
        verbose_name = _("pilot area page")

    @property
    def drawing(self) -> str:
        """The template with the drawing of the town."""
        return f"components/scenes/town-{self.area.code}.html"

    @cached_property
    def shop_front(self) -> "ShopFrontPage | None":
        """The shop-front of this area in the language of this page."""
        return ShopFrontPage.objects.live().child_of(self).with_place().first()


class ShopFrontQuerySet(PageQuerySet):
    """Pages of shop-fronts."""

    def with_place(self) -> "ShopFrontQuerySet":
        """With everything needed to show the address, whom to call, and whether it is open now."""
        return self.select_related(
            "area", "place__area", "place__country", "place__contact", "place__hours"
        ).prefetch_related("place__words", "place__contact__words", "place__hours__rows", "place__hours__exceptions")


class ShopFrontPage(BasePage):
    """A shop-front: where it is, when it is open, who speaks what, what one can do there."""

    area = models.ForeignKey(Area, verbose_name=_("area"), on_delete=models.PROTECT, related_name="+")
    place = models.ForeignKey(Place, verbose_name=_("place"), on_delete=models.PROTECT, related_name="shop_fronts")
    languages = SpokenLanguagesField()
    door = models.CharField(_("what the door looks like"), max_length=300, blank=True)
    getting_there = RichTextField(_("how to get there"), features=RICH_FEATURES, blank=True)
    can_do = StreamField(
        [("item", blocks.CharBlock(max_length=200))], verbose_name=_("what one can do here"), blank=True
    )
    accessibility = StreamField(
        [("item", blocks.CharBlock(max_length=200))], verbose_name=_("accessibility"), blank=True
    )
    body = StreamField(GuidanceBlock(), verbose_name=_("text"), blank=True)

    objects = PageManager.from_queryset(ShopFrontQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(["area", "place", "languages", "door"], heading=_("Where")),
        "getting_there",
        "can_do",
        "accessibility",
        "body",
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("door"),
        index.SearchField("getting_there"),
        index.SearchField("can_do"),
        index.SearchField("accessibility"),
        index.SearchField("body"),
        index.FilterField("area_id"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("languages", overridable=False),
    ]
    parent_page_types = ["countries.PilotAreaPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("shop-front page")

    @classmethod
    def for_serving(cls, pages: ShopFrontQuerySet) -> ShopFrontQuerySet:
        return pages.with_place()

    @cached_property
    def status(self) -> object:
        """Open or closed at this moment; None where the place has no hours."""
        return status_now(self.place.hours) if self.place.hours else None

    def changes_at(self) -> list[datetime.datetime]:
        changes = [self.status.changes] if self.status and self.status.changes else []
        return [*super().changes_at(), *changes]

    @property
    def drawing(self) -> str:
        """The template with the drawing of the door."""
        return f"components/scenes/door-{self.area.code}.html"

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, object]:
        return {**super().get_context(request, *args, **kwargs), "place": self.place}

    def structured_data(self, request: HttpRequest) -> list[dict[str, object]]:
        return [*super().structured_data(request), office(self, request)]

"""Sectors and what is done in them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.index import IndexMixin
from core.models import BasePage, Country, Sector
from core.panels import ChoicesPanel
from facts.blocks import GuidanceBlock


class SectorsIndexPage(IndexMixin, BasePage):
    """The list of sectors."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["services.SectorPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of sectors")


class SectorPage(BasePage):
    """A sector: what it is, where it is a priority, which services there are."""

    sector = models.ForeignKey(Sector, verbose_name=_("sector"), on_delete=models.PROTECT, related_name="+")
    body = StreamField(GuidanceBlock(), verbose_name=_("text"), blank=True)
    countries = ParentalManyToManyField(
        Country, verbose_name=_("countries where it is a priority"), blank=True, related_name="+"
    )

    content_panels = [*BasePage.content_panels, "sector", "body", ChoicesPanel("countries")]
    search_fields = [*BasePage.search_fields, index.SearchField("body"), index.FilterField("sector_id")]
    override_translatable_fields = [*BasePage.override_translatable_fields, SynchronizedField("countries")]
    parent_page_types = ["services.SectorsIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("sector page")

"""A guide: it answers, says for whom, gives steps, warns, says who helps."""

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail import blocks
from wagtail.admin.panels import MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.addresses import locale_id_of
from core.blocks import RICH_FEATURES
from core.models import Audience, BasePage, Country, Sector, Stage
from core.panels import ChoicesPanel
from facts.blocks import GuidanceBlock, SourceBlock
from services.models import ServicePage


class GuideQuerySet(PageQuerySet):
    """Guides, by what readers ask."""

    def in_language(self, language: str) -> "GuideQuerySet":
        """Live guides in one language; lists leave out what is not public."""
        return self.live().filter(locale_id=locale_id_of(language))


class GuidePage(BasePage):
    """Guidance on one question."""

    stages = ParentalManyToManyField(Stage, verbose_name=_("stages"), related_name="+")
    audiences = ParentalManyToManyField(Audience, verbose_name=_("audiences"), related_name="+")
    origin = ParentalManyToManyField(Country, verbose_name=_("from"), blank=True, related_name="+")
    destination = ParentalManyToManyField(Country, verbose_name=_("to"), blank=True, related_name="+")
    sectors = ParentalManyToManyField(Sector, verbose_name=_("sectors"), blank=True, related_name="+")
    answer = RichTextField(_("the answer"), features=RICH_FEATURES, help_text=_("Two sentences."))
    for_whom = models.TextField(_("for whom"), max_length=400)
    not_for_whom = models.TextField(_("not for whom"), max_length=400, blank=True)
    body = StreamField(GuidanceBlock(), verbose_name=_("guidance"), blank=True)
    services = ParentalManyToManyField(ServicePage, verbose_name=_("services"), blank=True, related_name="guide_pages")
    sources = StreamField([("source", SourceBlock())], verbose_name=_("sources"), blank=True)

    objects = PageManager.from_queryset(GuideQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        "answer",
        MultiFieldPanel(["for_whom", "not_for_whom"], heading=_("Who this is for")),
        "body",
        "services",
        "sources",
        MultiFieldPanel(
            [ChoicesPanel(name) for name in ("stages", "audiences", "origin", "destination", "sectors")],
            heading=_("Where it belongs"),
        ),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("answer"),
        index.SearchField("for_whom"),
        index.SearchField("body"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(SynchronizedField(name) for name in ("stages", "audiences", "origin", "destination", "sectors", "services")),
    ]
    parent_page_types = ["home.StagePage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("guide")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, object]:
        blocks_by_side = {True: [], False: []}
        for block in self.body:
            blocks_by_side[block.block_type == "who_can_help"].append(block)
        return {
            **super().get_context(request, *args, **kwargs),
            "main_blocks": blocks_by_side[False],
            "helper_blocks": blocks_by_side[True],
        }

    @property
    def headings(self) -> list[blocks.StreamValue.StreamChild]:
        """The headings of the body, for the contents; they are shown when there are more than four."""
        return [block for block in self.body if block.block_type == "heading"]

"""The home page: the road that is the journey finder."""

import datetime

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.models import BasePage
from countries.models import ShopFrontPage
from home.models.stage import StagePage
from home.notices import moments


class HomePage(BasePage):
    """The home page of one language."""

    headline = models.CharField(_("headline"), max_length=80)
    search_examples = StreamField(
        [("example", blocks.CharBlock(max_length=40))],
        verbose_name=_("examples for the search box"),
        blank=True,
        max_num=3,
    )
    featured = ParentalManyToManyField(
        "wagtailcore.Page",
        verbose_name=_("what people look for now"),
        blank=True,
        related_name="+",
        help_text=_("Guides and services, shown in the language of the reader."),
    )

    content_panels = ["title", "headline", "summary", "search_examples", "featured"]
    search_fields = [*BasePage.search_fields, index.SearchField("headline")]
    override_translatable_fields = [*BasePage.override_translatable_fields, SynchronizedField("featured")]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "home.StagePage",
        "home.HelpIndexPage",
        "home.NewsIndexPage",
        "home.StandardPage",
        "services.ServicesIndexPage",
        "services.SectorsIndexPage",
        "countries.CountriesIndexPage",
        "countries.PilotAreasIndexPage",
    ]

    class Meta:
        verbose_name = _("home page")

    @cached_property
    def shop_fronts(self) -> list[ShopFrontPage]:
        """The shop-fronts in the language of this page."""
        pages = ShopFrontPage.objects.live().filter(locale_id=self.locale_id)
        return list(pages.with_place().order_by("area__order"))

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, object]:
        return {
            **super().get_context(request, *args, **kwargs),
            "shop_fronts": self.shop_fronts,
            "search_examples": [block.value for block in self.search_examples],
            "road_words": StagePage.words_by_slug(self.locale_id),
        }

    def changes_at(self) -> list[datetime.datetime]:
        opening = [page.status.changes for page in self.shop_fronts if page.status and page.status.changes]
        return [*super().changes_at(), *opening, *moments(timezone.now())]

"""A station of the road, with the guides under it by topic."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.search import index

from core.blocks import PointBlock
from core.models import BasePage, Stage


class TopicBlock(blocks.StructBlock):
    """A name and the guides that belong to it."""

    name = blocks.CharBlock(label=_("Name"), max_length=60)
    guides = blocks.ListBlock(blocks.PageChooserBlock(page_type="home.GuidePage"), label=_("Guides"))

    class Meta:
        label = _("Topic")
        icon = "list-ul"


class StagePage(BasePage):
    """One of the four stations: what to settle first, then guides by topic."""

    stage = models.ForeignKey(Stage, verbose_name=_("stage"), on_delete=models.PROTECT, related_name="+")
    first_things = StreamField([("point", PointBlock())], verbose_name=_("what to settle first"), blank=True, max_num=3)
    topics = StreamField([("topic", TopicBlock())], verbose_name=_("topics"), blank=True)

    content_panels = [*BasePage.content_panels, "stage", "first_things", "topics"]
    search_fields = [*BasePage.search_fields, index.SearchField("first_things"), index.FilterField("stage_id")]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.GuidePage"]

    class Meta:
        verbose_name = _("stage page")

    @property
    def words(self) -> str:
        """The names of the topics in one line: what this station is about."""
        first, *others = [name for name, _ids in self.guide_ids_by_topic()] or [""]
        return ", ".join([first, *(name[:1].lower() + name[1:] for name in others)])

    @classmethod
    def words_by_slug(cls, locale_id: int) -> dict[str, str]:
        """The words of every station in one language."""
        return {page.slug: page.words for page in cls.objects.live().filter(locale_id=locale_id)}

    @property
    def scene(self) -> str:
        """The template of the drawing of this station."""
        return f"components/scenes/{self.stage.code}.html"

    def guide_ids_by_topic(self) -> list[tuple[str, list[int]]]:
        """Names of topics with the ids of their guides, as stored: no page is fetched."""
        return [
            (raw["value"]["name"], [item["value"] for item in raw["value"]["guides"]]) for raw in self.topics.raw_data
        ]

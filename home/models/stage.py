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
    first_things = StreamField(
        [("point", PointBlock())], verbose_name=_("what to settle first"), blank=True, max_num=3
    )
    topics = StreamField([("topic", TopicBlock())], verbose_name=_("topics"), blank=True)

    content_panels = [*BasePage.content_panels, "stage", "first_things", "topics"]
    search_fields = [*BasePage.search_fields, index.SearchField("first_things"), index.FilterField("stage_id")]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.GuidePage"]

    class Meta:
        verbose_name = _("stage page")

"""Standing pages: about, terms, privacy, accessibility."""

from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.search import index

from core.models import BasePage
from facts.blocks import GuidanceBlock


class StandardPage(BasePage):
    """A page of plain text."""

    body = StreamField(GuidanceBlock(), verbose_name=_("text"), blank=True)

    content_panels = [*BasePage.content_panels, "body"]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("standard page")

"""News and their list."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.search import index

from core.models import BasePage
from facts.blocks import GuidanceBlock


class NewsIndexPage(BasePage):
    """The list of news, newest first."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.NewsPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of news")

    def news(self) -> models.QuerySet["NewsPage"]:
        """The news of this language, newest first."""
        return NewsPage.objects.live().child_of(self).order_by("-date")


class NewsPage(BasePage):
    """A piece of news."""

    date = models.DateField(_("date"), default=timezone.localdate)
    body = StreamField(GuidanceBlock(), verbose_name=_("text"), blank=True)

    content_panels = [*BasePage.content_panels, "date", "body"]
    search_fields = [*BasePage.search_fields, index.SearchField("body"), index.FilterField("date")]
    parent_page_types = ["home.NewsIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("news page")

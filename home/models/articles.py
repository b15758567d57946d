"""Articles: texts of one language that came in by a file, and their list. They stand in no menu."""

from html import unescape

from django.core.paginator import Page as PageOfList
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.blocks import RICH_FEATURES
from core.models import BasePage

ON_A_PAGE = 50


class ArticlesIndexPage(BasePage):
    """The list of articles of one language, by title."""

    content_panels = BasePage.content_panels
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.ArticlePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of articles")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, object]:
        return {**super().get_context(request, *args, **kwargs), "articles": self.articles(request.GET.get("page"))}

    def articles(self, number: str | None) -> PageOfList:
        """One page of the list; a number that is none is the first."""
        rows = ArticlePage.objects.live().child_of(self).order_by("title", "pk")
        return Paginator(rows, ON_A_PAGE).get_page(number)


class ArticlePage(BasePage):
    """An article. `external_id` is its id in the file from which it was imported."""

    external_id = models.CharField(_("id in the file"), max_length=100, blank=True, db_index=True)
    topic = models.CharField(_("topic"), max_length=200, blank=True)
    body = RichTextField(_("text"), features=RICH_FEATURES, blank=True)

    content_panels = [*BasePage.content_panels, "topic", "body"]
    search_fields = [*BasePage.search_fields, index.SearchField("topic"), index.SearchField("body")]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("external_id", overridable=False),
    ]
    parent_page_types = ["home.ArticlesIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("article")

    def search_texts(self) -> tuple[list[str], list[str]]:
        """Headings and passages for the search: quicker than by all fields, for thousands of articles."""
        passages = [unescape(strip_tags(part)).strip() for part in self.body.split("</p>")]
        return [self.topic] if self.topic else [], [passage for passage in passages if passage]

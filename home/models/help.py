"""Get help now: short pages with the number to call first."""

from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail.snippets.blocks import SnippetChooserBlock

from core.index import IndexMixin
from core.models import BasePage
from facts.blocks import GuidanceBlock


def contact_list() -> StreamField:
    """Contacts in the order in which one should call them."""
    return StreamField(
        [("contact", SnippetChooserBlock("facts.Contact"))], verbose_name=_("numbers to call"), blank=True
    )


class HelpIndexPage(IndexMixin, BasePage):
    """The door to help: which of the four situations is it."""

    contacts = contact_list()
    body = StreamField(GuidanceBlock(), verbose_name=_("text"), blank=True)

    content_panels = [*BasePage.content_panels, "contacts", "body"]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.HelpPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("help, first page")


class HelpPage(BasePage):
    """What to do now: whom to call, what to say, what not to do."""

    contacts = contact_list()
    body = StreamField(GuidanceBlock(), verbose_name=_("text"), blank=True)

    content_panels = [*BasePage.content_panels, "contacts", "body"]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    parent_page_types = ["home.HelpIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("help page")

"""The column "Translations" in the page explorer: the state of each language, in two queries for the whole list."""

from collections import defaultdict
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.models import Page

from core import addresses
from translations.models import State, Version

PLACE_BEFORE = "status"


class TranslationsColumn(Column):
    """One mark per language: its code, its state as text, and a colour where work waits."""

    cell_template_name = "translations/admin/column.html"

    def get_value(self, instance: Page) -> SafeString | str:
        marks = [
            (state, State(state).label, language, f" {count}" if count else "")
            for language, state, count in getattr(instance, "translation_states", [])
        ]
        parts = format_html_join(" ", '<span class="w-status desk-{}" title="{}">{}{}</span>', marks)
        return format_html('<span class="desk-marks">{}</span>', parts) if marks else ""


def annotate(pages: list[Page]) -> None:
    """Give each page of a list `translation_states`: [(language, state, outdated texts)]."""
    rows = Version.objects.filter(original_id__in={page.translation_key for page in pages})
    found = defaultdict(list)
    for key, locale_id, state, count in rows.order_by("locale_id").values_list(
        "original_id", "locale_id", "state", "outdated_segments"
    ):
        found[key].append((locale_id, state, count))
    for page in pages:
        lines = found[page.translation_key]
        own = [
            line for line in lines if line[0] == page.locale_id
        ]  # a translation shows its own state, an original all
        page.translation_states = [(addresses.language_of(pk), state, count) for pk, state, count in own or lines]


def install() -> None:
    """Put the column into Wagtail's explorer; it has no hook for columns (8.0)."""
    names = [column.name for column in ExplorableIndexView.base_columns]
    if "translations" in names:
        return
    column = TranslationsColumn("translations", label=_("Translations"), width="14%")
    ExplorableIndexView.base_columns.insert(names.index(PLACE_BEFORE), column)
    before = ExplorableIndexView.get_context_data

    def get_context_data(self: ExplorableIndexView, **kwargs: Any) -> dict[str, Any]:
        context = before(self, **kwargs)
        annotate(list(context["object_list"]))
        return context

    ExplorableIndexView.get_context_data = get_context_data

"""The side panel "Translations" in both editors: how each language stands, and what a translator needs."""

from collections.abc import Callable
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import Locale, Page

from core import addresses
from core.languages import own_name
from translations import glossary, memory
from translations.desk.review import review_of
from translations.models import Original, State, Version
from translations.originals import reason_against
from translations.records import record_of
from translations.rights import may_change, may_confirm
from translations.saving import open_translation
from translations.segments import from_rows, segments_of
from translations.words import marked

# Panels of higher apps: made with the page and the request.
more_panels: list[Callable[[Page, HttpRequest], BaseSidePanel]] = []
NEEDS_WORK = (State.OUTDATED, State.MACHINE_DRAFTED, State.ORPHAN, State.MISSING, State.IN_TRANSLATION)
MOST = 20


def languages_of(record: Original) -> list[dict[str, Any]]:
    """One line per language: name, state, number of outdated texts, the page."""
    code = addresses.language_of(record.locale_id)
    lines = [{"code": code, "name": own_name(code), "state": "original", "page_id": record.object_id}]
    for version in record.versions.defer("baseline", "drift").order_by("locale_id"):
        code = addresses.language_of(version.locale_id)
        lines.append(
            {
                "code": code,
                "name": own_name(code),
                "state": version.state,
                "label": State(version.state).label,
                "outdated": version.outdated_segments,
                "page_id": version.object_id,
            }
        )
    return lines


def changes_of(version: Version) -> list[dict[str, str | SafeString]]:
    """What changed in the original since: the text with its changed words marked, and how it was translated so far."""
    locale = Locale.objects.get(pk=version.locale_id)
    return [
        {
            "marked": marked(part["old"], part["new"]),
            "earlier": memory.earlier(version.original_id, locale, part["path"], part["old"]) if part["old"] else "",
        }
        for part in version.drift[:MOST]
    ]


def unused_terms(version: Version, page: Page) -> list[glossary.Unused]:
    """Terms of the original for which the translation has another word."""
    pairs = glossary.pairs(version.original.locale_id, version.locale_id)
    return glossary.unused(from_rows(version.original.segments), segments_of(page.specific), pairs)[:MOST]


class TranslationsSidePanel(BaseSidePanel):
    """For pages that have a record; the counter says how many languages, or texts, need work."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Translations")
        icon_name = "wagtail-localize-language"

        def get_context_data(self, parent_context: Any) -> dict[str, Any]:
            return super().get_context_data(parent_context) | {"count": self.panel.count}

    name = "translations"
    title = _("Translations")
    template_name = "translations/admin/panel.html"
    order = 150

    def __init__(self, page: Page, request: HttpRequest) -> None:
        super().__init__(page, request)
        self.record = record_of(page.translation_key)
        self.version = None
        if self.record and self.record.locale_id != page.locale_id:
            self.version = self.record.versions.filter(locale_id=page.locale_id).select_related("original").first()

    @property
    def count(self) -> int:
        """Texts of this translation that are behind, or languages of this original that need work."""
        if self.version:
            return self.version.outdated_segments
        return self.record.versions.filter(state__in=NEEDS_WORK).count() if self.record else 0

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        context["csrf_token"] = get_token(self.request)  # a component is rendered without its request
        if self.record:
            context["languages"] = languages_of(self.record)
        if self.version and self.version.object_id:
            context |= self._for_translators(self.object, self.version)
        return context

    def _for_translators(self, page: Page, version: Version) -> dict[str, Any]:
        user = self.request.user
        translation = open_translation(page) if may_change(user, page) else None
        may_end = version.state in (State.OUTDATED, State.MACHINE_DRAFTED) and may_confirm(user, page)
        return {
            "version": version,
            "changes": changes_of(version),
            "terms": unused_terms(version, page),
            "known": len(memory.known(translation)) if translation else 0,
            "translation": translation,
            "review": review_of(page, translation, user),
            "may_confirm": may_end,
            "is_orphan": version.state == State.ORPHAN,
            "may_be_original": user.is_superuser and not reason_against(page),
        }


def with_panel(panels: list[Any], instance: models.Model, request: HttpRequest) -> list[Any]:
    """The side panels of an editor with ours, where the page has translations or is one."""
    if not isinstance(instance, Page) or instance.pk is None:
        return panels
    own = [make(instance, request) for make in more_panels]
    panel = TranslationsSidePanel(instance, request)
    return [*panels, *([panel] if panel.record else []), *own]


def install() -> None:
    """Wagtail has no hook for side panels of the page editor (8.0), so its method is wrapped."""
    ours = EditView.get_side_panels

    def get_side_panels(self: EditView) -> MediaContainer:
        panels = ours(self)
        return (
            panels if self.expects_json_response else MediaContainer(with_panel(list(panels), self.page, self.request))
        )

    EditView.get_side_panels = get_side_panels

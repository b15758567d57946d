"""The side panel "Text checks" of the page editors: what to look at, each with the way to its field."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.models import Page

from core import addresses
from quality.checks import findings_of
from quality.models import Link
from quality.readability import readability_of
from translations.segments import segments_of

MOST = 40


class ChecksPanel(BaseSidePanel):
    """Checks the page as it stands in the editor's last draft."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Text checks")
        icon_name = "check"

        def get_context_data(self, parent_context: Any) -> dict[str, Any]:
            return super().get_context_data(parent_context) | {"count": len(self.panel.findings)}

    name = "text-checks"
    title = _("Text checks")
    template_name = "quality/panel.html"
    order = 160

    def __init__(self, page: Page, request: HttpRequest) -> None:
        super().__init__(page, request)
        self.findings = findings_of(page.specific)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        page = self.object.specific
        text = "\n".join(segment.text for segment in segments_of(page) if segment.path not in ("title", "slug"))
        broken = Link.objects.filter(uses__page_id=page.pk, state=Link.State.BROKEN).distinct()
        return {
            **super().get_context_data(parent_context),
            "findings": self.findings[:MOST],
            "readability": readability_of(text, addresses.language_of(page.locale_id)),
            "broken": broken,
        }

"""Reports and panels in the Wagtail admin; more of axe's rules in Wagtail's own content checks."""

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.models import Page

from quality import reports
from quality.panel import ChecksPanel
from translations.desk import home, panel

# What axe checks beside Wagtail's ten rules, with words in the editor's language (axe itself has no Romanian).
MORE_RULES = {
    "image-alt": _("The picture has no alternative text. Describe what it shows."),
    "html-has-lang": _("The page does not say its language."),
    "valid-lang": _("A language is named that does not exist."),
    "color-contrast": _("The text stands out too little from what is behind it."),
    "label": _("A field has no label."),
    "list": _("A list holds something that is no item of a list."),
    "target-size": _("Something to tap is too small or too near to another."),
}


class ContentChecks(ContentCheckerItem):
    """Wagtail's content checks with more rules."""

    axe_run_only = [*ContentCheckerItem.axe_run_only, *MORE_RULES]
    axe_messages = {**ContentCheckerItem.axe_messages, **MORE_RULES}


@hooks.register("construct_wagtail_userbar")
def more_rules(request: HttpRequest, items: list, page: Page) -> None:
    items[:] = [
        ContentChecks(in_editor=item.in_editor) if isinstance(item, ContentCheckerItem) else item for item in items
    ]


@hooks.register("register_admin_urls")
def register_urls() -> list:
    return [
        path("quality/texts/", reports.texts, name="quality_texts"),
        path("quality/links/", reports.links, name="quality_links"),
        path("quality/links/<int:pk>/", reports.link, name="quality_link"),
    ]


@hooks.register("register_reports_menu_item")
def register_texts() -> MenuItem:
    return MenuItem(_("Text checks"), reverse("quality_texts"), icon_name="check", order=70)


@hooks.register("register_reports_menu_item")
def register_links() -> MenuItem:
    return MenuItem(_("Broken links"), reverse("quality_links"), icon_name="link", order=80)


def _to_dos(user: Any) -> list[home.ToDo]:
    return [home.ToDo(reports.broken_links(user).count(), str(_("broken links")), reverse("quality_links"))]


panel.more_panels.append(ChecksPanel)
home.more_to_dos.append(_to_dos)

"""Synonyms, protected words, promoted results, missed answers and the search desk in the Wagtail admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from search import desk
from search.models import Missed, PromotedResult, ProtectedWord, SynonymSet
from translations.desk import home


class SynonymViewSet(SnippetViewSet):
    model = SynonymSet
    icon = "list-ul"
    list_display = ["words", "language"]
    list_filter = ["language"]


class ProtectedViewSet(SnippetViewSet):
    model = ProtectedWord
    icon = "lock"
    list_display = ["word", "language"]
    list_filter = ["language"]


class PromotedViewSet(SnippetViewSet):
    model = PromotedResult
    icon = "pick"
    list_display = ["queries", "page"]


class MissedViewSet(SnippetViewSet):
    model = Missed
    icon = "help"
    list_display = ["message", "query", "language", "sent_at", "owner", "state"]
    list_filter = ["state", "language", "owner"]


class SearchGroup(SnippetViewSetGroup):
    menu_label = _("Search")
    menu_icon = "search"
    menu_order = 270
    items = [SynonymViewSet, ProtectedViewSet, PromotedViewSet, MissedViewSet]


register_snippet(SearchGroup)


@hooks.register("register_admin_urls")
def register_urls() -> list:
    return [
        path("search-desk/", desk.desk, name="search_desk"),
        path("search-desk/rebuild/", desk.rebuild_index, name="search_rebuild"),
    ]


def _to_dos(user: Any) -> list[home.ToDo]:
    """What people missed and nobody has answered."""
    if not user.has_perm("search.change_missed"):
        return []
    count = Missed.objects.filter(state=Missed.State.OPEN).count()
    address = f"{reverse(MissedViewSet().get_url_name('list'))}?state={Missed.State.OPEN}"
    return [home.ToDo(count, str(_("missed answers")), address)]


home.more_to_dos.append(_to_dos)


class DeskItem(MenuItem):
    """Shown to those who may change synonyms."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(desk.RIGHT)


@hooks.register("register_reports_menu_item")
def register_desk() -> MenuItem:
    return DeskItem(_("Search desk"), reverse("search_desk"), icon_name="search", order=60)

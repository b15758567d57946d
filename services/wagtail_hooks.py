"""Providers in the Wagtail admin."""

from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from services.models import Provider


class ProviderViewSet(SnippetViewSet):
    model = Provider
    icon = "group"
    add_to_admin_menu = True
    menu_order = 255
    list_display = ["name", "kind", "code", "locale"]
    list_filter = ["kind", "locale", "is_example"]


register_snippet(ProviderViewSet)

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """The search of the site; knows Page, not the page types."""

    name = "search"

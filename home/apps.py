from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """The home page, guidance, news, standing pages, menus, notices."""

    name = "home"
    verbose_name = _("Home and guidance")

    def ready(self) -> None:
        from home import signals  # noqa: F401

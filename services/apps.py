from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ServicesConfig(AppConfig):
    """Services, their providers, and sectors."""

    name = "services"
    verbose_name = _("Services")

    def ready(self) -> None:
        from core.sitemaps import extra_entries
        from services.sitemaps import providers

        extra_entries.append(providers)

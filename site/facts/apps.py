from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FactsConfig(AppConfig):
    """Contacts, places, opening hours, fees: what stands once for all languages."""

    name = "facts"
    verbose_name = _("Facts")

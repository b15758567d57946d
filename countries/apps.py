from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CountriesConfig(AppConfig):
    """Countries, pilot areas and their shop-fronts."""

    name = "countries"
    verbose_name = _("Countries and areas")

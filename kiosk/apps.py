"""The kiosk."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KioskConfig(AppConfig):
    """Devices, the skin, the offline set, monitoring."""

    name = "kiosk"
    verbose_name = _("Kiosks")

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HandOverConfig(AppConfig):
    """What people take along from a shop-front, and how they see that it is real."""

    name = "handover"
    verbose_name = _("Taken along")

    def ready(self) -> None:
        from core import clockwork
        from handover import reports, sets

        clockwork.each_hour += [sets.forget_expired, reports.forget_old]

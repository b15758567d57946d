from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QualityConfig(AppConfig):
    """Help for editors: checks of texts and links. They warn; they never stop anybody."""

    name = "quality"
    verbose_name = _("Quality")

    def ready(self) -> None:
        from core import clockwork
        from quality import (
            signals,  # noqa: F401
            visiting,
        )

        clockwork.each_minute.append(visiting.visit_some)

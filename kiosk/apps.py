"""The kiosk."""

from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _

# Whose models can be seen in a page, without what readers never see and what is written all the time.
SHOWN = ("core", "facts", "home", "services", "countries")
NOT_SHOWN = {"User"}
ALSO_SHOWN = (
    "wagtailcore.Page", "wagtailcore.PageViewRestriction", "translations.Change", "translations.MinorEdit",
    "search.SynonymSet", "search.ProtectedWord", "search.PromotedResult",
)  # fmt: skip


class KioskConfig(AppConfig):
    """Devices, the skin, the offline set, monitoring."""

    name = "kiosk"
    verbose_name = _("Kiosks")

    def ready(self) -> None:
        from core import clockwork, metrics
        from kiosk import finder_data, monitoring, search_index
        from kiosk.offline import building

        models = [model for label in SHOWN for model in apps.get_app_config(label).get_models()]
        building.watched(model for model in models if model.__name__ not in NOT_SHOWN)
        building.watched(apps.get_model(name) for name in ALSO_SHOWN)
        building.by_language["/kiosk/index/{language}.json"] = search_index.build
        building.by_language["/kiosk/finder/{language}.json"] = finder_data.build
        clockwork.each_minute += [building.refresh, monitoring.watch]
        metrics.gauges.append(monitoring.measure)

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """The search of the site; knows Page, not the page types."""

    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        from core import clockwork, metrics
        from search import (
            asked,
            files,
            queue,
            signals,  # noqa: F401
        )
        from search.documents import documents_changed
        from search.engine import upkeep
        from search.metrics import measure

        documents_changed.connect(upkeep.tell, dispatch_uid="search-engine-told")
        clockwork.each_minute.append(queue.drain)
        clockwork.each_minute.append(files.read_waiting)
        clockwork.each_minute.append(upkeep.work)
        metrics.gauges.append(measure)
        clockwork.each_hour.append(asked.forget_old)

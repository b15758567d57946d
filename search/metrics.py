"""What monitoring should know of the search."""

from collections.abc import Iterator

from prometheus_client.core import GaugeMetricFamily

from search.health import health
from search.models import FileText, QueueEntry


def measure() -> Iterator[GaugeMetricFamily]:
    """Documents by language, the queues, the oldest entry, files that could not be read, and the engine."""
    now = health()
    documents = GaugeMetricFamily("portal_search_documents", "Documents in the index", labels=["language"])
    for language, number in now.documents.items():
        documents.add_metric([language], number)
    yield documents
    yield GaugeMetricFamily("portal_search_expected", "Public pages that should be in the index", value=now.wanted)
    waiting = GaugeMetricFamily("portal_search_queue", "Entries that wait", labels=["target"])
    for target in QueueEntry.Target.values:
        waiting.add_metric([target], QueueEntry.objects.filter(target=target).count())
    yield waiting
    yield GaugeMetricFamily("portal_search_lag_seconds", "Age of the oldest entry that waits", value=now.lag)
    failed = FileText.objects.filter(state=FileText.State.FAILED).count()
    yield GaugeMetricFamily("portal_search_unread_files", "Attached files that could not be read", value=failed)
    if now.engine:
        up = GaugeMetricFamily("portal_search_engine_up", "1 if the engine is asked", labels=["engine"])
        up.add_metric([now.engine], float(not now.engine_trouble))
        yield up

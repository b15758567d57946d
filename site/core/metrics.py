"""Figures for Prometheus at /metrics/, for whoever has the token; without METRICS_TOKEN there is no such address."""

from collections.abc import Callable, Iterable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

# Apps add what they measure: functions that return gauges.
gauges: list[Callable[[], Iterable[GaugeMetricFamily]]] = []


class _All(Collector):
    def collect(self) -> Iterable[GaugeMetricFamily]:
        for measure in gauges:
            yield from measure()


@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    """All gauges, measured now. `Authorization: Bearer TOKEN`."""
    wanted = f"Bearer {settings.METRICS_TOKEN}"
    given = request.headers.get("Authorization", "")
    if not settings.METRICS_TOKEN or not constant_time_compare(given, wanted):
        raise Http404
    registry = CollectorRegistry()
    registry.register(_All())
    return HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)

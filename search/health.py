"""How the index stands: for editors, for monitoring."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import Count
from django.utils import timezone

from search.engine import breaker
from search.engine.client import attached
from search.models import AskedQuery, Document, QueueEntry
from search.rebuilding import expected


@dataclass(frozen=True)
class Health:
    """Documents by language, how many there should be, and the queue: its length, the oldest entry, the last error."""

    documents: dict[str, int]
    wanted: int
    queued: int
    lag: float  # seconds since the oldest entry was queued
    error: str
    engine: str  # its name; empty without one
    engine_trouble: str  # why the database answers in its place; empty if it does not

    @property
    def is_well(self) -> bool:
        """Whether the index is whole and keeps up: nothing waits longer than a minute, and an engine does its work."""
        return sum(self.documents.values()) == self.wanted and self.lag < 60 and not self.engine_trouble


def health() -> Health:
    """Measure it now."""
    engine = attached()
    rows = Document.objects.values("language").annotate(number=Count("pk")).order_by("language")
    oldest = QueueEntry.objects.order_by("queued_at").first()
    failed = QueueEntry.objects.exclude(error="").order_by("-due_at").first()
    return Health(
        documents={row["language"]: row["number"] for row in rows},
        wanted=len(expected()),
        queued=QueueEntry.objects.count(),
        lag=(timezone.now() - oldest.queued_at).total_seconds() if oldest else 0.0,
        error=failed.error if failed else "",
        engine=engine.name if engine else "",
        engine_trouble=breaker.reason() if engine else "",
    )


@dataclass
class Asked:
    """A query of the last days: how often, how many results the last time, which places of the list were chosen."""

    text: str
    times: int = 0
    results: int = 0
    clicks: Counter = field(default_factory=Counter)

    @property
    def clicked(self) -> str:
        """`place: times`, the first places first."""
        return ", ".join(f"{place}: {self.clicks[place]}" for place in sorted(self.clicks))


def asked(language: str, days: int, without_result: bool, most: int = 50) -> list[Asked]:
    """The queries of the last days, the frequent ones first."""
    rows = AskedQuery.objects.filter(language=language, day__gte=timezone.localdate() - timedelta(days=days))
    rows = rows.filter(results=0) if without_result else rows
    found: dict[str, Asked] = {}
    for row in rows.order_by("day"):
        each = found.setdefault(row.text, Asked(row.text))
        each.times, each.results = each.times + row.times, row.results
        each.clicks.update({int(place): times for place, times in row.clicks.items()})
    return sorted(found.values(), key=lambda each: (-each.times, each.text))[:most]

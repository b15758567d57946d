"""Make all documents again, compare the index with the pages, and repair what differs."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from core.languages import LANGUAGES
from search.documents import public_pages, remove, write_pages
from search.engine.upkeep import forget_indexes
from search.models import Document, Facet, QueueEntry, Word
from search.stores import store

AT_ONCE = 200


@dataclass
class Comparison:
    """What the index has too much, too little, or from before the last publication (ids of pages)."""

    missing: list[int] = field(default_factory=list)
    surplus: list[int] = field(default_factory=list)
    older: list[int] = field(default_factory=list)

    @property
    def is_right(self) -> bool:
        return not (self.missing or self.surplus or self.older)


def expected() -> dict[int, object]:
    """{id of a page that must be found: when it was published}."""
    rows = Page.objects.live().public().filter(alias_of=None, depth__gt=1).exclude(expire_at__lte=timezone.now())
    return dict(rows.values_list("pk", "last_published_at"))


def compare() -> Comparison:
    """The index beside the pages; three queries."""
    wanted = expected()
    have = dict(Document.objects.values_list("page_id", "published_at"))
    return Comparison(
        missing=sorted(wanted.keys() - have.keys()),
        surplus=sorted(have.keys() - wanted.keys()),
        older=sorted(pk for pk in wanted.keys() & have.keys() if wanted[pk] != have[pk]),
    )


def repair(comparison: Comparison) -> None:
    """Bring the index to what the pages say."""
    remove(comparison.surplus)
    for pages in _batches([*comparison.missing, *comparison.older]):
        write_pages(pages)


def _batches(ids: list[int]) -> Iterator[list[Page]]:
    for start in range(0, len(ids), AT_ONCE):
        yield public_pages(ids[start : start + AT_ONCE])


@transaction.atomic
def rebuild(progress: Callable[[int, int], None] = lambda done, total: None) -> tuple[int, float]:
    """Make everything again in one transaction: readers see the old index until it is whole. Pages, and seconds."""
    started = time.perf_counter()
    Facet.objects.all().delete()
    Document.objects.all().delete()
    Word.objects.all().delete()
    for language in LANGUAGES:
        store().clear(language)
    ids, done = list(expected()), 0
    for pages in _batches(ids):
        write_pages(pages, tell=False)
        done += len(pages)
        progress(done, len(ids))
    QueueEntry.objects.filter(target=QueueEntry.Target.DATABASE).delete()
    transaction.on_commit(forget_indexes)
    return done, time.perf_counter() - started

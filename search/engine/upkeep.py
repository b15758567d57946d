"""Keep the engine's indexes at what the database says: the queue, rebuilding, comparing, recovering by itself."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.cache import cache
from django.db import DatabaseError, transaction
from django.utils import timezone

from core.languages import LANGUAGES
from search.engine import breaker, indexes
from search.engine.client import PUBLISHING, WORKING, Engine, EngineError, attached
from search.models import Document, QueueEntry

logger = logging.getLogger(__name__)
AT_ONCE = 200
LEAST = 0.95  # of the documents; with less, a new index does not take the old one's place
FIRST_WAIT, LONGEST_WAIT = 1, 600  # seconds between two attempts
LOCK = "search-engine-rebuilding"


class RebuildError(Exception):
    """A new index was not put in the place of the old one; the message says why."""


def tell(sender: type, page_ids: list[int], **kwargs: Any) -> None:
    """Documents were written or removed: note it in the same transaction, tell the engine after the commit."""
    if attached() is None or not page_ids:
        return
    rows = [QueueEntry(page_id=page_id, target=QueueEntry.Target.ENGINE) for page_id in page_ids]
    QueueEntry.objects.bulk_create(rows, batch_size=500)
    transaction.on_commit(drain)


def forget_indexes() -> None:
    """The database's index was made again: the engine's is of no use until it is made again too (`tick` does)."""
    if attached() is not None:
        cache.set(breaker.key(breaker.STALE), True, None)
        breaker.trip("the index of the database was made again")


def drain(timeout: float = PUBLISHING) -> int:
    """Tell the engine what waits; how many entries were done. Never an error for the one who published."""
    engine, done = attached(), 0
    if engine is None or breaker.reason():
        return 0
    try:
        while entries := QueueEntry.objects.due(QueueEntry.Target.ENGINE, AT_ONCE):
            done += _work(engine, entries, timeout)
    except EngineError as error:
        breaker.trip(error)
    except DatabaseError:
        logger.exception("The engine's queue could not be worked off; it will be tried again.")
    return done


def _work(engine: Engine, entries: list[QueueEntry], timeout: float) -> int:
    """Write the documents of some entries as they are now; what fails waits, and the database answers meanwhile."""
    try:
        failed = _write(engine, entries, timeout)
    except EngineError as error:
        _postpone(entries, str(error))
        raise
    late = [entry for entry in entries if entry.page_id in failed]
    if late:
        _postpone(late, next(iter(failed.values())))
        breaker.trip(next(iter(failed.values())))
    done = [entry.pk for entry in entries if entry.page_id not in failed]
    QueueEntry.objects.filter(pk__in=done).delete()
    return len(done)


def _write(engine: Engine, entries: list[QueueEntry], timeout: float) -> dict[int, str]:
    names = {language: indexes.alias_of(language) for language in LANGUAGES}
    asked_at = {entry.page_id: entry.queued_at for entry in entries}
    documents = list(Document.objects.filter(pk__in=asked_at))
    lines = list(indexes.put_lines(documents, names))
    for page_id in asked_at.keys() - {document.pk for document in documents}:
        lines += [indexes.delete_line(name, page_id, asked_at[page_id]) for name in names.values()]
    return indexes.bulk(engine, lines, timeout)


def _postpone(entries: list[QueueEntry], error: str) -> None:
    with transaction.atomic():
        for entry in entries:
            entry.put_off(error, FIRST_WAIT, LONGEST_WAIT)


def recover() -> bool:
    """Look at the engine; make its indexes if they are missing or wrong, catch up, ask it again. Whether it is well."""
    engine = attached()
    if engine is None:
        return False
    try:
        trouble = indexes.is_right(engine)
        if trouble or cache.get(breaker.key(breaker.STALE)):
            breaker.trip(trouble or "older than the database")
            rebuild()
    except EngineError as error:
        breaker.trip(error)
        return False
    except RebuildError as error:
        logger.warning("%s", error)
        return False
    if breaker.reason():
        QueueEntry.objects.filter(target=QueueEntry.Target.ENGINE).update(due_at=timezone.now())
        breaker.close()
        drain(WORKING)
    return not breaker.reason()


@dataclass
class Comparison:
    """What the engine's indexes have too little, too much, or from before the last writing (ids of pages)."""

    missing: list[int] = field(default_factory=list)
    surplus: list[tuple[str, int]] = field(default_factory=list)
    older: list[int] = field(default_factory=list)

    @property
    def is_right(self) -> bool:
        return not (self.missing or self.surplus or self.older)


def compare(engine: Engine, names: dict[str, str]) -> Comparison:
    """The indexes beside the documents of the database."""
    found = Comparison()
    for language, name in names.items():
        have = indexes.versions(engine, name)
        rows = Document.objects.filter(language=language).only("page_id", "written_at")
        wanted = {row.pk: indexes.version_of(row) for row in rows}
        found.missing += sorted(wanted.keys() - have.keys())
        found.surplus += [(language, page_id) for page_id in sorted(have.keys() - wanted.keys())]
        found.older += sorted(pk for pk in wanted.keys() & have.keys() if have[pk] < wanted[pk])
    return found


def repair(engine: Engine, names: dict[str, str], found: Comparison) -> None:
    """Bring the indexes to what the database says; what is sent again gets a version above anything that is there."""
    now = timezone.now()
    for start in range(0, len(ids := [*found.missing, *found.older]), AT_ONCE):
        Document.objects.filter(pk__in=ids[start : start + AT_ONCE]).update(written_at=now)
    for documents in _batches(ids):
        _send(engine, list(indexes.put_lines(documents, names)))
    _send(engine, [indexes.delete_line(names[language], page_id, now) for language, page_id in found.surplus])


def _send(engine: Engine, lines: list[dict]) -> None:
    failed = indexes.bulk(engine, lines, WORKING)
    if failed:
        page_id, why = next(iter(failed.items()))
        raise RebuildError(f"{len(failed)} documents were refused; page {page_id}: {why}")


def _batches(ids: list[int]) -> Iterator[list[Document]]:
    for start in range(0, len(ids), AT_ONCE):
        yield list(Document.objects.filter(pk__in=ids[start : start + AT_ONCE]).order_by("pk"))


def rebuild(progress: Callable[[int, int], None] = lambda done, total: None) -> int:
    """New indexes from the documents of the database; the old ones answer until the new ones are whole.

    What changes meanwhile is caught up with before the exchange, and once more after it. A run that is killed leaves
    indexes that no alias names; the next run removes them. How many documents the new ones have.
    """
    engine = attached()
    if engine is None:
        raise RebuildError("No search engine is attached.")
    if not cache.add(breaker.key(LOCK), True, 60):
        raise RebuildError("Another rebuild is under way.")
    try:
        indexes.remove_orphans(engine)
        names = indexes.create(engine)
        _fill(engine, names, progress)
        repair(engine, names, compare(engine, names))
        count = _enough(engine, names)
        indexes.swap(engine, names)
        repair(engine, names, compare(engine, names))
        cache.delete(breaker.key(breaker.STALE))
        return count
    finally:
        cache.delete(breaker.key(LOCK))


def _fill(engine: Engine, names: dict[str, str], progress: Callable[[int, int], None]) -> None:
    ids, done = list(Document.objects.order_by("pk").values_list("pk", flat=True)), 0
    for documents in _batches(ids):
        _send(engine, list(indexes.put_lines(documents, names)))
        done += len(documents)
        cache.set(breaker.key(LOCK), True, 60)
        progress(done, len(ids))


def _enough(engine: Engine, names: dict[str, str]) -> int:
    """Refuse an index that lacks more than a few documents."""
    count, wanted = sum(len(indexes.versions(engine, name)) for name in names.values()), Document.objects.count()
    if count < LEAST * wanted:
        for name in names.values():
            engine.call("DELETE", f"/{name}", timeout=WORKING)
        raise RebuildError(f"The new index has {count} of {wanted} documents and was not taken into use.")
    return count


def work() -> None:
    """What `tick` does each minute: recover if something is wrong, and tell what waits."""
    if attached() is not None and recover():
        drain(WORKING)

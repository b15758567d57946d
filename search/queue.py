"""The durable queue: what changed is written down in the transaction of the change, and done after its commit.

An entry says only which page to look at again. Whoever works it off reads the page anew by its primary key, so order
does not matter, doing it twice does no harm, and a change that was rolled back leaves nothing behind.
"""

import logging
from collections.abc import Iterable

from django.db import DatabaseError, transaction

from core import publishing
from search.documents import write
from search.models import QueueEntry

logger = logging.getLogger(__name__)
AT_ONCE = 100
FIRST_WAIT, LONGEST_WAIT = 5, 3600  # seconds between two attempts


def add(page_ids: Iterable[int]) -> None:
    """Write down that these pages changed, and work the queue off once the change is committed."""
    ids = list(dict.fromkeys(page_ids))
    if not ids or publishing.loading.get():
        return
    QueueEntry.objects.bulk_create([QueueEntry(page_id=page_id) for page_id in ids], batch_size=500)
    transaction.on_commit(drain)


def drain() -> int:
    """Do what is due; how many entries were done. Never an error for the one who published."""
    done = 0
    try:
        while entries := QueueEntry.objects.due(QueueEntry.Target.DATABASE, AT_ONCE):
            done += _work(entries)
    except DatabaseError:
        logger.exception("The search queue could not be worked off; it will be tried again.")
    return done


def _work(entries: list[QueueEntry]) -> int:
    """Do some entries together; if that fails, one by one, so that one bad page does not hold up the others."""
    try:
        with transaction.atomic():
            write(entry.page_id for entry in entries)
            QueueEntry.objects.filter(pk__in=[entry.pk for entry in entries]).delete()
        return len(entries)
    except Exception:
        logger.exception("%s pages could not be indexed together", len(entries))
    return sum(_work_one(entry) for entry in entries)


def _work_one(entry: QueueEntry) -> int:
    try:
        with transaction.atomic():
            write([entry.page_id])
            entry.delete()
        return 1
    except Exception as error:
        entry.put_off(str(error), FIRST_WAIT, LONGEST_WAIT)
        return 0

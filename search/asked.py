"""The log of queries: what is searched and what comes of it, for editors; nothing about who asked.

E-mail addresses and long numbers are masked before anything is written. Rows are kept for RETENTION_DAYS.
"""

import datetime
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connection, transaction
from django.db.models import F
from django.utils import timezone

from search.models import AskedQuery, Missed

logger = logging.getLogger(__name__)
RETENTION_DAYS = 180
MISSED_DAYS = 365
PATIENCE = 200  # milliseconds
_MAIL = re.compile(r"\S+@\S+")
_DIGITS = re.compile(r"\+?\d[\d\s().-]{4,}\d")


def masked(text: str) -> str:
    """A query without e-mail addresses and without numbers that could be a phone, a code or a document."""
    return _DIGITS.sub("#", _MAIL.sub("@", text))


@contextmanager
def _impatient() -> Iterator[None]:
    """On SQLite, wait a moment only for another writer (an import): nobody waits for an answer because of a count."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        before = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout = {PATIENCE}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {before}")


def note(text: str, language: str, results: int) -> None:
    """Count a query; never an error for the one who asked."""
    if not text:
        return
    values = {"day": timezone.localdate(), "language": language, "text": masked(text).lower()[:200]}
    try:
        with _impatient(), transaction.atomic():
            row, _made = AskedQuery.objects.get_or_create(**values)
            AskedQuery.objects.filter(pk=row.pk).update(times=F("times") + 1, results=results)
    except DatabaseError:
        logger.warning("A query could not be counted; somebody else was writing.")


def note_click(text: str, language: str, place: int) -> None:
    """Count that somebody chose the answer at a place (from 1) of a query of today; unknown queries count nothing."""
    rows = AskedQuery.objects.filter(day=timezone.localdate(), language=language, text=masked(text).lower()[:200])
    try:
        with _impatient(), transaction.atomic():
            row = rows.select_for_update().first()
            if row:
                row.clicks[str(place)] = row.clicks.get(str(place), 0) + 1
                row.save(update_fields=["clicks"])
    except DatabaseError:
        logger.warning("A click could not be counted; somebody else was writing.")


def forget_old() -> None:
    """Remove queries and answered messages whose time is over."""
    today = timezone.localdate()
    AskedQuery.objects.filter(day__lt=today - datetime.timedelta(days=RETENTION_DAYS)).delete()
    before = timezone.now() - datetime.timedelta(days=MISSED_DAYS)
    Missed.objects.filter(sent_at__lt=before).delete()

"""A rebuild that somebody started with the button: in the background, its progress in the cache that all share."""

import logging
import time
from dataclasses import asdict, dataclass
from threading import Thread

from django.core.cache import cache
from django.db import connections

from search.engine import upkeep
from search.engine.client import EngineError, attached
from search.rebuilding import rebuild

logger = logging.getLogger(__name__)
KEY = "search-rebuild"
KEPT = 24 * 3600  # seconds that the end of a rebuild is shown
SILENT = 120  # seconds without a sign after which a rebuild counts as killed


@dataclass(frozen=True)
class Progress:
    """How far a rebuild is: pages done and in all; `ended_at` 0 while it runs; `error` if it failed."""

    done: int = 0
    total: int = 0
    started_at: float = 0.0
    seen_at: float = 0.0
    ended_at: float = 0.0
    error: str = ""

    @property
    def is_running(self) -> bool:
        return not self.ended_at and time.time() - self.seen_at < SILENT

    @property
    def is_lost(self) -> bool:
        """Its process ended in the middle; the old index serves, and the next rebuild tidies up."""
        return not self.ended_at and not self.is_running

    @property
    def seconds(self) -> int:
        return round((self.ended_at or time.time()) - self.started_at)


def progress() -> Progress | None:
    """The rebuild that runs, or the last one; None if there was none lately."""
    row = cache.get(KEY)
    return Progress(**row) if row else None


def _keep(state: Progress) -> None:
    cache.set(KEY, asdict(state), KEPT)


def start() -> bool:
    """Begin a rebuild in the background; False if one runs already."""
    now = progress()
    if now and now.is_running:
        return False
    _keep(Progress(started_at=time.time(), seen_at=time.time()))
    Thread(target=_in_background, name="search-rebuild").start()
    return True


def _in_background() -> None:
    try:
        run()
    finally:
        connections.close_all()


def run() -> None:
    """Make the database's index again, then the engine's; what happens is kept for whoever looks."""
    started = time.time()

    def seen(done: int, total: int) -> None:
        _keep(Progress(done, total, started, time.time()))

    seen(0, 0)
    error, done = "", 0
    try:
        done, _seconds = rebuild(seen)
        if attached():
            done = upkeep.rebuild(seen)
            upkeep.recover()
    except (EngineError, upkeep.RebuildError) as problem:
        error = str(problem)
    except Exception as problem:  # a thread of its own: whoever looks at the desk is told
        logger.exception("The rebuild that was started in the admin failed")
        error = str(problem) or type(problem).__name__
    _keep(Progress(done, done, started, time.time(), time.time(), error))

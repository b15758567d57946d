"""The circuit breaker: after one failure nobody waits for the engine again until it has proven itself.

Its state is in the cache, so all processes of a site share it. While it is open the database answers; every few
seconds whoever searches has the engine tried again in the background, and never waits for that.
"""

import logging
import time
from threading import Thread

from django.conf import settings
from django.core.cache import cache
from django.db import connections

logger = logging.getLogger(__name__)
OPEN, TRYING, LOOKED = "search-engine-open", "search-engine-trying", "search-engine-looked"
STALE = "search-engine-stale"
PAUSE = 5  # seconds between two trials
LOOK = 30  # seconds between two looks at an engine that seems well


def reason() -> str:
    """Why the engine is not asked; empty if it is."""
    return cache.get(key(OPEN)) or ""


def key(name: str) -> str:
    """Sites, and tests, that share a cache do not share a breaker."""
    return f"{name}-{settings.SEARCH_INDEX_PREFIX}"


def trip(why: object) -> None:
    """Stop asking the engine."""
    text = str(why)[:300] or "unknown"
    if not reason():
        logger.error("The search engine is left alone, the database answers: %s", text)
    cache.set(key(OPEN), text, None)


def close() -> None:
    """Ask the engine again."""
    if reason():
        logger.warning("The search engine answers again.")
    cache.delete(key(OPEN))


def is_closed() -> bool:
    """Whether the engine may be asked now; from time to time has it looked at in the background."""
    is_open = bool(reason())
    name, pause = (TRYING, PAUSE) if is_open else (LOOKED, LOOK)
    if settings.SEARCH_ENGINE_TRIALS and cache.add(key(name), time.time(), pause):
        Thread(target=_try, name="search-engine-trial", daemon=True).start()
    return not is_open


def look_soon() -> None:
    """Something was odd: have the engine looked at with the next question."""
    cache.delete(key(LOOKED))


def _try() -> None:
    from search.engine.upkeep import recover

    try:
        recover()
    except Exception:  # a thread of its own: nobody else would hear of it
        logger.exception("The search engine could not be tried.")
    finally:
        connections.close_all()

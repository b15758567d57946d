"""Who answers: the engine, if one is attached and well; else the database, which always can."""

from search.engine import breaker
from search.engine import store as in_engine
from search.engine.client import Engine, EngineError, attached
from search.stores import store
from search.stores.base import Answer, Filters, Question


def _asked() -> Engine | None:
    engine = attached()
    return engine if engine is not None and breaker.is_closed() else None


def answer(question: Question, filters: Filters, limit: int, titles: int) -> tuple[Answer, bool]:
    """Everything for a page of results, and whether the database had to answer.

    That the engine finds nothing is believed only if the database finds nothing: it may be a second behind, or wrong.
    """
    engine = _asked()
    if engine is not None:
        try:
            found = in_engine.answer(engine, question, filters, limit, titles)
            if found.total:
                return found, False
            breaker.look_soon()
        except EngineError as error:
            breaker.trip(error)
            engine = None
    found = store().answer(question, filters, limit, titles)
    return found, engine is None or found.total > 0


def title_scores(question: Question, limit: int) -> dict[int, float]:
    """The best documents whose title has one root of every group."""
    engine = _asked()
    if engine is not None:
        try:
            return in_engine.title_scores(engine, question, limit)
        except EngineError as error:
            breaker.trip(error)
    return store().title_scores(question, limit)

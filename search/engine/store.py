"""Ask the engine: one request with two parts for everything that a page of results needs."""

from typing import Any

from search.engine.client import Engine, EngineError
from search.engine.indexes import alias_of
from search.stores.base import EXTRA, TIE, Answer, Filters, Question

MOST_VALUES = 500


def _match(field: str, words: tuple[str, ...] | list[str], boost: float = 1.0) -> dict[str, Any]:
    return {"match": {field: {"query": " ".join(dict.fromkeys(words)), "boost": boost}}}


def _query(question: Question) -> dict[str, Any]:
    """At least one root; the words as typed only add to the score."""
    own = [_match("roots", [root for group in question.groups for root in group])]
    own += [_match("roots", question.extra, EXTRA)] if question.extra else []
    exact = [_match("exact", question.exact, TIE)] if question.exact else []
    return {"bool": {"must": [{"bool": {"should": own, "minimum_should_match": 1}}], "should": exact}}


def _filter(filters: Filters) -> dict[str, Any]:
    """Has one of the values of each facet."""
    terms = [{"terms": {"facets": [f"{name}={value}" for value in values]}} for name, values in filters.items()]
    return {"bool": {"filter": terms}}


def _counts(filters: Filters) -> dict[str, Any]:
    """Counts of all facets under all filters, and of each facet that narrows without itself."""
    terms = {"terms": {"field": "facets", "size": MOST_VALUES}}
    found = {"all": {"filter": _filter(filters), "aggs": {"values": terms}}}
    for name in filters:
        others = {other: values for other, values in filters.items() if other != name}
        found[f"without-{name}"] = {"filter": _filter(others), "aggs": {"values": terms}}
    return found


def _titles(question: Question, limit: int) -> dict[str, Any]:
    every = [_match("title", group) for group in question.groups]
    return {"query": {"bool": {"must": every}}, "size": limit, "track_total_hits": False}


def _scores(answer: dict[str, Any]) -> dict[int, float]:
    return {int(hit["_id"]): hit["_score"] for hit in answer["hits"]["hits"]}


def _by_name(part: dict[str, Any]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for bucket in part["values"]["buckets"]:
        name, _, value = bucket["key"].partition("=")
        found.setdefault(name, {})[value] = bucket["doc_count"]
    return found


def _facets(parts: dict[str, Any], filters: Filters) -> dict[str, dict[str, int]]:
    return _by_name(parts["all"]) | {name: _by_name(parts[f"without-{name}"]).get(name, {}) for name in filters}


def _checked(response: dict[str, Any]) -> list[dict[str, Any]]:
    for answer in response["responses"]:
        if answer.get("error") or answer.get("timed_out"):
            raise EngineError(str(answer.get("error", "timed out"))[:500], answer.get("status", 0))
    return response["responses"]


def answer(engine: Engine, question: Question, filters: Filters, limit: int, titles: int) -> Answer:
    """Scores, titles, number and facets; raises EngineError."""
    body: dict[str, Any] = {
        "query": _query(question),
        "size": limit,
        "track_total_hits": True,
        "post_filter": _filter(filters),
        "aggs": _counts(filters),
    }
    head = {"index": alias_of(question.language)}
    first, second = _checked(engine.call("POST", "/_msearch", [head, body, head, _titles(question, titles)]))
    return Answer(
        _scores(first), _scores(second), first["hits"]["total"]["value"], _facets(first["aggregations"], filters)
    )


def title_scores(engine: Engine, question: Question, limit: int) -> dict[int, float]:
    """The best documents whose title has one root of every group; raises EngineError."""
    head = {"index": alias_of(question.language)}
    return _scores(_checked(engine.call("POST", "/_msearch", [head, _titles(question, limit)]))[0])

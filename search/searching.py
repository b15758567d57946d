"""Find: the ranked answers to a query, the facets that narrow them, and what was searched instead of what was typed."""

import datetime
from dataclasses import dataclass, field

from django.utils import timezone

from core import addresses
from core.languages import LANGUAGES
from search import asking
from search.engine.client import attached
from search.facts import FACETS
from search.highlighting import Highlights, highlights_of
from search.language.roots import root
from search.language.words import is_stop, words_of
from search.models import Document, PromotedResult
from search.stores import store
from search.stores.base import Filters, Question
from search.understanding import Understood, understand

MOST = 1000  # documents that are ranked; the count goes on
# What time does to a rank, a little: see docs/search.md.
OVERDUE = 0.95
TITLE = 0.6  # a title that says what was asked, and nothing else
LIST = 0.7  # a page that only leads on to others (the home page, a list) has their words, not their answers
MOST_TITLES = 300
FRESH, FRESH_DAYS = 1.02, 90


@dataclass(frozen=True)
class Hit:
    """One answer."""

    page_id: int
    external_id: str
    title: str
    url: str
    language: str
    kind: str
    score: float
    highlights: Highlights


@dataclass
class Results:
    """All that a page of results shows. `total` and `facets` count the answers with the filters that are set."""

    query: str
    language: str
    hits: list[Hit] = field(default_factory=list)
    total: int = 0
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
    searched: str = ""
    promoted: list[Hit] = field(default_factory=list)
    degraded: bool = True  # the database answered
    is_emergency: bool = False  # though an engine is attached


def question_of(understood: Understood) -> Question:
    """What the store is asked."""
    exact = [word for term in understood.terms for word in words_of(term.meant or term.typed)]
    return Question(understood.language, understood.groups, tuple(exact), understood.extra)


def search(
    text: str, language: str, filters: Filters | None = None, page: int = 1, size: int = 10, literal: bool = False
) -> Results:
    """Answer a query with the public pages of one language; `page` counts from 1, `literal` corrects nothing."""
    filters = {name: values for name, values in (filters or {}).items() if name in FACETS and values}
    understood = understand(text, language, literal)
    results = Results(understood.text, language, searched=understood.searched)
    if not understood.terms:
        return results
    question = question_of(understood)
    answer, results.degraded = asking.answer(question, filters, MOST, MOST_TITLES)
    results.is_emergency = results.degraded and attached() is not None
    ranked = _ranked(answer.scores, answer.titles, question)
    results.total, results.facets = answer.total, answer.facets
    results.promoted = _promoted(understood)
    wanted = ranked[(page - 1) * size : page * size]
    results.hits = _hits([page_id for page_id, _score in wanted], dict(wanted), understood)
    return results


def ranked_ids(text: str, language: str, most: int) -> list[int]:
    """The public pages that answer, best first; for whoever needs no more than that."""
    understood = understand(text, language)
    if not understood.terms:
        return []
    question = question_of(understood)
    answer, _degraded = asking.answer(question, {}, most, MOST_TITLES)
    return [page_id for page_id, _score in _ranked(answer.scores, answer.titles, question)]


def _ranked(scores: dict[int, float], titles: dict[int, float], question: Question) -> list[tuple[int, float]]:
    """The documents by score, with what title, place, freshness and overdue checks do to it; the id settles ties.

    `titles` are those whose title has all words of the query: the less else it says, the more it counts.
    """
    today, fresh_since = timezone.localdate(), timezone.now() - datetime.timedelta(days=FRESH_DAYS)
    best = sorted(scores, key=lambda page_id: -scores[page_id])[:MOST]
    found = []
    columns = ("page_id", "title", "is_list", "published_at", "overdue_on")
    for page_id, title, is_list, published_at, overdue_on in Document.objects.filter(pk__in=best).values_list(*columns):
        score = scores[page_id] * (LIST if is_list else 1)
        if page_id in titles:
            weighty = [word for word in words_of(title) if not is_stop(word, question.language)]
            score *= 1 + TITLE * min(1.0, len(question.groups) / max(1, len(weighty)))
        score *= OVERDUE if overdue_on and overdue_on <= today else 1
        score *= FRESH if published_at and published_at >= fresh_since else 1
        found.append((page_id, score))
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))


def _hits(page_ids: list[int], scores: dict[int, float], understood: Understood) -> list[Hit]:
    """The answers with their addresses; who went private a moment ago has none and is left out."""
    table = addresses.addresses.get().by_id
    documents = Document.objects.defer("words").in_bulk(page_ids)
    found = []
    for page_id in page_ids:
        document, address = documents.get(page_id), table.get(page_id)
        if document and address:
            marks = highlights_of(document, understood)
            found.append(
                Hit(page_id, document.external_id, document.title, address.url, document.language, document.kind,
                    round(scores.get(page_id, 0.0), 4), marks)
            )  # fmt: skip
    return found


def _promoted(understood: Understood) -> list[Hit]:
    """Pages that editors want above the results of this query."""
    asked = _key(" ".join(term.meant or term.typed for term in understood.terms), understood.language)
    rows = PromotedResult.objects.filter(page__locale__language_code=understood.language)
    ids = [
        page_id
        for page_id, queries in rows.values_list("page_id", "queries")
        if any(_key(query, understood.language) == asked for query in queries.split(","))
    ]
    return _hits(ids, {}, understood)


def _key(query: str, language: str) -> frozenset[str]:
    return frozenset(root(word, language) for word in words_of(query) if not is_stop(word, language))


def elsewhere(text: str, language: str) -> dict[str, int]:
    """How many answers there are in each other language, for those that have any."""
    found = {}
    for other in LANGUAGES:
        if other != language:
            understood = understand(text, other)
            known = [term for term in understood.terms if term.how in ("known", "latin", "layout")]
            if known and len(known) == len(understood.terms):
                found[other] = store().total(question_of(understood), {})
    return {other: count for other, count in found.items() if count}

"""Wagtail's own search of pages (explorer, choosers) through this search: the same words find the same pages there.

Public pages are found by it, in all languages; drafts, which it must not know, by Wagtail's database search and by
their titles. Whatever goes wrong, the titles remain: the admin's search never fails.
"""

import logging
from typing import Any

from django.db.models import Count, Q, QuerySet
from modelsearch import query as queries
from modelsearch.backends import database
from modelsearch.backends.base import BaseSearchResults
from wagtail.models import Page

from core.languages import LANGUAGES
from search.searching import ranked_ids

logger = logging.getLogger(__name__)
MOST = 300  # pages of each language, and of drafts


def plain(query: Any) -> str:
    """The words of a query; empty for one that has none (everything)."""
    if isinstance(query, str):
        return query
    if isinstance(query, queries.PlainText | queries.Phrase | queries.Fuzzy):
        return query.query_string
    if isinstance(query, queries.And | queries.Or):
        return " ".join(filter(None, map(plain, query.subqueries)))
    return ""


class PageResults(BaseSearchResults):
    """Pages in the order of their ids in `ranked`; slices like every other result of Wagtail's search."""

    supports_facet = True

    def __init__(self, queryset: QuerySet[Page], ranked: list[int]) -> None:
        super().__init__(None, None)
        self.queryset, self.ranked, self.model = queryset, ranked, queryset.model

    def _clone(self) -> "PageResults":
        new = PageResults(self.queryset, self.ranked)
        new.start, new.stop = self.start, self.stop
        return new

    def _do_search(self) -> list[Page]:
        wanted = self.ranked[self.start : self.stop]
        found = {page.pk: page for page in self.queryset.filter(pk__in=wanted)}
        return [found[page_id] for page_id in wanted if page_id in found]

    def _do_count(self) -> int:
        return len(self.ranked[self.start : self.stop])

    def annotate_score(self, field_name: str) -> "PageResults":
        return self._clone()

    def facet(self, field_name: str) -> dict[Any, int]:
        rows = self.queryset.order_by().filter(pk__in=self.ranked).values_list(field_name)
        return dict(rows.annotate(number=Count("pk")).order_by("-number"))


class _Pages:
    """Answers queries about pages; leaves everything else to the database's search."""

    def search(self, query: Any, model_or_queryset: Any, order_by_relevance: bool = True, **more: Any) -> Any:
        stock = super().search
        return self._answer(stock, query, model_or_queryset, order_by_relevance, more)

    def autocomplete(self, query: Any, model_or_queryset: Any, order_by_relevance: bool = True, **more: Any) -> Any:
        stock = super().autocomplete
        return self._answer(stock, query, model_or_queryset, order_by_relevance, more)

    def _answer(self, stock: Any, query: Any, model_or_queryset: Any, by_relevance: bool, more: dict) -> Any:
        rows = model_or_queryset if isinstance(model_or_queryset, QuerySet) else model_or_queryset.objects.all()
        text = plain(query)
        if not issubclass(rows.model, Page) or not text or more.get("fields"):
            return stock(query, model_or_queryset, order_by_relevance=by_relevance, **more)
        ids = _ids(stock, query, text, rows)
        found = rows.filter(pk__in=ids).values_list("pk", flat=True)
        if not by_relevance:
            return PageResults(rows, list(found))
        allowed = set(found.order_by())
        return PageResults(rows, [page_id for page_id in ids if page_id in allowed])


def _ids(stock: Any, query: Any, text: str, rows: QuerySet[Page]) -> list[int]:
    """Pages that answer: public ones as readers find them, then others, then those whose title has the words."""
    titled = rows.order_by().filter(Q(title__icontains=text) | Q(draft_title__icontains=text))
    ids = list(titled.values_list("pk", flat=True)[:MOST])
    try:
        for language in LANGUAGES:
            ids += ranked_ids(text, language, MOST)
        ids += [page.pk for page in stock(query, rows.order_by())[:MOST]]
    except Exception:  # whatever it is, editors get the titles instead of a 500
        logger.exception("The search of the admin had to fall back to titles")
    return list(dict.fromkeys(ids))


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802 - modelsearch asks for this name
    """The search of the database in use, with pages answered as above."""
    base = database.SearchBackend(params)
    return type("PortalSearchBackend", (_Pages, type(base)), {})(params)

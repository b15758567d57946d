"""PostgreSQL: one text search configuration and one table per language, with the words that we analysed ourselves."""

from collections.abc import Iterable
from typing import Any

from django.db import connection

from core.languages import LANGUAGES
from search.stores.base import EXTRA, TIE, Filters, Question, Store, Texts
from search.stores.narrowing import narrowed

# Weights of D, C, B, A for ts_rank: body, -, headings, title; as in the other store, but 1 is the most here.
ROOT_WEIGHTS = "{0.17, 0.17, 0.33, 1.0}"
LENGTH = 1  # ts_rank divides by 1 + the logarithm of the length


def table_of(language: str) -> str:
    """The name of the full-text table of a language."""
    if language not in LANGUAGES:
        raise ValueError(language)
    return f"search_fts_{language}"


def create_tables(cursor: Any) -> None:
    """Make what is not there yet. Stemming is ours, so the configurations only part words."""
    for language in LANGUAGES:
        cursor.execute("SELECT 1 FROM pg_ts_config WHERE cfgname = %s", [f"portal_{language}"])
        if not cursor.fetchone():
            cursor.execute(f"CREATE TEXT SEARCH CONFIGURATION portal_{language} (COPY = simple)")
        table = table_of(language)
        cursor.execute(
            f"CREATE TABLE IF NOT EXISTS {table} (page_id bigint PRIMARY KEY, roots tsvector NOT NULL, "
            "exact tsvector NOT NULL)"
        )
        cursor.execute(f"CREATE INDEX IF NOT EXISTS {table}_roots ON {table} USING gin (roots)")


def _any(words: Iterable[str], weight: str = "") -> str:
    return " | ".join(f"'{word}'{weight}" for word in dict.fromkeys(words))


def _roots(question: Question) -> str:
    return _any([*(root for group in question.groups for root in group), *question.extra])


def _own_roots(question: Question) -> str:
    return _any(root for group in question.groups for root in group)


class PostgresStore(Store):
    """See `Store`."""

    def put(self, language: str, texts: Iterable[Texts]) -> None:
        rows = list(texts)
        self.remove(language, [row.page_id for row in rows])
        name = f"portal_{language}"
        vector = (
            f"setweight(to_tsvector('{name}', %s), 'A') || setweight(to_tsvector('{name}', %s), 'B') || "
            f"setweight(to_tsvector('{name}', %s), 'D')"
        )
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {table_of(language)} (page_id, roots, exact) "  # noqa: S608
                f"VALUES (%s, {vector}, to_tsvector('{name}', %s))",
                [
                    (row.page_id, row.title_root, row.head_root, row.body_root, f"{row.title_exact} {row.body_exact}")
                    for row in rows
                ],
            )

    def remove(self, language: str, page_ids: Iterable[int]) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                f"DELETE FROM {table_of(language)} WHERE page_id = ANY(%s)",  # noqa: S608
                [list(page_ids)],
            )

    def clear(self, language: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {table_of(language)}")  # noqa: S608

    def scores(self, question: Question, filters: Filters, limit: int) -> dict[int, float]:
        table = table_of(question.language)
        where, values = narrowed(filters, f"{table}.page_id")
        exact = _any(question.exact) or "'-'"
        sql = (
            f"SELECT page_id, ts_rank('{ROOT_WEIGHTS}', roots, own, {LENGTH}) "  # noqa: S608
            f"+ {EXTRA} * ts_rank('{ROOT_WEIGHTS}', roots, query, {LENGTH}) "
            f"+ {TIE} * ts_rank(exact, typed, {LENGTH}) AS score "
            f"FROM {table}, to_tsquery('simple', %s) query, to_tsquery('simple', %s) own, "
            "to_tsquery('simple', %s) typed "
            f"WHERE roots @@ query{where} ORDER BY score DESC LIMIT %s"
        )
        with connection.cursor() as cursor:
            cursor.execute(sql, [_roots(question), _own_roots(question), exact, *values, limit])
            return dict(cursor.fetchall())

    def total(self, question: Question, filters: Filters) -> int:
        table = table_of(question.language)
        where, values = narrowed(filters, f"{table}.page_id")
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT count(*) FROM {table} WHERE roots @@ to_tsquery('simple', %s){where}",  # noqa: S608
                [_roots(question), *values],
            )
            return cursor.fetchone()[0]

    def facets(self, question: Question, filters: Filters, only: str = "") -> dict[str, dict[str, int]]:
        table = table_of(question.language)
        where, values = narrowed(filters, f"{table}.page_id")
        if only:
            where, values = f"{where} AND facet.name = %s", [*values, only]
        sql = (
            f"SELECT facet.name, facet.value, count(*) FROM {table} "  # noqa: S608
            f"JOIN search_facet facet ON facet.document_id = {table}.page_id "
            f"WHERE roots @@ to_tsquery('simple', %s){where} GROUP BY facet.name, facet.value"
        )
        found: dict[str, dict[str, int]] = {}
        with connection.cursor() as cursor:
            cursor.execute(sql, [_roots(question), *values])
            for name, value, count in cursor.fetchall():
                found.setdefault(name, {})[value] = count
        return found

    def title_scores(self, question: Question, limit: int) -> dict[int, float]:
        table = table_of(question.language)
        every = " & ".join(f"({_any(group, ':A')})" for group in question.groups)
        sql = (
            f"SELECT page_id, ts_rank('{ROOT_WEIGHTS}', roots, query, {LENGTH}) AS score "  # noqa: S608
            f"FROM {table}, to_tsquery('simple', %s) query WHERE roots @@ query ORDER BY score DESC LIMIT %s"
        )
        with connection.cursor() as cursor:
            cursor.execute(sql, [every, limit])
            return dict(cursor.fetchall())

"""SQLite's FTS5: one table per language, so that the rarity of a word is counted in its own language."""

from collections.abc import Iterable
from typing import Any

from django.db import connection

from core.languages import LANGUAGES
from search.stores.base import EXTRA, TIE, Filters, Question, Store, Texts
from search.stores.narrowing import narrowed

COLUMNS = ("title_exact", "title_root", "head_root", "body_exact", "body_root")
# The weight of a word by where it stands; the exact columns only break ties between forms of a word.
ROOT_WEIGHTS = (0.0, 6.0, 2.0, 0.0, 1.0)
EXACT_WEIGHTS = (4.0, 0.0, 0.0, 1.0, 0.0)


def table_of(language: str) -> str:
    """The name of the full-text table of a language."""
    if language not in LANGUAGES:
        raise ValueError(language)
    return f"search_fts_{language}"


def create_tables(cursor: Any) -> None:
    """Make the tables, if they are not there. Words come analysed, so blanks are all that parts them."""
    for language in LANGUAGES:
        columns = ", ".join(COLUMNS)
        cursor.execute(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS {table_of(language)} USING fts5({columns}, "
            'tokenize = "unicode61 remove_diacritics 0")'
        )


def _any(words: Iterable[str]) -> str:
    return " OR ".join(f'"{word}"' for word in dict.fromkeys(words))


def _match(question: Question, with_extra: bool = True) -> str:
    """The expression for documents with at least one root. Words are letters and digits only, so nothing is escaped."""
    roots = [root for group in question.groups for root in group]
    roots += question.extra if with_extra else ()
    return f"{{title_root head_root body_root}} : ({_any(roots)})"


class SqliteStore(Store):
    """See `Store`."""

    def put(self, language: str, texts: Iterable[Texts]) -> None:
        rows = list(texts)
        self.remove(language, [row.page_id for row in rows])
        marks = ", ".join(["%s"] * (len(COLUMNS) + 1))
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {table_of(language)} (rowid, {', '.join(COLUMNS)}) VALUES ({marks})",  # noqa: S608
                [(row.page_id, *(getattr(row, name) for name in COLUMNS)) for row in rows],
            )

    def remove(self, language: str, page_ids: Iterable[int]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(
                f"DELETE FROM {table_of(language)} WHERE rowid = %s",  # noqa: S608
                [(page_id,) for page_id in page_ids],
            )

    def clear(self, language: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {table_of(language)}")  # noqa: S608

    def scores(self, question: Question, filters: Filters, limit: int) -> dict[int, float]:
        found = self._ranked(question.language, _match(question, with_extra=False), ROOT_WEIGHTS, filters, limit)
        if question.extra:
            words = f"{{title_root head_root body_root}} : ({_any(question.extra)})"
            for page_id, score in self._ranked(question.language, words, ROOT_WEIGHTS, filters, limit).items():
                found[page_id] = found.get(page_id, 0.0) + EXTRA * score
        if question.exact and found:
            words = f"{{title_exact body_exact}} : ({_any(question.exact)})"
            exact = self._ranked(question.language, words, EXACT_WEIGHTS, filters, limit)
            for page_id, score in exact.items():
                if page_id in found:
                    found[page_id] += TIE * score
        return found

    def _ranked(
        self, language: str, match: str, weights: tuple[float, ...], filters: Filters, limit: int
    ) -> dict[int, float]:
        table = table_of(language)
        where, values = narrowed(filters, f"{table}.rowid")
        rank = f"bm25({table}, {', '.join(map(str, weights))})"
        sql = f"SELECT rowid, -{rank} FROM {table} WHERE {table} MATCH %s{where} ORDER BY {rank} LIMIT %s"  # noqa: S608
        with connection.cursor() as cursor:
            cursor.execute(sql, [match, *values, limit])
            return dict(cursor.fetchall())

    def total(self, question: Question, filters: Filters) -> int:
        table = table_of(question.language)
        where, values = narrowed(filters, f"{table}.rowid")
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT count(*) FROM {table} WHERE {table} MATCH %s{where}",  # noqa: S608
                [_match(question), *values],
            )
            return cursor.fetchone()[0]

    def facets(self, question: Question, filters: Filters, only: str = "") -> dict[str, dict[str, int]]:
        table = table_of(question.language)
        where, values = narrowed(filters, f"{table}.rowid")
        if only:
            where, values = f"{where} AND facet.name = %s", [*values, only]
        sql = (
            f"SELECT facet.name, facet.value, count(*) FROM {table} "  # noqa: S608
            f"JOIN search_facet facet ON facet.document_id = {table}.rowid "
            f"WHERE {table} MATCH %s{where} GROUP BY facet.name, facet.value"
        )
        found: dict[str, dict[str, int]] = {}
        with connection.cursor() as cursor:
            cursor.execute(sql, [_match(question), *values])
            for name, value, count in cursor.fetchall():
                found.setdefault(name, {})[value] = count
        return found

    def title_scores(self, question: Question, limit: int) -> dict[int, float]:
        every = " AND ".join(f"({_any(group)})" for group in question.groups)
        return self._ranked(question.language, f"title_root : ({every})", ROOT_WEIGHTS, {}, limit)

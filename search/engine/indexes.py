"""The engine's indexes: one per language behind an alias, so that a new one takes the place of the old in one step."""

import datetime
import time
from collections.abc import Iterator
from typing import Any

from django.conf import settings

from core.languages import LANGUAGES
from search.documents import texts_of
from search.engine.client import WORKING, Engine, EngineError
from search.models import Document, Facet

# Roots come parted by blanks, so every server can part them, whatever modules it has (decision 0012).
_TEXT = {"type": "text", "analyzer": "whitespace"}
MAPPING = {
    "dynamic": "strict",
    "_source": {"enabled": False},
    "properties": {"page": {"type": "long"}, "roots": _TEXT, "exact": _TEXT, "title": _TEXT,
                   "facets": {"type": "keyword"}},
}  # fmt: skip
SETTINGS = {"number_of_shards": 1, "auto_expand_replicas": "0-1", "refresh_interval": "1s"}
# How often a word counts by where it stands; written into one field, so that its rarity is counted once.
TITLE, HEAD, EXACT_TITLE = 6, 2, 4
PAGE = 5000


def alias_of(language: str) -> str:
    """The name under which the index of a language is read and written."""
    if language not in LANGUAGES:
        raise ValueError(language)
    return f"{settings.SEARCH_INDEX_PREFIX}-{language}"


def create(engine: Engine) -> dict[str, str]:
    """An empty index for each language, not in use yet: {language: name}."""
    stamp = time.time_ns() // 1000
    names = {language: f"{alias_of(language)}-{stamp}" for language in LANGUAGES}
    for name in names.values():
        engine.call("PUT", f"/{name}", {"settings": SETTINGS, "mappings": MAPPING}, WORKING)
    return names


def _found(engine: Engine, path: str) -> dict[str, Any]:
    """What is at a path; nothing where there is nothing."""
    try:
        return engine.call("GET", path)
    except EngineError as error:
        if error.status == 404:
            return {}
        raise


def _aliases(engine: Engine) -> dict[str, list[str]]:
    """{index of ours: its aliases}."""
    found = _found(engine, f"/{settings.SEARCH_INDEX_PREFIX}-*/_alias")
    return {name: list(row["aliases"]) for name, row in found.items()}


def in_use(engine: Engine) -> dict[str, str]:
    """{language: name of the index behind its alias}."""
    aliases = {alias_of(language): language for language in LANGUAGES}
    return {aliases[alias]: name for name, have in _aliases(engine).items() for alias in have if alias in aliases}


def is_right(engine: Engine) -> str:
    """What is the matter with the indexes, in a few words; empty if each language has one of our shape."""
    names = in_use(engine)
    if set(names) != set(LANGUAGES):
        return "no index"
    found = engine.call("GET", f"/{','.join(sorted(names.values()))}/_mapping")
    wanted = MAPPING["properties"]
    wrong = [name for name, row in found.items() if row["mappings"].get("properties") != wanted]
    return f"wrong mapping of {', '.join(sorted(wrong))}" if wrong else ""


def swap(engine: Engine, names: dict[str, str]) -> None:
    """Put new indexes behind the aliases, all in one step; what was there goes."""
    old = in_use(engine)
    actions = [{"remove": {"index": name, "alias": alias_of(language)}} for language, name in old.items()]
    actions += [{"add": {"index": name, "alias": alias_of(language)}} for language, name in names.items()]
    for language in names:
        alias = alias_of(language)
        if language not in old and alias in _found(engine, f"/{alias}"):  # somebody made an index under that name
            actions.insert(0, {"remove_index": {"index": alias}})
    engine.call("POST", "/_aliases", {"actions": actions}, WORKING)
    remove_orphans(engine)


def remove_orphans(engine: Engine) -> None:
    """Delete our indexes that no alias names: left over from a rebuild that was killed, or just replaced."""
    for name, aliases in _aliases(engine).items():
        if not aliases:
            engine.call("DELETE", f"/{name}", timeout=WORKING)


def version_of(document: Document) -> int:
    """A number that grows with each writing of a document: microseconds. Late writers never win."""
    return int(document.written_at.timestamp() * 1_000_000)


def delete_line(name: str, page_id: int, when: datetime.datetime) -> dict[str, Any]:
    """The line of a bulk request that takes a document away, unless it was written after `when`."""
    version = int(when.timestamp() * 1_000_000)
    return {"delete": {"_index": name, "_id": str(page_id), "version": version, "version_type": "external_gte"}}


def body_of(document: Document, facets: list[str]) -> dict[str, Any]:
    """What the engine keeps of a document: roots, words as written, facets; no text."""
    texts, _words = texts_of(document)
    roots = [*[texts.title_root] * TITLE, *[texts.head_root] * HEAD, texts.body_root]
    exact = [*[texts.title_exact] * EXACT_TITLE, texts.body_exact]
    return {"page": document.pk, "roots": " ".join(roots), "exact": " ".join(exact), "title": texts.title_root,
            "facets": facets}  # fmt: skip


def facets_by_page(page_ids: list[int]) -> dict[int, list[str]]:
    """The facets of documents, each as name=value."""
    found: dict[int, list[str]] = {page_id: [] for page_id in page_ids}
    for page_id, name, value in Facet.objects.filter(document_id__in=page_ids).values_list(
        "document_id", "name", "value"
    ):
        found[page_id].append(f"{name}={value}")
    return found


def put_lines(documents: list[Document], names: dict[str, str]) -> Iterator[dict[str, Any]]:
    """The lines of a bulk request that write documents into the index (or alias) of their language."""
    facets = facets_by_page([document.pk for document in documents])
    for document in documents:
        yield {"index": {"_index": names[document.language], "_id": str(document.pk),
                         "version": version_of(document), "version_type": "external_gte"}}  # fmt: skip
        yield body_of(document, facets[document.pk])


def bulk(engine: Engine, lines: list[dict[str, Any]], timeout: float) -> dict[int, str]:
    """Send a bulk request; {page id: what went wrong}. What is newer there, or not there to be deleted, is no error.

    What is taken away is gone when this returns: a page that is private now is not counted for another second.
    """
    if not lines:
        return {}
    refresh = "true" if any("delete" in line for line in lines) else "false"
    path = f"/_bulk?refresh={refresh}&filter_path=errors,items.*._id,items.*.status,items.*.error.reason"
    answer = engine.call("POST", path, lines, timeout)
    failed = {}
    for item in answer.get("items", []) if answer.get("errors") else []:
        row = next(iter(item.values()))
        if row["status"] >= 400 and row["status"] not in (404, 409):
            failed[int(row["_id"])] = row.get("error", {}).get("reason", str(row["status"]))
    return failed


def versions(engine: Engine, name: str) -> dict[int, int]:
    """{page id: version} of all documents of an index."""
    found: dict[int, int] = {}
    engine.call("POST", f"/{name}/_refresh", timeout=WORKING)
    after: list[int] = []
    while True:
        body: dict[str, Any] = {"size": PAGE, "sort": [{"page": "asc"}], "version": True}
        body |= {"search_after": after} if after else {}
        hits = engine.call("POST", f"/{name}/_search", body, WORKING)["hits"]["hits"]
        found |= {int(hit["_id"]): hit["_version"] for hit in hits}
        if len(hits) < PAGE:
            return found
        after = hits[-1]["sort"]

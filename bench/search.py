"""The search with 10,000 articles in each language beside the demo content, in the database and in both engines.

Import, rebuild, results and suggestions at 20 requests a second, publishing with the engine up and silent; Wagtail's
own search of the same pages in the same run. `PER_LANGUAGE=2500` takes a quarter of the time.
"""

import json
import os
import random
import re
import shutil
import signal
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from io import StringIO
from pathlib import Path
from unittest.mock import patch

ROOT = Path(__file__).resolve().parents[1]
PER_LANGUAGE = int(os.environ.get("PER_LANGUAGE", "10000"))
ASKED = 200  # requests of one measurement
WARM = 60  # before anything is measured: a server of Java needs them
ASKED_STOCK = 20  # Wagtail's own is slow
RATE = 20  # requests a second


def _articles(language: str, folder: Path) -> Path:
    """Articles of words of the demo content; the same ones each time."""
    texts = " ".join(path.read_text(encoding="utf-8") for path in (ROOT / "content").rglob(f"{language}.yml"))
    words, chance = re.findall(r"[^\W\d_]{2,}", texts), random.Random(1)  # noqa: S311
    path = folder / f"{language}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(PER_LANGUAGE):
            text = "\n\n".join(" ".join(chance.choices(words, k=60)) + "." for _ in range(4))
            row = {
                "id": f"{language}-{number}",
                "title": " ".join(chance.choices(words, k=6)),
                "topic": "",
                "text": text,
            }
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return path


def _percentiles(taken: list[float]) -> str:
    return f"median {statistics.median(taken):5.0f} ms, p95 {sorted(taken)[int(len(taken) * 0.95) - 1]:5.0f} ms"


def _paced(function: Callable[[str], object], queries: list[str]) -> str:
    """Ask RATE times a second, whether or not the last answer is there; the time from the moment it was due."""
    started = time.perf_counter()

    def ask(number: int, query: str) -> float:
        due = started + number / RATE
        time.sleep(max(0.0, due - time.perf_counter()))
        function(query)
        return (time.perf_counter() - due) * 1000

    with ThreadPoolExecutor(4) as pool:
        return _percentiles(list(pool.map(ask, range(len(queries)), queries)))


def _one_by_one(function: Callable[[str], object], queries: list[str]) -> str:
    taken = []
    for query in queries:
        started = time.perf_counter()
        function(query)
        taken.append((time.perf_counter() - started) * 1000)
    return _percentiles(taken)


@contextmanager
def _database() -> Iterator[None]:
    """A copy of the test database with the articles, thrown away at the end."""
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    from core.languages import LANGUAGES

    copy = settings.VAR / "bench-search.sqlite3"
    shutil.copy(settings.VAR / "test.sqlite3", copy)
    connection.close()
    connection.settings_dict["NAME"] = copy
    with tempfile.TemporaryDirectory() as folder:
        for language in LANGUAGES:
            out = StringIO()
            call_command("import_articles", "--locale", language, str(_articles(language, Path(folder))), stdout=out)
            print(f"import {language}: {out.getvalue().strip()}", flush=True)
    yield
    connection.close()
    copy.unlink()


def _queries(language: str, number: int) -> list[str]:
    from search.models import Word

    chance = random.Random(3)  # noqa: S311
    words = list(Word.objects.filter(language=language, documents__gt=3).values_list("written", flat=True))
    return [" ".join(chance.choices(words, k=chance.choice([1, 2, 3]))) for _ in range(number)]


def _answers(name: str) -> None:
    """Results and suggestions of all languages in turn."""
    from core.languages import LANGUAGES
    from search.searching import search
    from search.suggesting import suggestions

    for query in _queries(LANGUAGES[0], WARM):
        search(query, LANGUAGES[0])
    for language in LANGUAGES:
        queries = _queries(language, ASKED)
        results = _paced(lambda query, code=language: search(query, code), queries)
        suggested = _paced(lambda query, code=language: suggestions(query[: max(2, len(query) // 2)], code), queries)
        print(f"{name:14} {language} results {results}; suggestions {suggested}", flush=True)


def _stock() -> None:
    """Wagtail's own search of the same pages."""
    from core.languages import LANGUAGES
    from search.quality import stock

    for language in LANGUAGES:
        queries = _queries(language, ASKED_STOCK)
        print(
            f"Wagtail's own  {language} results {_one_by_one(lambda query, code=language: stock(query, code), queries)}"
        )


def _rebuilds() -> None:
    from django.core.management import call_command

    from search.rebuilding import rebuild

    pages, seconds = rebuild()
    started = time.perf_counter()
    call_command("update_index", verbosity=0)
    other = time.perf_counter() - started
    print(f"rebuild: {pages} pages, {pages / seconds:.0f} pages/s; Wagtail's own {pages / other:.0f}", flush=True)


def _publishing(name: str) -> None:
    """What following the page adds to one publication: with and without it in the same run."""
    from wagtail.models import Page

    page = Page.objects.get(slug="terms", locale__language_code="ro").specific
    taken: dict[bool, list[float]] = {True: [], False: []}
    for _ in range(10):
        for without in (True, False):
            revision = page.save_revision()
            with patch("search.queue.add") if without else nullcontext():
                started = time.perf_counter()
                revision.publish()
                taken[without].append((time.perf_counter() - started) * 1000)
    added = statistics.median(taken[False]) - statistics.median(taken[True])
    print(
        f"{name:24} publish {statistics.median(taken[True]):.0f} ms without search, search adds {added:.0f} ms",
        flush=True,
    )


def _engine(kind: type) -> None:
    """The same with an engine; then with one that accepts and is silent."""
    from django.core.cache import cache
    from django.test import override_settings

    from search.engine import breaker, upkeep

    server = kind.on_a_free_port()
    server.start()
    try:
        with override_settings(**{server.variable: server.url, "SEARCH_ENGINE_TRIALS": False}):
            cache.clear()
            started = time.perf_counter()
            count = upkeep.rebuild()
            print(f"{server.name}: rebuilt from the database, {count / (time.perf_counter() - started):.0f} pages/s")
            _answers(server.name)
            _publishing(f"{server.name}, up:")
            server.send(signal.SIGSTOP)
            started = time.perf_counter()
            _once()
            print(f"{server.name}, silent: the first search takes {(time.perf_counter() - started) * 1000:.0f} ms")
            started = time.perf_counter()
            _once()
            print(f"{server.name}, silent: the next {(time.perf_counter() - started) * 1000:.0f} ms")
            _publishing(f"{server.name}, silent:")
            breaker.close()
    finally:
        server.send(signal.SIGCONT)
        server.throw_away()


def _once() -> None:
    from search.searching import search

    search("diploma", "en")


def search_figures() -> None:
    """Print everything; the database is a copy that is thrown away."""
    from tests.engines.elasticsearch import Elasticsearch
    from tests.engines.opensearch import OpenSearch

    with _database():
        _rebuilds()
        _answers("database")
        _publishing("database:")
        for kind in (Elasticsearch, OpenSearch):
            _engine(kind)
        _stock()

"""The search with 10,000 articles beside the demo content: import, rebuild, results, suggestions, publishing."""

import json
import random
import re
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from io import StringIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PER_LANGUAGE = 2500
ASKED = 40


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


def _times(function: Callable[[str], object], queries: list[str]) -> tuple[float, float]:
    """Median and 95th percentile in milliseconds."""
    taken = []
    for query in queries:
        started = time.perf_counter()
        function(query)
        taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(taken), sorted(taken)[int(len(taken) * 0.95) - 1]


def search_figures() -> None:
    """Print everything; the database is a copy that is thrown away."""
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection
    from wagtail.models import Page

    from core.languages import LANGUAGES
    from search.models import Word
    from search.quality import stock
    from search.rebuilding import rebuild
    from search.searching import search
    from search.suggesting import suggestions

    copy = settings.VAR / "bench-search.sqlite3"
    shutil.copy(settings.VAR / "test.sqlite3", copy)
    connection.close()
    connection.settings_dict["NAME"] = copy
    with tempfile.TemporaryDirectory() as folder:
        for language in LANGUAGES:
            out = StringIO()
            call_command("import_articles", "--locale", language, str(_articles(language, Path(folder))), stdout=out)
            print(f"import {language}: {out.getvalue().strip()}")
    pages, seconds = rebuild()
    started = time.perf_counter()
    call_command("update_index", verbosity=0)
    other = time.perf_counter() - started
    speed, stock_speed = pages / seconds, pages / other
    print(f"rebuild: {pages} pages, {speed:.0f} pages/s; Wagtail's own {stock_speed:.0f} pages/s")
    chance = random.Random(3)  # noqa: S311
    for language in LANGUAGES:
        words = list(Word.objects.filter(language=language, documents__gt=3).values_list("written", flat=True))
        queries = [" ".join(chance.choices(words, k=chance.choice([1, 2, 3]))) for _ in range(ASKED)]
        for name, function in (
            ("results", lambda query, code=language: search(query, code)),
            ("suggestions", lambda query, code=language: suggestions(query[: max(2, len(query) // 2)], code)),
            ("Wagtail's own results", lambda query, code=language: stock(query, code)),
        ):
            median, p95 = _times(function, queries)
            print(f"{language} {name:22} median {median:5.0f} ms, p95 {p95:5.0f} ms")
    _publishing(Page.objects.filter(slug="terms", locale__language_code="ro").first().specific)
    connection.close()
    copy.unlink()


def _publishing(page: object) -> None:
    """What the queue adds to one publication."""
    from search.documents import write

    revision = page.save_revision()
    started = time.perf_counter()
    revision.publish()
    whole = time.perf_counter() - started
    started = time.perf_counter()
    write([page.pk])
    print(f"publish: {whole * 1000:.0f} ms; indexing one page again: {(time.perf_counter() - started) * 1000:.0f} ms")

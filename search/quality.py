"""How well the search finds: judged queries, as written and as people mistype them, beside Wagtail's own search."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from modelsearch.backends import database
from wagtail.models import Page

from core import addresses
from core.languages import LANGUAGES
from core.text import fold
from search.language import typing
from search.searching import search

AT = 10
Find = Callable[[str, str], list[int]]


@dataclass(frozen=True)
class Judged:
    """A query and the page that answers it."""

    language: str
    query: str
    page_id: int


@dataclass(frozen=True)
class Score:
    """MRR and recall in the first ten, and the share of queries that find nothing."""

    queries: int
    mrr: float
    recall: float
    nothing: float


def read(path: Path) -> list[Judged]:
    """Lines `address | ro | ru | nl | en`; an address that no page has is an error."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            inner, *queries = [part.strip() for part in line.split("|")]
            for language, query in zip(LANGUAGES, queries, strict=True):
                address = addresses.find(language, f"{inner.rstrip('/')}/")
                if address is None:
                    raise ValueError(f"no page at {inner} in {language}")
                found.append(Judged(language, query, address.page_id))
    return found


def _cedilla(text: str, language: str) -> str:
    return text.translate(str.maketrans("șțȘȚ", "şţŞŢ")) if language == "ro" else ""


_SIMPLE = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip


def _latin(text: str, language: str) -> str:
    return "".join(_SIMPLE.get(letter, letter) for letter in text.lower()) if language == "ru" else ""


def _layout(text: str, language: str) -> str:
    if language == "ru":
        return typing.as_latin_layout(text, "en")
    return typing.as_russian_layout(fold(text))


def _mistyped(text: str, _language: str) -> str:
    """The longest word with two neighbours in the middle exchanged."""
    words = re.findall(r"[^\W\d_]+", text)
    word = max(words, key=len, default="")
    if len(word) < 5:
        return ""
    place = len(word) // 2
    wrong = word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :]
    return text.replace(word, wrong) if wrong != word else ""


VARIANTS: dict[str, Callable[[str, str], str]] = {
    "as written": lambda text, language: text,
    "no marks": lambda text, language: fold(text) if language in ("ro", "ru") else "",
    "cedilla": _cedilla,
    "Latin letters": _latin,
    "other keyboard": _layout,
    "one mistake": _mistyped,
}


def ours(query: str, language: str) -> list[int]:
    """The first ten of this search."""
    return [hit.page_id for hit in search(query, language, size=AT).hits]


def stock(query: str, language: str) -> list[int]:
    """The first ten of Wagtail's own search, asked so that it finds most (`or`)."""
    words = " ".join(re.findall(r"[^\W_]+", query))
    if not words:
        return []
    pages = Page.objects.live().public().filter(locale_id=addresses.locale_id_of(language))
    return [page.pk for page in database.SearchBackend({}).search(words, pages, operator="or")[:AT]]


def measure(judged: Iterable[Judged], variant: str, find: Find) -> Score:
    """One variant of all queries; those that it does not touch are left out."""
    change, ranks, queries, nothing = VARIANTS[variant], [], 0, 0
    for each in judged:
        query = change(each.query, each.language)
        if not query or (variant != "as written" and query == each.query):
            continue
        queries += 1
        ids = find(query, each.language)
        nothing += not ids
        ranks.append(1 / (ids.index(each.page_id) + 1) if each.page_id in ids else 0.0)
    if not queries:
        return Score(0, 0.0, 0.0, 0.0)
    return Score(queries, sum(ranks) / queries, sum(rank > 0 for rank in ranks) / queries, nothing / queries)

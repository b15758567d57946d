"""Suggestions while somebody types: titles of pages first, then words; from the second letter, marks typed or not."""

from collections.abc import Iterable
from dataclasses import dataclass

from core import addresses
from search import asking
from search.language import typing
from search.language.words import folded, words_of
from search.models import Document, Word
from search.stores.base import Question
from search.understanding import clean, understand

SHORTEST = 2
MOST_PAGES, MOST_WORDS = 5, 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to offer: `url` of a page, or none for a word to search."""

    text: str
    url: str = ""


def _beginnings(text: str, language: str) -> list[str]:
    """The last word as it may be meant: as typed, and on the other keyboard."""
    last = text.lower().split()[-1]
    found = words_of(last)[-1:]
    other = typing.as_russian_layout(last) if language == "ru" else typing.as_latin_layout(last, language)
    return list(dict.fromkeys(folded(word) for word in [*found, *words_of(other)[-1:]]))


def _words(text: str, language: str) -> list[Word]:
    """Words of the vocabulary that begin like the last word of the query."""
    rows = Word.objects.filter(language=language, documents__gt=0)
    for beginning in _beginnings(text, language):
        found = list(rows.filter(word__startswith=beginning).order_by("-documents", "word")[:40])
        if found:
            return found
    if language == "ru":
        keys = typing.latin_keys(text.split()[-1])[:1]
        return list(rows.filter(latin__startswith=keys[0]).order_by("-documents", "word")[:40]) if keys[0] else []
    return []


def suggestions(text: str, language: str) -> list[Suggestion]:
    """Public pages whose title has the words, the last of them begun; then words that complete it."""
    text = clean(text)
    if len(text) < SHORTEST or not words_of(text):
        return []
    completions = _words(text, language)
    head = text.split()[:-1]
    pages = _pages(head, completions, language)
    words = [Suggestion(" ".join([*head, row.written])) for row in completions[:MOST_WORDS]]
    return [*pages, *(word for word in words if word.text != text.lower())]


def _pages(head: list[str], completions: Iterable[Word], language: str) -> list[Suggestion]:
    roots = tuple(dict.fromkeys(row.root for row in completions))
    before = understand(" ".join(head), language) if head else None
    groups = (*(before.groups if before else ()), *((roots,) if roots else ()))
    if not groups:
        return []
    table = addresses.addresses.get().by_id
    scores = asking.title_scores(Question(language, groups), MOST_PAGES * 4)
    titles = dict(Document.objects.filter(pk__in=scores).values_list("page_id", "title"))
    best = sorted(titles, key=lambda page_id: (-scores[page_id], page_id))
    return [Suggestion(titles[page_id], table[page_id].url) for page_id in best if page_id in table][:MOST_PAGES]

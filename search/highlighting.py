"""The words of a query, marked where they stand: in the title and in the best passage; escaped, right for any form."""

import re
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from core.text import mend_letters
from search.language.roots import root
from search.language.words import folded
from search.models import Document
from search.understanding import Understood

_WORD = re.compile(r"[^\W_]+")
LENGTH = 180  # letters of a passage that are shown
BEFORE = 40  # letters shown before the first word that is marked


@dataclass(frozen=True)
class Highlights:
    """Title and best passage, safe to put into a page; the words of the query are in <mark>."""

    title: SafeString
    passage: SafeString


def _spans(text: str, wanted: set[str], plain: set[str], language: str) -> list[tuple[int, int, str]]:
    found = []
    for match in _WORD.finditer(text):
        word = mend_letters(match[0]).lower()
        own = root(word, language)
        if own in wanted or folded(word) in plain:
            found.append((match.start(), match.end(), own))
    return found


def _marked(text: str, spans: list[tuple[int, int, str]]) -> SafeString:
    parts, place = [], 0
    for start, end, _root in spans:
        parts += [escape(text[place:start]), "<mark>", escape(text[start:end]), "</mark>"]
        place = end
    parts.append(escape(text[place:]))
    return mark_safe("".join(parts))  # noqa: S308 - every part is escaped above


def _cut(text: str, spans: list[tuple[int, int, str]]) -> tuple[str, list[tuple[int, int, str]]]:
    """The part of a long text around its first marked word, cut between words."""
    if len(text) <= LENGTH:
        return text, spans
    start = max(0, spans[0][0] - BEFORE) if spans else 0
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = min(len(text), start + LENGTH)
    end = text.rfind(" ", start, end) if end < len(text) and " " in text[start:end] else end
    before, after = ("… " if start else ""), (" …" if end < len(text) else "")
    moved = [(a - start + len(before), b - start + len(before), own) for a, b, own in spans if a >= start and b <= end]
    return f"{before}{text[start:end]}{after}", moved


def highlights_of(document: Document, understood: Understood) -> Highlights:
    """Mark the words of the query in a document."""
    language = document.language
    wanted = {value for group in understood.groups for value in group} | set(understood.extra)
    plain = {folded(term.meant or term.typed) for term in understood.terms}
    texts = [document.summary, *document.headings, *document.passages]
    best, best_spans = document.summary, []
    for text in texts:
        spans = _spans(text, wanted, plain, language)
        if len({own for _a, _b, own in spans}) > len({own for _a, _b, own in best_spans}):
            best, best_spans = text, spans
    shown, spans = _cut(best, best_spans)
    return Highlights(_marked(document.title, _spans(document.title, wanted, plain, language)), _marked(shown, spans))

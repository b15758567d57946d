"""Terms are the glossary: which of them stand in an original and not, in their own language, in the translation."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from core.models import Term
from core.text import fold
from translations.segments import Segment

SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Unused:
    """A term of the original that the translation does not use."""

    term: str
    wanted: str
    passage: str


def pairs(source: int, target: int) -> list[tuple[str, str]]:
    """The glossary of a language pair (ids of locales): the word in the one and in the other."""
    rows = Term.objects.filter(locale_id__in=(source, target)).values_list("translation_key", "locale_id", "word")
    words: dict[object, dict[int, str]] = {}
    for key, locale_id, word in rows:
        words.setdefault(key, {})[locale_id] = word
    return [(both[source], both[target]) for both in words.values() if len(both) == 2]


@lru_cache(maxsize=1024)
def _pattern(words: str) -> re.Pattern[str]:
    """A term in any of its forms: each word by its beginning, in its order, without diacritics."""
    stems = []
    for word in re.findall(r"\w+", fold(words)):
        if len(word) <= SHORTEST_STEM:
            stems.append(re.escape(word[:-1]) + r"\w{0,2}\b")
        else:
            stems.append(re.escape(word[: max(SHORTEST_STEM, len(word) - 3)]) + r"\w*")
    return re.compile(r"\b" + r"\W+".join(stems))


def uses(text: str, term: str) -> bool:
    """Whether a text uses a term, inflected or not."""
    return bool(_pattern(term).search(fold(text)))


def unused(
    original: Iterable[Segment], translation: Iterable[Segment], glossary: list[tuple[str, str]]
) -> list[Unused]:
    """Where a path of the original has a term and the same path of the translation does not have its counterpart."""
    own: dict[str, str] = {}
    for segment in translation:
        own[segment.path] = f"{own.get(segment.path, '')} {segment.text}"
    found: dict[tuple[str, str], Unused] = {}
    for segment in original:
        for term, wanted in glossary:
            text = own.get(segment.path)
            if text and uses(segment.text, term) and not uses(text, wanted):
                found.setdefault((segment.path, term), Unused(term, wanted, text.strip()[:200]))
    return list(found.values())

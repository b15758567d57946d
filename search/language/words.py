"""Words: taken out of a text, and folded to the letters by which they are compared."""

import re
from functools import lru_cache
from pathlib import Path

from core.languages import LANGUAGES
from core.text import fold, mend_letters

_WORD = re.compile(r"[^\W_]+")
LONGEST_WORD = 60
_DATA = Path(__file__).with_name("data")


def lines_of(name: str) -> list[list[str]]:
    """The words of each line of a file in data/."""
    return [line.split() for line in (_DATA / name).read_text(encoding="utf-8").splitlines() if line]


STOP_WORDS = {
    language: frozenset(word for line in lines_of(f"stop-{language}.txt") for word in line) for language in LANGUAGES
}
_FOLDED_STOPS = {language: frozenset(fold(word) for word in words) for language, words in STOP_WORDS.items()}
# Without their marks these are words of weight: "fără" and "fara" mean the same, but "sa" is also "să" only.
_BOTH = {language: STOP_WORDS[language] | _FOLDED_STOPS[language] for language in STOP_WORDS}


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, as they are written: with marks, in order, digits too."""
    return [word[:LONGEST_WORD] for word in _WORD.findall(mend_letters(text).lower())]


@lru_cache(maxsize=200_000)
def folded(word: str) -> str:
    """A word without its marks; remembered, because texts repeat their words."""
    return fold(word)


def is_stop(word: str, language: str) -> bool:
    """Whether a word says nothing about what is looked for; with or without its marks."""
    return word in _BOTH[language]

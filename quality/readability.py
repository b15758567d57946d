"""LIX, fairly: the limits differ by language, because words do (kiosk-and-phones.md, 4: measured on parallel texts)."""

import re
from dataclasses import dataclass

GOOD_FAIR = {"en": (35, 45), "nl": (38, 48), "ro": (43, 53), "ru": (46, 56)}
LONG_WORD = 6  # LIX counts words with more letters than this as long
FEWEST_WORDS = 60  # below this LIX says nothing
_WORD = re.compile(r"[^\W\d_]+")
_END = re.compile(r"(?<=[.!?…:])\s+|\n+")


@dataclass(frozen=True)
class Readability:
    """`lix` as in Björnsson's formula; `band` is "good", "fair", "hard", or "" for too short a text."""

    lix: int
    band: str
    words_per_sentence: float


def sentences_of(text: str) -> list[str]:
    """The sentences of a text; a line break ends one too."""
    return [part.strip() for part in _END.split(text) if _WORD.search(part)]


def words_in(text: str) -> list[str]:
    """The words of a text, without numbers."""
    return _WORD.findall(text)


def readability_of(text: str, language: str) -> Readability:
    """LIX = words per sentence + 100 x long words / words."""
    words, sentences = words_in(text), sentences_of(text)
    if len(words) < FEWEST_WORDS:
        return Readability(0, "", len(words) / max(1, len(sentences)))
    per_sentence = len(words) / len(sentences)
    lix = round(per_sentence + 100 * sum(len(word) > LONG_WORD for word in words) / len(words))
    good, fair = GOOD_FAIR[language]
    return Readability(lix, "good" if lix <= good else "fair" if lix <= fair else "hard", per_sentence)

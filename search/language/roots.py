"""Roots: the form that all forms of a word share. Snowball's stemmers, mended where they part what belongs together.

Measured on pairs of forms: Snowball alone does not join drept/drepturi, asigurare/asigurări, гражданин/граждане,
huis/huizen, child/children; for Romanian it failed on 14 pairs of 49, so that language has a stemmer of its own.
The rules below are facts of the languages (alternating vowels, fleeting vowels, devoicing, irregular plurals); they
work on letters without marks, so that a word typed without them has the same root.
"""

import re
from functools import lru_cache

import snowballstemmer

from core.languages import LANGUAGES
from search.language.words import folded, lines_of

_NAMES = {"ru": "russian", "nl": "dutch", "en": "english"}
_stemmers = {language: snowballstemmer.stemmer(name) for language, name in _NAMES.items()}


def _table(language: str) -> dict[str, str]:
    """Forms that no rule joins: all words of a line have the root of the first."""
    return {form: forms[0] for forms in lines_of(f"irregular-{language}.txt") for form in forms}


IRREGULAR = {language: _table(language) for language in LANGUAGES}

# Endings of nouns with and without article, and of verbs; then what makes infinitives and participles nouns.
_ROMANIAN_ENDINGS = sorted(
    (ending for line in lines_of("endings-ro.txt") for ending in line),
    key=len,
    reverse=True,
)
_ROMANIAN_SUFFIXES = ("ar", "er", "ir", "at", "it", "ut")
SHORTEST_ROOT = 3


def _romanian(word: str) -> str:
    for ending in _ROMANIAN_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_ROOT:
            word = word[: -len(ending)]
            break
    if word.endswith(_ROMANIAN_SUFFIXES) and len(word) > SHORTEST_ROOT + 2:
        word = word[:-2]
    word = word.replace("oa", "o").replace("ea", "e").replace("ia", "ie")
    if len(word) > SHORTEST_ROOT and word.endswith("z"):
        word = word[:-1] + "d"  # brad, brazi
    return word


def _russian(stem: str) -> str:
    if len(stem) > 5 and stem.endswith(("анин", "янин")):
        return stem[:-2]  # гражданин, граждане
    fleeting = re.fullmatch(r"(.*[^аеиоуыэюя])[оеё]([кцнлрт])", stem)
    if fleeting and len(stem) > 4 and fleeting[2] in "кц":
        return fleeting[1] + fleeting[2]  # справок, справка; отец, отца
    return stem


def _dutch(stem: str) -> str:
    if stem.endswith("z"):
        return stem[:-1] + "s"
    if stem.endswith("v"):
        return stem[:-1] + "f"
    return stem


_BRITISH = (
    (re.compile(r"is(e|ed|es|ing|er|ers|ation|ations)$"), r"iz\1"),
    (re.compile(r"ys(e|ed|es|ing)$"), r"yz\1"),
    (re.compile(r"(?<=[a-z]{2})our(s|ed|ing|er|ers|al)?$"), r"or\1"),
    (re.compile(r"([bcdgt])re(s)?$"), r"\1er\2"),
    (re.compile(r"lled$|lling$"), lambda match: match[0][1:]),
    (re.compile(r"(?<=[a-z]{2})ence$"), "ense"),
    (re.compile(r"mme(s)?$"), r"m\1"),
)


def _english_spelling(word: str) -> str:
    for pattern, replacement in _BRITISH:
        word = pattern.sub(replacement, word)
    return word


@lru_cache(maxsize=200_000)
def root(word: str, language: str) -> str:
    """The root of a word in small letters, with or without its marks; letters without marks."""
    plain = folded(word)
    irregular = IRREGULAR[language].get(plain)
    if irregular:
        return irregular
    if language == "ro":
        return _romanian(plain)
    if language == "ru":
        return _russian(_stemmers["ru"].stemWord(plain))
    if language == "nl":
        return _dutch(folded(_stemmers["nl"].stemWord(plain)))
    return _stemmers["en"].stemWord(_english_spelling(plain))

"""What is meant by what was typed: known words, forms, other keyboards, one mistake, compounds.

The vocabulary (`Word`) holds every word of the public pages of a language. Whatever a word is taken for, it is taken
for words that stand there, so that a query whose words are in the corpus finds something however it was typed.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from core.text import mend_letters
from search.language import typing
from search.language.mistakes import ALPHABETS, SHORTEST, distance, one_away
from search.language.roots import root
from search.language.words import folded, is_stop, words_of
from search.models import ProtectedWord, SynonymSet, Word

LONGEST_QUERY = 200
MOST_WORDS = 16
BEST = 3  # how many corrections of one word are looked for
AT_ONCE = 900
SHORTEST_PART = 4  # letters of a part of a compound
LINKS = ("", "s", "e", "en", "er")
DUTCH = "nl"
RUSSIAN = "ru"


@dataclass
class Term:
    """One word of a query: as it was typed, what it is taken for, and the roots that answer it."""

    typed: str
    roots: list[str] = field(default_factory=list)
    how: str = "known"  # known | latin | layout | corrected | compound | unknown
    meant: str = ""
    extra: list[str] = field(default_factory=list)  # roots of synonyms and of compounds that hold the word


@dataclass
class Understood:
    """A query with its terms; `searched` is what was looked for, where that differs from what was typed."""

    text: str
    language: str
    terms: list[Term]

    @property
    def searched(self) -> str:
        """The query with corrected words; empty if nothing was corrected."""
        if all(term.how in ("known", "unknown", "compound") for term in self.terms):
            return ""
        return " ".join(term.meant or term.typed for term in self.terms)

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Per word the roots that answer it."""
        return tuple(tuple(dict.fromkeys(term.roots)) for term in self.terms)

    @property
    def extra(self) -> tuple[str, ...]:
        """Roots that answer less well: of synonyms, and of compounds that hold a word."""
        own = {value for group in self.groups for value in group}
        return tuple(value for value in dict.fromkeys(v for term in self.terms for v in term.extra) if value not in own)


class Vocabulary:
    """Look words up, many at a time, each only once."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._words: dict[str, Word | None] = {}
        self._roots: dict[str, bool] = {}

    @cached_property
    def protected(self) -> set[str]:
        """Words that are looked for as they are."""
        return set(ProtectedWord.objects.filter(language=self.language).values_list("word", flat=True))

    def _rows(self, **lookup: object) -> Iterable[Word]:
        return Word.objects.filter(language=self.language, documents__gt=0, **lookup)

    def words(self, plain: Iterable[str]) -> dict[str, Word]:
        """Which of these folded words stand in a text."""
        wanted = list(dict.fromkeys(plain))
        missing = [word for word in wanted if word not in self._words]
        for start in range(0, len(missing), AT_ONCE):
            part = missing[start : start + AT_ONCE]
            self._words |= dict.fromkeys(part) | {row.word: row for row in self._rows(word__in=part)}
        return {word: row for word in wanted if (row := self._words[word]) is not None}

    def has_root(self, value: str) -> bool:
        """Whether any word has this root."""
        if value not in self._roots:
            self._roots[value] = self._rows(root=value).exists()
        return self._roots[value]

    def by_latin(self, keys: Iterable[str]) -> list[Word]:
        """Russian words with one of these canonical forms, the frequent ones first."""
        return list(self._rows(latin__in=list(keys)).order_by("-documents")[: BEST * 2])

    def latin_near(self, beginning: str, length: int) -> list[Word]:
        """Russian words whose Latin form begins so and is about as long, the frequent ones first."""
        rows = self._rows(latin__startswith=beginning).order_by("-documents")[: BEST * 2]
        return [row for row in rows if abs(len(row.latin) - length) <= 2]

    def starting(self, beginning: str) -> list[Word]:
        """Words with this beginning, the frequent ones first."""
        return list(self._rows(word__startswith=beginning).order_by("-documents")[:300])

    def ending(self, ending: str) -> list[Word]:
        """Longer words that end so: in Dutch, compounds with this word."""
        return list(self._rows(word__endswith=ending).exclude(word=ending).order_by("-documents")[:20])


def clean(text: str) -> str:
    """A query as it may be shown and kept: one line, whole characters, not longer than LONGEST_QUERY."""
    plain = mend_letters(text.replace("\0", " "))
    return " ".join(plain.split())[:LONGEST_QUERY].strip()


def understand(text: str, language: str, literal: bool = False) -> Understood:
    """Take a query apart. Never an error, whatever was typed; without a word that means something, no terms.

    `literal`: as it was typed, without corrections, other keyboards and other alphabets.
    """
    text = clean(text)
    vocabulary = Vocabulary(language)
    found: list[Term] = []
    for chunk in text.lower().split():
        found += _as_typed(chunk, language, vocabulary) if literal else _terms_of(chunk, language, vocabulary)
        if len(found) >= MOST_WORDS:
            break
    weighty = [term for term in found if not (term.how == "known" and is_stop(term.typed, language))]
    terms = (weighty or found)[:MOST_WORDS]
    _add_synonyms(terms, language)
    if language == DUTCH:
        _add_compounds(terms, vocabulary)
    return Understood(text, language, terms)


def _as_typed(chunk: str, language: str, vocabulary: Vocabulary) -> list[Term]:
    words = words_of(chunk)
    return [_known(word, language, vocabulary) or Term(word, [root(word, language)], "unknown") for word in words]


def _terms_of(chunk: str, language: str, vocabulary: Vocabulary) -> list[Term]:
    words = words_of(chunk)
    known = [_known(word, language, vocabulary) for word in words]
    if all(known) and words:
        return [_with_latin(term, vocabulary) if language == RUSSIAN else term for term in known if term]
    layout = _other_layout(chunk, language, vocabulary)
    if layout:
        return layout
    return [term or _meant(word, language, vocabulary) for word, term in zip(words, known, strict=True)]


def _known(word: str, language: str, vocabulary: Vocabulary) -> Term | None:
    """A word that stands in the texts, in this or in another form."""
    plain = folded(word)
    if is_stop(word, language):
        return Term(word, [root(word, language)])
    if word in vocabulary.protected:
        return Term(word, [root(word, language)])
    row = vocabulary.words([plain]).get(plain)
    own = root(word, language)
    if row:
        return Term(word, list(dict.fromkeys([own, row.root])))
    return Term(word, [own]) if vocabulary.has_root(own) else None


def _with_latin(term: Term, vocabulary: Vocabulary) -> Term:
    """A word in Latin letters that is known as such may be meant as Russian all the same (viza)."""
    if typing.LATIN.search(term.typed) and not typing.CYRILLIC.search(term.typed):
        term.extra += [row.root for row in vocabulary.by_latin(typing.latin_keys(term.typed))]
    return term


def _other_layout(chunk: str, language: str, vocabulary: Vocabulary) -> list[Term]:
    """The words of a chunk typed on another keyboard, if all of them are known then; else none."""
    if language == RUSSIAN:
        if typing.CYRILLIC.search(chunk):
            return []
        meant = typing.as_russian_layout(chunk)
    else:
        if not typing.CYRILLIC.search(chunk):
            return []
        meant = typing.as_latin_layout(chunk, language)
    words = words_of(meant)
    latin = language == RUSSIAN and any(vocabulary.by_latin(typing.latin_keys(word)) for word in words_of(chunk))
    known = [
        _known(word, language, vocabulary) or _corrected(word, language, vocabulary, strict=True) for word in words
    ]
    if latin or not words or not all(known):
        return []
    return [Term(chunk, term.roots, "layout", term.meant or term.typed) for term in known if term]


def _meant(word: str, language: str, vocabulary: Vocabulary) -> Term:
    """An unknown word: another alphabet, a compound, a mistake; else it stays unknown."""
    ways: list[Callable[[str, str, Vocabulary], Term | None]] = [_corrected]
    if language == RUSSIAN and typing.LATIN.search(word):
        ways = [_latin]
    elif language == DUTCH:
        ways = [_compound, _corrected]
    for way in [*ways, _far]:
        term = way(word, language, vocabulary)
        if term:
            return term
    return Term(word, [root(word, language)], "unknown")


def _latin(word: str, language: str, vocabulary: Vocabulary) -> Term | None:
    """A Russian word in Latin letters: exactly, as a form of a known root, or with one mistake."""
    keys = typing.latin_keys(word)
    rows = vocabulary.by_latin(keys)
    for key in keys if not rows else []:
        if len(key) > SHORTEST:
            rows += vocabulary.latin_near(key[:-1], len(key))
    if not rows and len(word) > SHORTEST:
        letters = "abcdefghiklmnoprstuvzCSZ"
        near = {candidate for key in keys[:4] for candidate in one_away(key, letters)}
        rows = vocabulary.by_latin(near) if len(near) < 30_000 else []
    return Term(word, [row.root for row in rows[:BEST]], "latin", rows[0].written) if rows else None


def _corrected(word: str, language: str, vocabulary: Vocabulary, strict: bool = False) -> Term | None:
    """The known words one mistake away; `strict` asks for a longer word, where chance makes no neighbours."""
    plain = folded(word)
    if len(plain) < (SHORTEST + 2 if strict else SHORTEST) or plain.isdigit():
        return None
    rows = vocabulary.words(one_away(plain, ALPHABETS[language])).values()
    best = sorted(rows, key=lambda row: (-_likeness(plain, row.word), -row.documents))[:BEST]
    if not best:
        return None
    return Term(word, list(dict.fromkeys(row.root for row in best)), "corrected", best[0].written)


def _likeness(typed: str, word: str) -> int:
    """How likely a mistake is: people get the first letter and the length right more often than not."""
    return (typed[0] == word[0]) * 2 + (sorted(typed) == sorted(word)) * 2 + (len(word) >= len(typed))


def _far(word: str, language: str, vocabulary: Vocabulary) -> Term | None:
    """Known words two mistakes away with the same beginning; for long words only. Also forms of a mistyped word."""
    plain = folded(word)
    if len(plain) < SHORTEST + 3:
        return None
    rows = [row for row in vocabulary.starting(plain[:2]) if distance(plain, row.word) <= 2]
    rows.sort(key=lambda row: (distance(plain, row.word), -row.documents))
    return (
        Term(word, list(dict.fromkeys(row.root for row in rows[:BEST])), "corrected", rows[0].written) if rows else None
    )


def _compound(word: str, language: str, vocabulary: Vocabulary) -> Term | None:
    """A Dutch compound that no text has, all parts of which some text has."""
    plain = folded(word)
    cuts = []
    for place in range(SHORTEST_PART, len(plain) - SHORTEST_PART + 1):
        for link in LINKS:
            head, tail = plain[:place], plain[place:]
            if not link or head.endswith(link):
                cuts.append((head.removesuffix(link) if link else head, tail))
    known = vocabulary.words([part for cut in cuts for part in cut if len(part) >= SHORTEST_PART])
    whole = [cut for cut in cuts if all(part in known for part in cut)]
    if not whole:
        return None
    best = max(whole, key=lambda cut: min(len(part) for part in cut))
    return Term(word, [known[part].root for part in best], "compound", " ".join(best))


def _add_compounds(terms: list[Term], vocabulary: Vocabulary) -> None:
    """Let a word find compounds that end with it: vergunning also finds verblijfsvergunning."""
    for term in terms:
        plain = folded(term.meant or term.typed)
        if len(plain) > SHORTEST_PART and term.how != "unknown":
            term.extra += [row.root for row in vocabulary.ending(plain)]


def _add_synonyms(terms: list[Term], language: str) -> None:
    """A phrase of a set finds what the other phrases of the set find; words without weight in them find nothing."""
    have = [set(term.roots) for term in terms]
    for synonyms in SynonymSet.objects.filter(language=language):
        phrases = [words_of(phrase) for phrase in synonyms.phrases]
        for phrase in phrases:
            place = _place_of([root(word, language) for word in phrase], have)
            if place is not None:
                others = [word for other in phrases if other != phrase for word in other if not is_stop(word, language)]
                terms[place].extra += [root(word, language) for word in others]
                break


def _place_of(phrase: list[str], have: list[set[str]]) -> int | None:
    for start in range(len(have) - len(phrase) + 1):
        if all(value in have[start + number] for number, value in enumerate(phrase)):
            return start
    return None

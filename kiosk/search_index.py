"""What a kiosk needs to search one language in its own page: texts, words with their roots, and what editors added.

The page counts words and ranks by itself (`assets/js/search.js`), by the rules of docs/search.md. The facts about the
languages come from `search.language` and stand in the answer, so that no table is written twice. A stemmer does not:
the roots of all words of the texts are in the answer, and how forms of one root differ is enough to find the root of
other forms.
"""

import json
import string
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import product
from os.path import commonprefix

from django.utils import timezone, translation
from wagtail.models import Page

from core import addresses
from core.addresses import Address
from home.models import HelpIndexPage, HelpPage, HomePage
from search import highlighting, searching, suggesting, understanding
from search.facet_names import kind_name
from search.language import mistakes, typing
from search.language.roots import IRREGULAR, root
from search.language.words import STOP_WORDS, folded, is_stop, words_of
from search.models import Document, PromotedResult, ProtectedWord, SynonymSet
from search.stores import base, sqlite

MOST_LETTERS = 20_000  # of one page: long files that a page offers are searched up to here
SHORTEST_HEAD, LONGEST_TAIL = 2, 4  # letters in which two forms of a word are alike, and in which they differ
RARE = 3  # differences between fewer forms are chance
HELP, EMERGENCY_NUMBER = "/get-help-now/", "112"  # found whatever editors promote
KEYS = string.ascii_letters + string.punctuation + "ăâîșț"
CYRILLIC_KEYS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
Rows = list[tuple[Document, Address]]


def build(language: str) -> bytes:
    """The index of one language as JSON; the same bytes as long as nothing that can be found has changed."""
    with translation.override(language):
        rows = _rows(language)
        roots = _roots(rows, language)
        content = {
            "language": language,
            "pages": [_page(document, address) for document, address in rows],
            "roots": {value: " ".join(sorted(words)) for value, words in sorted(roots.items())},
            "tails": _tails(roots),
            "stops": " ".join(sorted(STOP_WORDS[language] | {folded(word) for word in STOP_WORDS[language]})),
            "synonyms": _synonyms(language),
            "protected": _protected(language),
            "promoted": _promoted(language),
            "popular": _popular(language),
            "layout": _layout(language),
            "rules": RULES,
        }
        if language == understanding.RUSSIAN:
            content["latin"] = _latin()
        if language == understanding.DUTCH:
            content["links"] = understanding.LINKS
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


# The figures by which the site's search takes queries apart, ranks and cuts; search.js has none of its own.
RULES = {
    "weights": sqlite.ROOT_WEIGHTS[1:3] + sqlite.ROOT_WEIGHTS[4:],
    "exact": sqlite.EXACT_WEIGHTS[:1] + sqlite.EXACT_WEIGHTS[3:4],
    "tie": base.TIE,
    "extra": base.EXTRA,
    "title": searching.TITLE,
    "list": searching.LIST,
    "overdue": searching.OVERDUE,
    "fresh": [searching.FRESH, searching.FRESH_DAYS],
    "passage": [highlighting.LENGTH, highlighting.BEFORE],
    "query": [understanding.LONGEST_QUERY, understanding.MOST_WORDS],
    "best": understanding.BEST,
    "part": understanding.SHORTEST_PART,
    "corrected": mistakes.SHORTEST,
    "suggested": [suggesting.SHORTEST, suggesting.MOST_PAGES, suggesting.MOST_WORDS],
}


def _rows(language: str) -> Rows:
    """The documents of the pages that readers may see now, with their addresses, by page id."""
    pages = Page.objects.live().public().filter(locale__language_code=language)
    public = set(pages.exclude(expire_at__lte=timezone.now()).values_list("pk", flat=True))
    table = addresses.addresses.get().by_id
    documents = Document.objects.filter(language=language, pk__in=public).order_by("pk")
    return [(document, table[document.pk]) for document in documents if document.pk in table]


def _page(document: Document, address: Address) -> dict[str, object]:
    """One page: where it is, what it is, and its texts as search knows them. What is false or empty is left out."""
    kind = kind_name(document.kind.rpartition(".")[2])
    found = {
        "path": address.url,
        "title": document.title,
        "kind": kind,
        "summary": document.summary,
        "headings": document.headings,
        "passages": _passages(document),
        "list": document.is_list,
        "published": document.published_at.date().isoformat() if document.published_at else "",
        "overdue": document.overdue_on.isoformat() if document.overdue_on else "",
    }
    return {name: value for name, value in found.items() if value}


def _passages(document: Document) -> list[str]:
    """The paragraphs of a page up to MOST_LETTERS."""
    found, left = [], MOST_LETTERS
    for passage in document.passages:
        if len(passage) > left:
            break
        found.append(passage)
        left -= len(passage)
    return found


def _roots(rows: Rows, language: str) -> dict[str, set[str]]:
    """The folded words of all texts by their root, with the irregular forms of these roots that no text has."""
    words = {
        folded(word)
        for document, _address in rows
        for text in (document.title, document.summary, *document.headings, *_passages(document))
        for word in words_of(text)
    }
    found: dict[str, set[str]] = defaultdict(set)
    for word in words:
        found[root(word, language)].add(word)
    for form, value in IRREGULAR[language].items():
        if value in found:
            found[value].add(form)
    return found


def _tails(roots: dict[str, set[str]]) -> list[str]:
    """How forms of one root differ: "zen s" says that beside huizen there may be huis. Shorter endings first.

    Measured by taking each word away in turn: so many find their root by what is left of it: ro 93 %, ru 93, en 91,
    nl 78; wrong roots 1 to 4 %, in Dutch 9.
    """
    ways: Counter[tuple[str, str]] = Counter()
    for value, words in roots.items():
        known = sorted(filter(str.isalpha, words))
        for form, other in product(known, [value, *known]):
            kept = len(commonprefix([form, other]))
            tail, ending = form[kept:], other[kept:]
            if kept >= SHORTEST_HEAD and form != other and max(len(tail), len(ending)) <= LONGEST_TAIL:
                ways[tail, ending] += 1
    kept_ways = (way for way, count in ways.items() if count >= RARE)
    return [" ".join(way) for way in sorted(kept_ways, key=lambda way: (way[0], len(way[1]), way[1]))]


def _weighty(text: str, language: str) -> list[str]:
    """The roots of the words of a text that say something."""
    return [root(word, language) for word in words_of(text) if not is_stop(word, language)]


def _synonyms(language: str) -> list[list[str]]:
    """Per set its phrases, each as roots."""
    sets = SynonymSet.objects.filter(language=language).order_by("pk")
    phrases = [[" ".join(_weighty(phrase, language)) for phrase in each.phrases] for each in sets]
    return [found for each in phrases if len(found := [phrase for phrase in each if phrase]) > 1]


def _protected(language: str) -> dict[str, str]:
    words = ProtectedWord.objects.filter(language=language).values_list("word", flat=True)
    return {word: root(word, language) for text in words for word in words_of(text)}


def _promoted(language: str) -> list[list[str]]:
    """[the roots of a query in order, address of the page that stands above its results]: of editors, and of help."""
    table = addresses.addresses.get().by_id
    wanted = [
        (table.get(page_id), query)
        for page_id, queries in PromotedResult.objects.values_list("page_id", "queries")
        for query in queries.split(",")
    ]
    for page in Page.objects.type(HelpIndexPage, HelpPage).filter(locale__language_code=language):
        address = table.get(page.pk)
        wanted += [(address, text) for text in (address.title, address.label)] if address else []
    help_index = addresses.find(language, HELP)
    wanted.append((help_index, EMERGENCY_NUMBER))
    found = {
        (key, address.url)
        for address, query in wanted
        if address and address.language == language and (key := " ".join(sorted(set(_weighty(query, language)))))
    }
    return [list(pair) for pair in sorted(found)]


def _popular(language: str) -> list[list[str]]:
    """[address, title] of what the home page says that people look for now."""
    home = HomePage.objects.live().filter(locale__language_code=language).first()
    found = [addresses.localized(page.pk, language) for page in home.featured.order_by("path")] if home else []
    return [[each.url, each.title] for each in found if each and each.language == language]


def _layout(language: str) -> dict[str, str]:
    """Key by key what another keyboard would have written."""
    if language == understanding.RUSSIAN:
        return _differing(KEYS.lower(), map(typing.as_russian_layout, KEYS.lower()))
    return _differing(CYRILLIC_KEYS, (typing.as_latin_layout(key, language) for key in CYRILLIC_KEYS))


def _differing(keys: str, written: Iterable[str]) -> dict[str, str]:
    return {key: other for key, other in zip(keys, written, strict=True) if key != other}


def _latin() -> dict[str, object]:
    """How Russian is written in Latin letters."""
    return {
        "letters": typing.LETTERS,
        "scientific": {chr(code): text for code, text in typing.SCIENTIFIC.items()},
        "sequences": typing.SEQUENCES,
        "alternatives": typing.ALTERNATIVES,
        "most": typing.MOST_KEYS,
    }

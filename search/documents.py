"""Make the documents of pages and write them: the row, its facets, its analysed texts, and its words."""

import re
from collections import Counter
from collections.abc import Iterable

from django.db import connection, transaction
from django.dispatch import Signal
from django.utils import timezone
from wagtail.models import Page

from core import addresses
from search import attachments
from search.facts import facets_of, names_of, overdue_days
from search.language.roots import root
from search.language.typing import latin_key
from search.language.words import folded, words_of
from search.models import Document, Facet, Word
from search.stores import store
from search.stores.base import Texts
from translations.segments import segments_of

HEADING = re.compile(r"(^|\.)(heading|question|title|topic)$")
AT_ONCE = 400  # rows of one statement; SQLite allows 32,766 values
# Documents were written or removed, in this transaction: `page_ids`.
documents_changed = Signal()


def public_pages(page_ids: Iterable[int]) -> list[Page]:
    """Those of the pages that readers may see now, with their types' fields."""
    rows = Page.objects.live().public().filter(pk__in=list(page_ids), alias_of=None, depth__gt=1)
    rows = rows.exclude(expire_at__lte=timezone.now())
    return list(rows.specific())


def document_of(page: Page, overdue: dict, files: dict[int, list[str]]) -> Document:
    """The document of one specific page, with the paragraphs of its files; not saved."""
    own_texts = getattr(page, "search_texts", None)
    headings, passages = own_texts() if own_texts else _texts_of_fields(page)
    language = addresses.language_of(page.locale_id)
    passages += [" · ".join(names)] if (names := names_of(page, language)) else []
    passages += files.get(page.pk, [])
    return Document(
        page_id=page.pk,
        language=language,
        external_id=getattr(page, "external_id", ""),
        kind=page.specific_class._meta.label_lower,
        title=page.title,
        summary=getattr(page, "summary", ""),
        headings=headings,
        passages=passages,
        is_list=page.numchild > 0,
        published_at=page.last_published_at,
        overdue_on=overdue.get(page.translation_key),
    )


def _texts_of_fields(page: Page) -> tuple[list[str], list[str]]:
    """Headings and passages out of all fields and blocks that are translated."""
    headings, passages = [], []
    for segment in segments_of(page):
        if segment.path not in ("title", "summary", "short_title", "slug") and segment.text:
            (headings if HEADING.search(segment.path) else passages).append(segment.text)
    return headings, passages


def _roots(words: list[str], language: str) -> str:
    return " ".join(root(word, language) for word in words)


def texts_of(document: Document) -> tuple[Texts, dict[str, str]]:
    """The analysed texts of a document, and its folded words with how they are written."""
    language = document.language
    title, head = words_of(document.title), words_of(" ".join([document.summary, *document.headings]))
    body = words_of(" ".join(document.passages))
    texts = Texts(
        document.page_id,
        " ".join(title),
        _roots(title, language),
        _roots(head, language),
        " ".join([*head, *body]),
        _roots(body, language),
    )
    return texts, {folded(word): word for word in [*body, *head, *title]}


@transaction.atomic
def write(page_ids: Iterable[int]) -> int:
    """Make the documents of these pages again; who is not public (any more) goes. How many are in the index now."""
    page_ids = list(dict.fromkeys(page_ids))
    pages = public_pages(page_ids)
    write_pages(pages)
    gone = set(page_ids) - {page.pk for page in pages}
    if gone:
        remove(gone)
    return len(pages)


@transaction.atomic
def write_pages(pages: list[Page], tell: bool = True) -> None:
    """Make the documents of these public, specific pages; the engine is told unless all of it is made again."""
    overdue = overdue_days([page.translation_key for page in pages])
    files = attachments.texts_for(page.pk for page in pages)
    remove((page.pk for page in pages), tell=False)
    documents, facets = [], []
    by_language: dict[str, list[Texts]] = {}
    words: dict[str, Counter] = {}
    written: dict[str, str] = {}
    for page in pages:
        document = document_of(page, overdue, files)
        texts, own = texts_of(document)
        document.words = " ".join(sorted(own))
        documents.append(document)
        by_language.setdefault(document.language, []).append(texts)
        words.setdefault(document.language, Counter()).update(own.keys())
        written |= own
        facets += [Facet(document_id=page.pk, name=n, value=v) for n, vs in facets_of(page).items() for v in sorted(vs)]
    Document.objects.bulk_create(documents, batch_size=AT_ONCE)
    Facet.objects.bulk_create(facets, batch_size=AT_ONCE)
    for language, texts in by_language.items():
        store().put(language, texts)
        _count_words(language, words[language], written)
    if tell:
        documents_changed.send(Document, page_ids=[document.pk for document in documents])


@transaction.atomic
def remove(page_ids: Iterable[int], tell: bool = True) -> None:
    """Take documents out of the index, and their words out of the vocabulary."""
    page_ids = list(page_ids)
    documents = Document.objects.filter(pk__in=page_ids)
    by_language: dict[str, list[int]] = {}
    words: dict[str, Counter] = {}
    for page_id, language, text in documents.values_list("page_id", "language", "words"):
        by_language.setdefault(language, []).append(page_id)
        words.setdefault(language, Counter()).subtract(text.split())
    for language, ids in by_language.items():
        store().remove(language, ids)
        _count_words(language, words[language], {})
    Facet.objects.filter(document_id__in=documents.values("pk")).delete()
    documents.delete()
    if tell:
        documents_changed.send(Document, page_ids=page_ids)


def _count_words(language: str, differences: Counter, written: dict[str, str]) -> None:
    """Add to (or, with negative numbers, take from) the number of documents of each word; one statement per word."""
    russian = language == "ru"
    rows = [
        (language, word, written.get(word, word), root(word, language), latin_key(word) if russian else "", count)
        for word, count in differences.items()
        if count
    ]
    table = Word._meta.db_table
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} (language, word, written, root, latin, documents) "  # noqa: S608
            "VALUES (%s, %s, %s, %s, %s, %s) "
            f"ON CONFLICT (language, word) DO UPDATE SET documents = {table}.documents + excluded.documents",
            rows,
        )

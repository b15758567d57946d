"""What somebody typed, made safe, and the pages that answer it."""

import re
from dataclasses import dataclass

from wagtail.models import Page

from core import addresses
from core.text import mend_letters

LONGEST_QUERY = 200
# What breaks SQLite's full-text search (run, wagtail-notes section 4): quotes and NUL end in an OperationalError,
# and an empty query in an AttributeError.
_UNSAFE = re.compile(r"[^\w\s\-']|_", re.UNICODE)


@dataclass(frozen=True)
class Result:
    """One answer."""

    title: str
    url: str
    summary: str
    kind: str


def clean(text: str) -> str:
    """The words of a query without anything an engine could take for its own syntax."""
    plain = _UNSAFE.sub(" ", mend_letters(text.replace("\0", " ")))
    return " ".join(plain.split())[:LONGEST_QUERY].strip(" -'")


def find(text: str, language: str) -> list[int]:
    """The ids of the public pages that answer a query, best first; pages with all the words before the others."""
    words = clean(text)
    if not words:
        return []
    pages = Page.objects.live().public().filter(locale_id=addresses.locale_id_of(language))
    every = [page.pk for page in pages.search(words, operator="and")[:100]]
    some = [page.pk for page in pages.search(words, operator="or")[:100]]
    if not every and not some:
        some = [page.pk for page in pages.autocomplete(words)[:100]]
    return list(dict.fromkeys([*every, *some]))


def results(page_ids: list[int]) -> list[Result]:
    """Title, address, summary and kind of pages, in the order given."""
    table = addresses.addresses.get().by_id
    pages = {page.pk: page for page in Page.objects.filter(pk__in=page_ids).specific()}
    return [
        Result(
            pages[page_id].title,
            table[page_id].url,
            getattr(pages[page_id], "summary", ""),
            str(pages[page_id].specific_class._meta.verbose_name),
        )
        for page_id in page_ids
        if page_id in pages and page_id in table
    ]

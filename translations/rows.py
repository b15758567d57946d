"""One row per original page and language: the table that the desk and scripts read."""

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from wagtail.models import Page

from core import addresses
from translations.models import State, Version

HIDDEN = ("baseline", "drift", "original__segments")


@dataclass(frozen=True, slots=True)
class Row:
    """How one original page stands in one other language. `path` is the address without the language."""

    page: int
    path: str
    language: str
    state: str
    outdated_segments: int
    since: datetime


def rows(keys: Iterable[uuid.UUID] | None = None) -> Iterator[Row]:
    """All rows, or those of some originals, in the order of the tree. Drafts that were never public have none."""
    versions = Version.objects.filter(original__is_page=True, original__was_live=True).select_related("original")
    versions = versions.defer(*HIDDEN).order_by("locale_id")
    pages = Page.objects.filter(depth__gt=1)
    if keys is not None:
        versions, pages = versions.filter(original_id__in=keys), pages.filter(translation_key__in=keys)
    places, order = {}, {}
    for page_id, url_path, path in pages.values_list("pk", "url_path", "path"):
        places[page_id], order[page_id] = url_path, path
    kept = [version for version in versions if version.original.live or version.object_id]
    for version in sorted(kept, key=lambda version: (order.get(version.original.object_id, "~"), version.locale_id)):
        yield Row(
            version.original.object_id,
            inner_of(places.get(version.original.object_id, "")) or version.original.inner,
            addresses.language_of(version.locale_id),
            State(version.state).value,
            version.outdated_segments,
            version.since,
        )


def inner_of(url_path: str) -> str:
    """The address without the language: Wagtail keeps "/home-ro/about/" for "/about/"."""
    parts = url_path.split("/", 2)
    return f"/{parts[2]}" if len(parts) == 3 else ""

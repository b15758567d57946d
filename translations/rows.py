"""One row per original page and language: the table that the desk and scripts read."""

from collections.abc import Iterator
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


def rows() -> Iterator[Row]:
    """All rows, in the order of the tree. Drafts that were never public have none, and what is neither."""
    versions = Version.objects.filter(original__is_page=True, original__was_live=True).select_related("original")
    versions = versions.defer(*HIDDEN).order_by("locale_id")
    places = dict(Page.objects.filter(depth__gt=1).values_list("pk", "url_path"))
    order = dict(Page.objects.filter(depth__gt=1).values_list("pk", "path"))
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

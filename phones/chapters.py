"""A chapter is a station of the road with its guides: which pages it has and what saving it costs."""

import datetime
import json
import zlib
from dataclasses import dataclass

from django.db.models import Model
from wagtail.fields import StreamField

from core import addresses
from core.addresses import Address
from home.models import GuidePage, StagePage
from home.road import STATIONS

# A page weighs its frame (menus in Cyrillic weigh more) and a part of its own text, both compressed: a straight line
# through all guides and stages in four languages; tests/phones/test_chapters.py holds it to the real answers.
FRAME = {"ro": 5000, "ru": 5500, "nl": 4980, "en": 4850}  # bytes
SHARE = 0.74  # bytes on the wire per byte of compressed raw text
KB = 1024

_texts: dict[tuple[int, datetime.datetime | None], int] = {}  # compressed text by page and time of publication


@dataclass(frozen=True)
class Chapter:
    """The pages of one station in one language, the station itself first."""

    title: str
    paths: tuple[str, ...]
    size: int  # bytes over the wire, about

    @property
    def count(self) -> int:
        return len(self.paths)

    @property
    def kilobytes(self) -> int:
        return max(1, round(self.size / KB))


def chapter_of(address: Address) -> Chapter | None:
    """The chapter to which a page belongs; None for pages beside the road."""
    slug = address.inner.split("/")[1]
    if slug not in STATIONS:
        return None
    inner = f"/{slug}/"
    table = addresses.addresses.get().by_inner
    pages = [found for (code, path), found in table.items() if code == address.language and path.startswith(inner)]
    pages.sort(key=lambda found: found.tree_path)
    station = table.get((address.language, inner))
    if station is None:
        return None
    return Chapter(station.title, tuple(found.url for found in pages), _size(pages))


def _size(pages: list[Address]) -> int:
    unknown = [page.page_id for page in pages if (page.page_id, page.published_at) not in _texts]
    if unknown:
        lengths = _read_lengths(unknown)
        _texts.update({(page.page_id, page.published_at): lengths[page.page_id] for page in pages
                       if page.page_id in lengths})  # fmt: skip
    return sum(FRAME[page.language] + round(SHARE * _texts.get((page.page_id, page.published_at), 0)) for page in pages)


def _read_lengths(page_ids: list[int]) -> dict[int, int]:
    rows = [*GuidePage.objects.filter(pk__in=page_ids), *StagePage.objects.filter(pk__in=page_ids)]
    return {row.pk: len(zlib.compress(_raw_text(row).encode())) for row in rows}


def _raw_text(page: Model) -> str:
    """All words of a page as they are stored."""
    parts = []
    for field in page._meta.get_fields():
        value = getattr(page, field.name, None) if field.concrete and not field.is_relation else None
        if isinstance(field, StreamField):
            parts.append(json.dumps(list(value.raw_data), ensure_ascii=False))
        elif isinstance(value, str) and field.name not in ("url_path", "draft_title", "search_description"):
            parts.append(value)
    return "".join(parts)

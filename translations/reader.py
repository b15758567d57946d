"""What a reader is told about a translation that is older than its original."""

import datetime
from dataclasses import dataclass

from django.utils import timezone
from wagtail.models import Page

from core import addresses
from core.templatetags.core_tags import anchor
from translations.drift import REMOVED
from translations.models import State, Version

EXCERPT = 90  # letters


@dataclass(frozen=True, slots=True)
class Part:
    """A passage that changed: the original's words, and where they stand. A removed passage has no address."""

    kind: str
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Notice:
    """`language` is that of the original; `day` the last day on which a passage changed."""

    language: str
    url: str
    parts: tuple[Part, ...]
    day: datetime.date
    is_one_day: bool

    @property
    def count(self) -> int:
        return len(self.parts)


def notice_for(page: Page) -> Notice | None:
    """The notice for a translation; None for originals and for what is up to date. One query for a translation."""
    own = addresses.addresses.get().by_id.get(page.pk)
    original = addresses.original_of(own) if own else None
    if original is None:
        return None
    drift = (
        Version.objects.filter(object_id=page.pk, original__is_page=True, state=State.OUTDATED)
        .values_list("drift", flat=True)
        .first()
    )
    if not drift:
        return None
    days = {timezone.localtime(datetime.datetime.fromisoformat(row["at"])).date() for row in drift}
    parts = tuple(_part(row, original.url) for row in drift)
    return Notice(original.language, original.url, parts, max(days), len(days) == 1)


def _part(row: dict[str, str], url: str) -> Part:
    if row["kind"] == REMOVED:
        return Part(REMOVED, _excerpt(row["old"]), "")
    steps = row["path"].split(".")
    return Part(row["kind"], _excerpt(row["new"]), f"{url}#{anchor(steps[1])}" if len(steps) > 1 else url)


def _excerpt(text: str) -> str:
    return text if len(text) <= EXCERPT else f"{text[:EXCERPT].rsplit(' ', 1)[0]} …"

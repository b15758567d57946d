"""The table page x language in a fixed number of queries, whatever the number of pages."""

import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone
from wagtail.models import Page

from core import addresses
from core.checked import PageCheck
from core.languages import LANGUAGES
from translations.models import Original, State, Version
from translations.rows import HIDDEN, inner_of


@dataclass(frozen=True, slots=True)
class Cell:
    """One language of one page; `page_id` is the translation, 0 where there is none."""

    language: str
    state: str
    label: str
    outdated: int
    since: datetime | None
    page_id: int


@dataclass(slots=True)
class Line:
    """One original page with its cells in the order of the languages."""

    key: uuid.UUID
    page_id: int
    title: str
    inner: str
    language: str
    owner: str
    is_overdue: bool
    depth: int
    cells: dict[str, Cell] = field(default_factory=dict)

    @property
    def section(self) -> str:
        """The first part of the address: a stage, "services", "pilot-areas" ..."""
        return self.inner.strip("/").partition("/")[0]

    @property
    def area(self) -> str:
        """The pilot area to which the page belongs by its address, if any."""
        parts = self.inner.strip("/").split("/")
        return parts[1] if len(parts) > 1 and parts[0] == "pilot-areas" else ""

    @property
    def row(self) -> list[Cell]:
        return [self.cells[language] for language in LANGUAGES if language in self.cells]


ORIGINAL = "original"


def lines() -> list[Line]:
    """All original pages in tree order. Four queries."""
    columns = ("pk", "url_path", "path", "depth", "owner__username", "title")
    pages = {row["pk"]: row for row in Page.objects.filter(depth__gt=1).values(*columns)}
    overdue = set(
        PageCheck.objects.filter(next_check_due__lt=timezone.localdate()).values_list("translation_key", flat=True)
    )
    versions = (
        Version.objects.filter(original__is_page=True, original__was_live=True)
        .select_related("original")
        .defer(*HIDDEN)
    )
    found: dict[uuid.UUID, Line] = {}
    for version in versions:
        original = version.original
        if not (original.live or version.object_id):
            continue
        if original.pk not in found:
            found[original.pk] = _line(original, pages.get(original.object_id), overdue)
        language = addresses.language_of(version.locale_id)
        found[original.pk].cells[language] = Cell(
            language, version.state, str(State(version.state).label), version.outdated_segments, version.since,
            version.object_id or 0,
        )  # fmt: skip
    return sorted(found.values(), key=lambda line: _place(line, pages))


def _place(line: Line, pages: dict[int, dict]) -> str:
    """Where a page stands in the Romanian tree, else in its own."""
    romanian = line.cells.get(LANGUAGES[0])
    page = pages.get(romanian.page_id if romanian else 0) or pages.get(line.page_id) or {}
    return page.get("path", "~")


def _line(original: Original, page: dict | None, overdue: set[uuid.UUID]) -> Line:
    language = addresses.language_of(original.locale_id)
    page = page or {}
    line = Line(
        key=original.pk,
        page_id=original.object_id,
        title=page.get("title", original.title),
        inner=inner_of(page.get("url_path", "")) or original.inner,
        language=language,
        owner=page.get("owner__username") or "",
        is_overdue=original.pk in overdue,
        depth=page.get("depth", 2),
    )
    line.cells[language] = Cell(language, ORIGINAL, "", 0, None, original.object_id if page else 0)
    return line


def choose(found: Iterable[Line], wanted: dict[str, str]) -> list[Line]:
    """The lines that answer the filters `language`, `state`, `section`, `area`, `owner`, `overdue`; "" asks nothing."""
    return [line for line in found if _fits(line, wanted)]


def _fits(line: Line, wanted: dict[str, str]) -> bool:
    cells = [line.cells[wanted["language"]]] if wanted.get("language") in line.cells else line.row
    if wanted.get("language") and wanted["language"] not in line.cells:
        return False
    if wanted.get("state") and all(cell.state != wanted["state"] for cell in cells):
        return False
    if wanted.get("overdue") and not line.is_overdue:
        return False
    return all(not wanted.get(name) or getattr(line, name) == wanted[name] for name in ("section", "area", "owner"))


def counts(found: Iterable[Line]) -> dict[str, Counter]:
    """How many pages are in which state, per language."""
    totals: dict[str, Counter] = {language: Counter() for language in LANGUAGES}
    for line in found:
        for cell in line.row:
            totals[cell.language][cell.state] += 1
    return totals

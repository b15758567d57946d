"""Where guidance is missing: stage x country x language, in the admin."""

from collections import Counter
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from core import addresses
from core.classification import Country, Stage
from core.languages import LANGUAGES, own_name
from home.models import GuidePage, StagePage

EVERYWHERE = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """How many public guides; `query` finds them on the desk."""

    count: int
    query: str


@dataclass(frozen=True, slots=True)
class Row:
    stage: str
    country: str
    cells: tuple[Cell, ...]


def counts() -> Counter:
    """How many public guides there are by (stage, country, language); country "" is guidance for all countries."""
    found: Counter = Counter()
    guides = GuidePage.objects.live().prefetch_related("stages", "origin", "destination")
    for guide in guides:
        codes = {row.code for row in [*guide.origin.all(), *guide.destination.all()]} or {EVERYWHERE}
        for stage in guide.stages.all():
            found.update((stage.code, code, addresses.language_of(guide.locale_id)) for code in codes)
    return found


def rows() -> list[Row]:
    """All stages with all countries, empty cells too."""
    found, sections = counts(), _sections()
    countries = [(EVERYWHERE, _("All countries")), *((row.code, row.name) for row in Country.objects.all())]
    return [
        Row(
            stage.name,
            name,
            tuple(
                Cell(found[stage.code, code, language], f"section={sections.get(stage.pk, '')}&language={language}")
                for language in LANGUAGES
            ),
        )
        for stage in Stage.objects.all()
        for code, name in countries
    ]


def _sections() -> dict[int, str]:
    """The first part of the address under which the guides of each stage stand, by the id of the stage."""
    table = addresses.addresses.get().by_id
    pages = StagePage.objects.live().values_list("pk", "stage_id")
    return {stage_id: table[pk].inner.strip("/") for pk, stage_id in pages if pk in table}


def coverage(request: HttpRequest) -> HttpResponse:
    """The map."""
    languages = [(language, own_name(language)) for language in LANGUAGES]
    return render(request, "home/admin/coverage.html", {"rows": rows(), "languages": languages})

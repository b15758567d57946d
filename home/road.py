"""The road: four stations in order, as every page shows it."""

from dataclasses import dataclass

from core import addresses

# Slug of the stage page, code of the stage, name of its drawing. The slugs are settled (programmes.md).
STATIONS = {
    "before-you-go": "pre-departure",
    "life-abroad": "life-abroad",
    "coming-back": "return",
    "settling-in-again": "reintegration",
}


@dataclass(frozen=True)
class Station:
    """One station of the road in one language."""

    slug: str
    code: str
    title: str
    url: str
    is_here: bool
    is_far: bool  # not beside the station where the reader is; hidden on narrow screens

    @property
    def scene(self) -> str:
        return f"components/scenes/{self.code}.html"


def stations(language: str, here: str = "") -> list[Station]:
    """The stations that exist in `language`; `here` is the slug of the one to mark."""
    slugs = list(STATIONS)
    found = []
    for index, slug in enumerate(slugs):
        address = addresses.find(language, f"/{slug}/")
        if address is None:
            continue
        is_far = bool(here) and abs(slugs.index(here) - index) > 1
        found.append(Station(slug, STATIONS[slug], address.title, address.url, slug == here, is_far))
    return found

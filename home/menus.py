"""Menus and acknowledgements of all languages, in memory."""

from dataclasses import dataclass

from core import addresses
from core.tables import Table
from home.models import Menu, ProgrammeStatement


@dataclass(frozen=True)
class MenuGroup:
    """A heading and page ids under it; the address table turns an id into title and address of a language."""

    name: str
    page_ids: tuple[int, ...]


@dataclass(frozen=True)
class MenuLink:
    title: str
    url: str


def _read_menus() -> dict[tuple[str, str], tuple[MenuGroup, ...]]:
    found = {}
    for menu in Menu.objects.select_related("locale"):
        groups = tuple(
            MenuGroup(block.value["name"], tuple(page.pk for page in block.value["pages"] if page))
            for block in menu.groups
        )
        found[menu.place, menu.locale.language_code] = groups
    return found


def _read_statements() -> dict[tuple[int, str], ProgrammeStatement]:
    rows = ProgrammeStatement.objects.select_related("locale", "programme")
    return {(row.programme_id, row.locale.language_code): row for row in rows}


menus = Table("menus", _read_menus)
statements = Table("statements", _read_statements)


def menu(place: str, language: str) -> list[tuple[str, list[MenuLink]]]:
    """The groups of a menu in one language, with links to pages that are public in it."""
    groups = []
    for group in menus.get().get((place, language), ()):
        found = [addresses.localized(page_id, language) for page_id in group.page_ids]
        links = [MenuLink(address.label, address.url) for address in found if address and address.language == language]
        if links:
            groups.append((group.name, links))
    return groups


def statement(programme_id: int, language: str) -> ProgrammeStatement | None:
    """The acknowledgement of a programme in one language."""
    return statements.get().get((programme_id, language))

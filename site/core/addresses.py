"""The address of every public page in every language, as one table in memory.

Menus, breadcrumbs, language switch, hreflang, links inside texts, and the routing of a request read it, so that none
of them asks the database. It holds live pages without view restrictions, in the tree of the default site.
"""

import datetime
import uuid
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from wagtail.models import Locale, Page, Site, get_page_models
from wagtail_localize.models import TranslationSource

from core.languages import LANGUAGES
from core.tables import Table


@dataclass(frozen=True, slots=True)
class Address:
    """Where one page stands in one language. `inner` is the address without the language ("/services/legal-aid/").

    `label` is what menus and breadcrumbs call the page: its short title, if it has one.
    """

    page_id: int
    key: uuid.UUID
    language: str
    inner: str
    title: str
    label: str
    content_type_id: int
    tree_path: str
    published_at: datetime.datetime | None

    @property
    def url(self) -> str:
        return f"/{self.language}{self.inner}"


@dataclass
class Addresses:
    """All addresses, found by page id, by translation key, or by language and inner address.

    `originals` is the language of the original by translation key; a page that was never translated is not in it.
    """

    by_id: dict[int, Address] = field(default_factory=dict)
    by_key: dict[uuid.UUID, dict[str, Address]] = field(default_factory=lambda: defaultdict(dict))
    by_inner: dict[tuple[str, str], Address] = field(default_factory=dict)
    originals: dict[uuid.UUID, str] = field(default_factory=dict)

    def add(self, address: Address) -> None:
        self.by_id[address.page_id] = address
        self.by_key[address.key][address.language] = address
        self.by_inner[address.language, address.inner] = address

    def in_tree_order(self) -> list[Address]:
        return sorted(self.by_id.values(), key=lambda address: address.tree_path)


def _languages_by_id() -> dict[int, str]:
    return dict(Locale.objects.values_list("id", "language_code"))


def _short_titles() -> dict[int, str]:
    """The short titles by page id; each page type has its own column, most of them are empty."""
    found: dict[int, str] = {}
    for model in get_page_models():
        if any(field.name == "short_title" for field in model._meta.get_fields()):
            found |= dict(model.objects.exclude(short_title="").values_list("pk", "short_title"))
    return found


def _read() -> Addresses:
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    found = Addresses()
    if site is None:
        return found
    languages = locales.get()
    homes = Page.objects.filter(translation_key=site.root_page.translation_key)
    roots = {languages[home.locale_id]: home.url_path for home in homes}
    rows = Page.objects.live().public().filter(alias_of=None)
    columns = (
        "id",
        "translation_key",
        "locale_id",
        "url_path",
        "title",
        "content_type_id",
        "path",
        "last_published_at",
    )
    labels = _short_titles()
    for page_id, key, locale_id, url_path, title, content_type_id, path, published_at in rows.values_list(*columns):
        language = languages.get(locale_id, "")
        root = roots.get(language)
        if language in LANGUAGES and root and url_path.startswith(root):
            inner = f"/{url_path.removeprefix(root)}"
            label = labels.get(page_id) or title
            found.add(Address(page_id, key, language, inner, title, label, content_type_id, path, published_at))
    found.originals = {
        key: languages.get(locale_id, "")
        for key, locale_id in TranslationSource.objects.values_list("object_id", "locale_id")
    }
    return found


locales = Table("locales", _languages_by_id)
addresses = Table("addresses", _read)


def language_of(locale_id: int) -> str:
    """The language code of a locale's id."""
    return locales.get().get(locale_id, LANGUAGES[0])


def locale_id_of(language: str) -> int:
    """The id of a language's locale."""
    return next(key for key, code in locales.get().items() if code == language)


def find(language: str, inner: str) -> Address | None:
    """The public page at an inner address in one language, or None."""
    return addresses.get().by_inner.get((language, inner))


def localized(page_id: int, language: str) -> Address | None:
    """Where the page `page_id` stands in `language`; where it is missing there, where it stands itself."""
    table = addresses.get()
    own = table.by_id.get(page_id)
    return table.by_key[own.key].get(language, own) if own else None


def versions(key: uuid.UUID) -> list[Address]:
    """All language versions of a page, in the order of the languages."""
    found = addresses.get().by_key.get(key, {})
    return [found[language] for language in LANGUAGES if language in found]


def original_of(address: Address) -> Address | None:
    """The original of a translation; None for an original, and where the original is not public."""
    table = addresses.get()
    language = table.originals.get(address.key, address.language)
    return None if language == address.language else table.by_key[address.key].get(language)


def above(address: Address) -> Iterator[Address]:
    """The pages above `address`, from the home page down."""
    parts = [part for part in address.inner.split("/") if part]
    for count in range(len(parts)):
        inner = "/" + "".join(f"{part}/" for part in parts[:count])
        found = find(address.language, inner)
        if found:
            yield found

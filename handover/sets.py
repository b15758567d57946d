"""Sets of pages: made at a kiosk, opened on a phone by a code, or by an address that names the pages itself.

The address without a code (`encode`, `decode`) is for a kiosk without a network; docs/handover.md has its format.
"""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import Page

from core import addresses
from core.addresses import Address
from core.classification import Area
from core.languages import LANGUAGES
from countries.models import ShopFrontPage
from handover.codes import is_code, new_code, tidy
from handover.models import HandOver
from search.models import Document

MOST = 30  # pages in a set
LIFE = datetime.timedelta(days=14)
CODE_LENGTH = 6
TRIES = 10  # to find a code that nobody has
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
LARGEST = 2**31 - 1  # what the id of a page can be
_PART = re.compile(r"[1-9a-z][0-9a-z]{0,5}")


class SetError(Exception):
    """No set can be made of this; the message says why."""


@dataclass(frozen=True)
class Item:
    """One page of a set: title, address, one sentence, and in which language it is."""

    title: str
    url: str
    summary: str
    language: str


@dataclass
class Contents:
    """What a set shows in one language."""

    items: list[Item] = field(default_factory=list)
    shop_fronts: list[ShopFrontPage] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)  # titles of pages that are not public any more
    lost: int = 0  # pages of which nothing is known any more

    @property
    def is_empty(self) -> bool:
        return not (self.items or self.shop_fronts or self.gone)

    @property
    def in_other_languages(self) -> int:
        """How many pages are not in the language that is shown."""
        return sum(1 for item in self.items if item.language)


def encode(page_ids: Iterable[int]) -> str:
    """The ids in base 36, joined by dots."""
    return ".".join(_base_36(page_id) for page_id in page_ids)


def _base_36(number: int) -> str:
    signs = ""
    while number:
        number, value = divmod(number, 36)
        signs = DIGITS[value] + signs
    return signs or "0"


def decode(text: str) -> list[int] | None:
    """The ids in an address; None for anything that `encode` does not write."""
    parts = text.split(".")
    if len(parts) > MOST or len(set(parts)) < len(parts) or not all(_PART.fullmatch(part) for part in parts):
        return None
    found = [int(part, 36) for part in parts]
    return found if max(found) <= LARGEST else None


def create(page_ids: Iterable[int], language: str, office: str = "") -> HandOver:
    """Keep a set for 14 days; unknown, private and draft pages are left out. Raises SetError."""
    if language not in LANGUAGES:
        raise SetError("The language is unknown.")
    public = addresses.addresses.get().by_id
    known = [page_id for page_id in dict.fromkeys(page_ids) if page_id in public][:MOST]
    if not known:
        raise SetError("None of these pages is public.")
    if not Area.objects.filter(code=office).exists():
        office = ""
    now = timezone.now()
    for _ in range(TRIES):
        try:
            with transaction.atomic():
                return HandOver.objects.create(
                    code=new_code(CODE_LENGTH), language=language, page_ids=known, office=office, created_at=now,
                    expires_at=now + LIFE,
                )  # fmt: skip
        except IntegrityError:
            continue
    raise SetError("No free code was found.")


def find(text: str) -> HandOver | None:
    """The set of a code as somebody typed it; None if it is unknown or expired."""
    code = tidy(text)
    return HandOver.objects.valid().filter(code=code).first() if is_code(code, CODE_LENGTH) else None


def forget_expired() -> None:
    """Delete for good what works no longer."""
    HandOver.objects.filter(expires_at__lte=timezone.now()).delete()


def contents_of(page_ids: list[int], language: str) -> Contents:
    """The pages of a set in `language`, else in the language they have, in the order in which they were collected."""
    table = addresses.addresses.get().by_id
    missing = [page_id for page_id in page_ids if page_id not in table]
    elsewhere, titles = _missing(missing, language)
    found = Contents()
    public: dict[int, Address] = {}
    for page_id in page_ids:
        address = addresses.localized(page_id, language) or elsewhere.get(page_id)
        if address:
            public[address.page_id] = address
        elif page_id in titles:
            found.gone.append(titles[page_id])
        else:
            found.lost += 1
    found.shop_fronts = _shop_fronts(public)
    offices = {page.pk for page in found.shop_fronts}
    summaries = dict(Document.objects.filter(page_id__in=public).values_list("page_id", "summary"))
    found.items = [
        Item(address.title, address.url, summaries.get(page_id, ""),
             "" if address.language == language else address.language)
        for page_id, address in public.items()
        if page_id not in offices
    ]  # fmt: skip
    return found


def _shop_fronts(public: dict[int, Address]) -> list[ShopFrontPage]:
    kind = ContentType.objects.get_for_model(ShopFrontPage).pk
    ids = [page_id for page_id, address in public.items() if address.content_type_id == kind]
    if not ids:
        return []
    return sorted(ShopFrontPage.objects.live().filter(pk__in=ids).with_place(), key=lambda page: ids.index(page.pk))


def _missing(page_ids: list[int], language: str) -> tuple[dict[int, Address], dict[int, str]]:
    """Of pages that are not public: where another version is, else the title, if it has ever stood on a public page."""
    if not page_ids:
        return {}, {}
    rows = Page.objects.filter(pk__in=page_ids).exclude(first_published_at=None).public()
    elsewhere, titles = {}, {}
    for page in rows:
        versions = {address.language: address for address in addresses.versions(page.translation_key)}
        if versions:
            elsewhere[page.pk] = versions.get(language) or next(iter(versions.values()))
        else:
            titles[page.pk] = page.title
    return elsewhere, titles

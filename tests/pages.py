"""What tests need to know of the page types: one page of each, in a language."""

from wagtail.models import Page

from core import addresses
from core.addresses import Address
from countries.models import CountriesIndexPage, CountryPage, PilotAreaPage, PilotAreasIndexPage, ShopFrontPage
from home.models import (
    GuidePage,
    HelpIndexPage,
    HelpPage,
    HomePage,
    NewsIndexPage,
    NewsPage,
    StagePage,
    StandardPage,
)
from services.models import SectorPage, SectorsIndexPage, ServicePage, ServicesIndexPage

# The budgets of content-model.md: queries with menu, locale and classification tables warm, page cache off.
BUDGETS: dict[type[Page], int] = {
    HomePage: 20,
    StagePage: 12,
    GuidePage: 12,
    ServicesIndexPage: 20,
    ServicePage: 20,
    CountriesIndexPage: 12,
    CountryPage: 18,
    PilotAreasIndexPage: 12,
    PilotAreaPage: 18,
    ShopFrontPage: 18,
    SectorsIndexPage: 12,
    SectorPage: 12,
    StandardPage: 12,
    NewsIndexPage: 12,
    NewsPage: 12,
    HelpIndexPage: 12,
    HelpPage: 12,
}
PAGE_TYPES = list(BUDGETS)
VIEWS = ("search/", "search/?q=pensie", "finder/", "finder/?intent=back&here=netherlands&there=cahul",
         "services/providers/", "services/providers/anofm/", "nothing-here/", "offline/", "mine/",
         "mine/222222/", "mine/p/a.b.c/", "check/", "check/2222-2222-2222/")  # fmt: skip


def addresses_of(model: type[Page], language: str) -> list[Address]:
    """All public pages of one type in one language, in tree order."""
    ids = set(model.objects.live().values_list("pk", flat=True))
    found = addresses.addresses.get().in_tree_order()
    return [address for address in found if address.page_id in ids and address.language == language]


def longest_page(model: type[Page], language: str) -> Address:
    """The page of a type that has most to show: the one whose original has the longest text."""
    pages = {page.pk: page for page in model.objects.live()}

    def size(address: Address) -> int:
        page = pages[address.page_id]
        body = getattr(page, "body", None)
        return len(str(body.raw_data)) if body is not None and hasattr(body, "raw_data") else 0

    return max(addresses_of(model, language), key=size)

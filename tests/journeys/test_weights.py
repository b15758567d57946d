"""The budgets of weight: what really goes over the wire, compressed."""

import pytest

from tests.journeys.templates import LANGUAGES

KB = 1024
FIRST_VIEW, TEXT_PAGE = (60 * KB, 6), (36 * KB, 4)
TEXT_PAGES = ("/before-you-go/having-your-diploma-recognised/", "/services/pare-1-plus-1/", "/about/", "/mine/",
              "/mine/p/a.b.c.d.e/", "/check/")  # fmt: skip


def weigh(open_page, path):
    """(bytes over the wire, requests) of one page with an empty cache."""
    page = open_page("/robots.txt")
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sizes = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(path, wait_until="networkidle")
    return sum(sizes), len(sizes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_view_fits_its_budget(open_page, language):
    size, requests = weigh(open_page, f"/{language}/")
    assert size <= FIRST_VIEW[0]
    assert requests <= FIRST_VIEW[1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", TEXT_PAGES)
def test_a_text_page_fits_its_budget(open_page, path, language):
    size, requests = weigh(open_page, f"/{language}{path}")
    assert size <= TEXT_PAGE[0]
    assert requests <= TEXT_PAGE[1]

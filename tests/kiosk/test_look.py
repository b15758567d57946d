"""Large text and colours for one visitor (K7, K13)."""

import math

import pytest

from tests.kiosk.screens import SIZES, findings, is_sideways, open_panel, switch_language, too_small

pytestmark = [pytest.mark.journey, pytest.mark.slow]
GUIDE = "/before-you-go/having-your-diploma-recognised/"
TABLES = (
    "/life-abroad/social-security-between-countries/", "/coming-back/bringing-your-belongings/",
    "/before-you-go/your-work-contract/", "/coming-back/pension-earned-abroad/", "/coming-back/planning-your-return/",
)  # fmt: skip
PAGES = (
    GUIDE,
    "/services/pare-1-plus-1/",
    "/pilot-areas/ungheni/shop-front/",
    "/pilot-areas/cahul/",
    "/countries/nigeria/",
)
MORE = (
    "/",
    "/before-you-go/",
    "/services/",
    "/get-help-now/",
    "/news/",
    "/sectors/health-care/",
    "/services/providers/anofm/",
)
DISTANCE, ANGLE = 500, 0.7  # millimetres from the eye; degrees of capital height (K7)
CAPITAL = """(selector) => {
  const style = getComputedStyle(document.querySelector(selector)), canvas = document.createElement("canvas").getContext("2d");
  canvas.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  return canvas.measureText("H").actualBoundingBoxAscent;
}"""
SMALLEST = """() => {
  const walker = document.createTreeWalker(document.getElementById("main"), NodeFilter.SHOW_TEXT), sizes = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (walker.currentNode.data.trim() && element.checkVisibility()) sizes.push(parseFloat(getComputedStyle(element).fontSize));
  }
  return Math.min(...sizes);
}"""
WIDE_TABLES = (
    "() => [...document.querySelectorAll('.table')].filter((table) => table.scrollWidth > table.clientWidth).length"
)


def large(page):
    open_panel(page, "look").locator("[data-look-text=large]").tap()
    return page


def theme(page):
    return page.evaluate("[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]")


def chosen(page, kind):
    return page.locator(f"[data-look-{kind}][aria-pressed=true]").get_attribute(f"data-look-{kind}")


@pytest.mark.parametrize("mm_per_px", [0.248, 0.369], ids=["21.5 inch", "32 inch"])
def test_capitals_of_large_text_are_seen_under_an_angle_that_tired_eyes_can_read(open_screen, mm_per_px):
    page = large(open_screen(f"/ru{GUIDE}"))
    page.evaluate("mm => document.documentElement.style.setProperty('--mm', String(1 / mm))", mm_per_px)
    height = page.evaluate(CAPITAL, "#main .text p, #main p") * mm_per_px
    assert math.degrees(math.atan(height / DISTANCE)) >= ANGLE


def smallest(page, text=""):
    """The size of the smallest text of each page, in pixels."""
    found = {}
    for path in PAGES:
        page.goto(f"/ru{path}")
        page.wait_for_selector("html[data-ready]")
        page.evaluate("text => { document.documentElement.dataset.text = text; }", text)
        found[path] = page.evaluate(SMALLEST)
    return found


def test_no_text_of_a_page_is_smaller_than_24_pixels(open_screen):
    sizes = smallest(open_screen("/ru/about/"))
    assert {path: size for path, size in sizes.items() if size < 24} == {}


def test_all_text_of_a_page_grows(open_screen):
    sizes = smallest(open_screen("/ru/about/"), "large")
    assert {path: size for path, size in sizes.items() if size < 30} == {}


def sideways(page, language, paths):
    """The pages on which something is wider than the screen in large text."""
    found = []
    for path in paths:
        page.goto(f"/{language}{path}")
        page.wait_for_selector("html[data-ready]")
        page.evaluate("document.documentElement.dataset.text = 'large'")
        if is_sideways(page) or page.evaluate(WIDE_TABLES):
            found.append((language, path))
    return found


def test_nothing_scrolls_sideways_in_large_text(open_screen, language):
    page = open_screen(f"/{language}/about/")
    assert sideways(page, language, PAGES + TABLES[:2]) == []


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_scrolls_sideways_in_large_text_on_any_kind_of_page(open_screen, language, size):
    page = open_screen(f"/{language}/about/", width=size[0], height=size[1])
    assert sideways(page, language, PAGES + TABLES + MORE) == []


def test_colours_change_at_once(open_screen):
    page = open_panel(open_screen("/ro/about/"), "look")
    found = [theme(page)]
    for name in ("dark", "contrast"):
        page.locator(f"[data-look-theme={name}]").tap()
        found.append(theme(page))
    assert found[2] == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    assert len({tuple(pair) for pair in found}) == 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_of_the_screen_are_the_ones_marked_first(open_screen, scheme):
    assert chosen(open_panel(open_screen("/ro/about/", scheme=scheme), "look"), "theme") == scheme


def test_a_dark_screen_can_be_made_light(open_screen):
    page = open_panel(open_screen("/ro/about/", scheme="dark"), "look")
    before = theme(page)
    page.locator("[data-look-theme=light]").tap()
    assert theme(page) != before


def test_what_was_chosen_stays_on_the_next_page_and_in_another_language(open_screen):
    page = large(open_screen("/ro/about/"))
    page.locator("[data-look-theme=dark]").tap()
    switch_language(page, "ru")
    open_panel(page, "look")
    assert (chosen(page, "text"), chosen(page, "theme")) == ("large", "dark")


def test_normal_brings_the_usual_text_back(open_screen):
    page = large(open_screen("/ro/about/"))
    page.locator("[data-look-text='']").tap()
    assert page.evaluate("'text' in document.documentElement.dataset") is False


def test_nothing_of_it_is_kept_for_the_next_visitor(open_screen):
    page = large(open_screen("/ro/about/"))
    kept = page.evaluate("[Object.keys(localStorage), Object.keys(sessionStorage), document.cookie]")
    page.locator(".kiosk-bar [data-act=finish]").tap()
    page.wait_for_url("**/kiosk/")
    assert kept == [["kiosk-beat"], ["kiosk-session"], ""]
    assert page.evaluate("'text' in document.documentElement.dataset") is False


def test_the_end_of_a_visit_brings_the_usual_look_back_at_once(open_screen):
    page = large(open_screen("/ro/about/"))
    page.locator("[data-look-theme=contrast]").tap()
    page.evaluate("Look.reset()")
    assert page.evaluate("[document.documentElement.dataset.text, document.documentElement.dataset.theme]") == [
        None,
        None,
    ]


def test_the_page_can_be_seen_while_one_chooses(open_screen):
    page = open_panel(open_screen("/ru/about/"), "look")
    assert page.locator("#panel-look").bounding_box()["y"] > page.locator("#main h1").bounding_box()["y"] + 400


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("is_large", [False, True], ids=["normal", "large"])
def test_controls_are_large_enough_for_a_thumb(open_screen, size, is_large):
    page = open_panel(open_screen("/ru/about/", width=size[0], height=size[1]), "look")
    if is_large:
        page.locator("[data-look-text=large]").tap()
    assert too_small(page, "#panel-look button") == []
    assert not is_sideways(page, "#panel-look")


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_axe_finds_nothing_in_the_panel_and_in_a_guide_in_large_text(open_screen, name):
    page = large(open_screen(f"/ru{GUIDE}"))
    page.locator(f"[data-look-theme={name}]").tap()
    assert findings(page, "#panel-look") + findings(page, "#main") == []

"""The keyboard on the kiosk's screen: large enough, under the field, for fingers, keyboards and screen readers alike."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from core.languages import LANGUAGES
from tests.kiosk.search_page import ROOT, SIZES, letters_of, tap

pytestmark = [pytest.mark.django_db, pytest.mark.journey, pytest.mark.slow]
MM = 4.03  # pixels of a millimetre of a 21.5 inch screen
KEY, GAP, CONTROL = 15 * MM - 0.5, 3 * MM - 0.5, 20 * MM - 1
AXE = Path(ROOT / "node_modules/axe-core/axe.min.js").read_text()
OWN_LETTERS = {"ro": "ăâîșț", "ru": "ёйцукенгшщзхъфывапролджэячсмитьбю", "nl": "éëï", "en": "éëï"}
PASSPORT = {"ro": "pașaport", "ru": "паспорт", "nl": "paspoort", "en": "passport"}
BOXES = """() => [...document.querySelectorAll(".keyboard .key")].map((key) => {
    const {left, top, right, bottom} = key.getBoundingClientRect(); return {left, top, right, bottom}; })"""
value = "document.querySelector('[data-part=field]').value"


@pytest.fixture(params=SIZES, ids=["portrait", "landscape"])
def size(request):
    return {"width": request.param[0], "height": request.param[1]}


def test_keys_are_15_mm_with_3_mm_between(open_search, language, size):
    boxes = open_search(language, **size).evaluate(BOXES)
    small = [box for box in boxes if min(box["right"] - box["left"], box["bottom"] - box["top"]) < KEY]
    near = [
        (a, b) for a in boxes for b in boxes if a is not b
        and max(a["left"] - b["right"], b["left"] - a["right"], a["top"] - b["bottom"], b["top"] - a["bottom"]) < GAP
    ]  # fmt: skip
    assert (small, near) == ([], [])


def test_it_stands_in_the_lower_half_and_within_the_screen(open_search, size):
    boxes = open_search("ru", **size).evaluate(BOXES)
    assert min(box["left"] for box in boxes) >= 0
    assert max(box["right"] for box in boxes) <= size["width"]
    assert min(box["top"] for box in boxes) >= size["height"] / 2
    assert max(box["bottom"] for box in boxes) <= size["height"]


def test_it_never_covers_the_field(open_search, size):
    page = open_search("ro", **size)
    page.evaluate("document.querySelector('h1').style.setProperty('height', '3000px')")
    page.locator("[data-key=hide]").tap()
    page.locator("[data-part=field]").tap()
    tap(page, "pa")
    page.locator("[role=option]").first.wait_for()
    field, keyboard = (page.locator(name).bounding_box() for name in ("[data-part=field]", ".keyboard"))
    assert 0 <= field["y"] <= keyboard["y"] - field["height"]


def test_each_language_has_its_letters(open_search, language):
    page = open_search(language)
    tap(page, OWN_LETTERS[language])
    assert page.evaluate(value) == OWN_LETTERS[language]


def test_digits_and_signs_are_on_every_layout(open_search):
    page = open_search("ro")
    for language in LANGUAGES:
        letters_of(page, language)
        tap(page, "1 2-3,4.5@")
        assert page.evaluate(value) == "1 2-3,4.5@"
        page.locator("[data-key=clear]").tap()


def test_shift_is_for_one_letter(open_search):
    page = open_search("ro")
    page.locator("[data-key=shift]").tap()
    page.locator("[data-key='ș']").tap()
    tap(page, "i")
    assert page.evaluate(value) == "Și"


def test_the_field_keeps_the_focus(open_search):
    page = open_search("ro")
    tap(page, "a")
    page.locator("[data-key=b]").click()
    assert page.evaluate("document.activeElement.dataset.part") == "field"


def test_letters_come_where_the_cursor_stands(open_search):
    page = open_search("ro")
    tap(page, "acte")
    page.keyboard.press("Home")
    tap(page, "f")
    page.locator("[data-key=backspace]").tap()
    tap(page, "p")
    assert page.evaluate(value) == "pacte"


def test_a_held_backspace_erases_on(open_search):
    page = open_search("ro")
    page.keyboard.insert_text("pașaport")
    box = page.locator("[data-key=backspace]").bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    expect(page.locator("[data-part=field]")).to_have_value("")
    page.mouse.up()


def test_a_real_keyboard_works_beside_it(open_search):
    page = open_search("en")
    tap(page, "pass")
    page.keyboard.type("port")
    page.keyboard.press("Enter")
    page.locator("[data-part=results] h3 a").first.wait_for()
    assert page.locator(".keyboard").count() == 0


def test_a_screen_reader_presses_keys_by_their_names(open_search):
    page = open_search("en")
    for name in ("a", "Space", "hyphen", "Capital letter", "B", "Delete the last letter"):
        page.get_by_role("button", name=name, exact=True).dispatch_event("click", {"detail": 0})
    assert page.evaluate(value) == "a -"


def test_no_other_keyboard_opens(open_search):
    assert open_search("ro").locator("[data-part=field]").get_attribute("inputmode") == "none"


def test_the_tap_that_searches_opens_nothing_under_the_keyboard(open_search):
    page = open_search("ro")
    tap(page, "diploma")
    page.locator(".keyboard [data-key=enter]").tap()
    page.locator("[data-part=results] h3 a").first.wait_for()
    assert page.url.endswith("/ro/")


def test_it_goes_with_the_page_that_had_the_field(open_search):
    page = open_search("ro")
    page.evaluate("document.body.replaceChildren(); SearchPanel.init(document)")
    assert page.evaluate("[document.querySelector('.keyboard'), document.documentElement.className]") == [None, ""]


def test_other_controls_are_20_mm(open_search, size):
    page = open_search("ro", **size)
    controls = [*page.locator(".search-panel button:visible, [data-part=field], [data-part=popular] a").all()]
    page.keyboard.insert_text("diplma")
    page.locator(".keyboard [data-key=enter]").tap()
    page.locator("[data-part=list] li").first.wait_for()
    controls += page.locator(".search-panel button:visible, [data-part=list] li").all()
    assert [box for control in controls if (box := control.bounding_box()) and box["height"] < CONTROL] == []


def test_text_is_24_pixels_or_more(open_search, language):
    page = open_search(language)
    tap(page, OWN_LETTERS[language][0])
    small = """() => [...document.querySelectorAll(".search-panel *, .keyboard *")].filter((each) =>
        [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) && each.checkVisibility()
        && parseFloat(getComputedStyle(each).fontSize) < 24).map((each) => each.outerHTML)"""
    assert page.evaluate(small) == []


def test_no_word_of_a_key_is_cut_off(open_search, language, size):
    page = open_search(language, **size)
    cut = "() => [...document.querySelectorAll('.key')].filter((key) => key.scrollWidth > key.clientWidth).map((key) => key.textContent)"
    assert page.evaluate(cut) == []


@pytest.mark.parametrize(
    "theme", ["light", *(pytest.param(name, marks=pytest.mark.slow) for name in ("dark", "contrast"))]
)
def test_axe_finds_nothing(open_search, language, theme):
    page = open_search(language)
    page.evaluate("theme => document.documentElement.setAttribute('data-theme', theme)", theme)
    tap(page, PASSPORT[language])
    page.locator("[role=option]").first.wait_for()
    page.evaluate(AXE)
    typing = page.evaluate(
        "axe.run(document).then((found) => found.violations.map((each) => each.id + each.nodes[0].html))"
    )
    page.locator(".keyboard [data-key=enter]").tap()
    page.locator("[data-part=results] h3 a").first.wait_for()
    reading = page.evaluate(
        "axe.run(document).then((found) => found.violations.map((each) => each.id + each.nodes[0].html))"
    )
    assert (typing, reading) == ([], [])

"""The journey finder on a touch screen: one question at a time, an answer to everything, and no trace (K14)."""

import pytest

from tests.kiosk.screens import SIZES, findings, is_sideways, open_panel, switch_language, too_small

pytestmark = [pytest.mark.journey, pytest.mark.slow]
PAGE = "/about/"
ANSWERS = ("going", "moldova", "netherlands")


def begin(open_screen, language="ro", **options):
    return open_panel(open_screen(f"/{language}{PAGE}", **options), "finder")


def choose(page, *codes):
    for code in codes:
        page.locator(f"[data-finder-choice='{code}']:visible").tap()
    return page


def answered(page, *codes):
    choose(page, *codes or ANSWERS).locator("[data-finder-answer]").wait_for()
    return page


def links(page, part):
    return page.locator(f"[data-finder-{part}] a").evaluate_all("links => links.map(link => link.getAttribute('href'))")


def question(page):
    return page.evaluate("document.querySelector('[data-finder-step]:not([hidden])').dataset.finderStep")


def test_three_answers_lead_to_guides_services_and_a_person(open_screen, language):
    page = answered(begin(open_screen, language))
    found = [links(page, part) for part in ("guides", "services", "person")]
    assert [len(rows) for rows in found] == [3, 2, 1]
    assert all(path.startswith(f"/{language}/") for rows in found for path in rows)


def test_nothing_has_to_be_said_of_the_places(open_screen):
    page = answered(begin(open_screen), "back", "", "")
    assert [len(links(page, part)) for part in ("guides", "services", "person")] == [3, 2, 1]


@pytest.mark.parametrize("codes", [(), ANSWERS[:1], ANSWERS[:2]], ids=len)
def test_one_question_is_on_the_screen_and_has_the_focus(open_screen, codes):
    page = choose(begin(open_screen), *codes)
    assert page.locator("#panel-finder h2:visible").count() == 1
    assert page.locator("#panel-finder h2:visible").evaluate("head => head === document.activeElement")


def test_the_number_of_the_question_is_announced(open_screen):
    said = choose(begin(open_screen, "en"), "going").locator("[data-finder-said]")
    assert (said.get_attribute("role"), said.inner_text()) == ("status", "Question 2 of 3")


def test_back_asks_the_question_before_and_shows_what_was_chosen(open_screen):
    page = choose(begin(open_screen), "settling")
    page.locator("[data-finder-back]").tap()
    assert (
        page.locator("[data-finder-choice][aria-pressed=true]:visible").get_attribute("data-finder-choice")
        == "settling"
    )


def test_the_answer_says_what_was_chosen(open_screen):
    page = answered(begin(open_screen, "en"))
    assert page.locator(".finder-chosen b").all_inner_texts() == ["I am going abroad", "Moldova", "the Netherlands"]


def test_one_answer_is_changed_in_place(open_screen):
    page = answered(begin(open_screen), "back", "netherlands", "cahul")
    before = links(page, "person")
    page.locator("[data-finder-go='2']").tap()
    answered(page, "ungheni")
    assert before != links(page, "person") == ["/ro/pilot-areas/ungheni/shop-front/"]


def test_the_answer_is_there_again_after_a_page(open_screen):
    page = answered(begin(open_screen))
    found = links(page, "guides")
    page.locator("[data-finder-guides] a").first.tap()
    page.wait_for_function("path => Pages.path === path", arg=found[0])
    assert links(open_panel(page, "finder"), "guides") == found


def test_the_answer_is_there_again_in_another_language(open_screen):
    page = switch_language(answered(begin(open_screen)), "ru")
    open_panel(page, "finder").locator("[data-finder-answer]").wait_for()
    assert all(path.startswith("/ru/") for path in links(page, "guides"))


def test_who_begins_again_finds_nothing_chosen(open_screen):
    page = answered(begin(open_screen))
    page.locator("[data-finder-again]").tap()
    assert (question(page), page.locator("[data-finder-choice][aria-pressed=true]").count()) == ("0", 0)


def test_the_next_visitor_finds_the_first_question(open_screen):
    page = answered(begin(open_screen))
    page.locator(".kiosk-bar [data-act=finish]").tap()
    page.wait_for_url("**/kiosk/")
    page.goto(f"/ro{PAGE}")
    page.wait_for_selector("html[data-ready]")
    assert question(open_panel(page, "finder")) == "0"


def test_no_address_and_no_request_says_what_was_chosen(open_screen):
    page, asked = open_screen(f"/ro{PAGE}"), []
    before = page.evaluate("[location.href, history.length]")
    page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    answered(open_panel(page, "finder"))
    assert page.evaluate("[location.href, history.length]") == before
    assert [url for url in asked if any(code in url for code in ANSWERS)] == []


def test_without_its_data_the_finder_says_so(open_screen):
    page = open_screen(f"/en{PAGE}")
    page.route("**/kiosk/finder/*.json", lambda route: route.abort())
    answered(open_panel(page, "finder"))
    assert page.locator("[data-finder-failed]").is_visible()


def test_the_finder_works_with_the_keyboard_alone(open_screen):
    page = begin(open_screen)
    for _ in ANSWERS:
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    page.locator("[data-finder-answer]").wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.finderGo") == "0"


def test_a_page_without_the_panel_is_left_alone(open_screen):
    assert open_screen(f"/ro{PAGE}").evaluate("Finder.init(document.createElement('main')) === undefined")


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("codes", [(), ANSWERS[:1], ANSWERS], ids=len)
def test_controls_are_large_enough_for_a_thumb(open_screen, size, codes):
    page = choose(begin(open_screen, "ru", width=size[0], height=size[1]), *codes)
    assert too_small(page, ".finder-panel button, .finder-rows li") == []


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_scrolls_sideways_in_large_text(open_screen, size):
    page = begin(open_screen, "ru", width=size[0], height=size[1])
    page.evaluate("document.documentElement.dataset.text = 'large'")
    wide = [
        is_sideways(choose(page, *codes), "#panel-finder") for codes in [(), ANSWERS[:1], ANSWERS[1:2], ANSWERS[2:]]
    ]
    assert not any(wide)


def found_by_axe(page):
    found = findings(page, "#panel-finder") + findings(choose(page, "going"), "#panel-finder")
    return found + findings(answered(page, *ANSWERS[1:]), "#panel-finder")


@pytest.mark.parametrize("spoken,scheme", [("ru", "light"), ("ro", "dark")])
def test_axe_finds_nothing_in_the_questions_and_the_answer(open_screen, spoken, scheme):
    assert found_by_axe(begin(open_screen, spoken, scheme=scheme)) == []


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_language(open_screen, language, scheme):
    assert found_by_axe(begin(open_screen, language, scheme=scheme)) == []

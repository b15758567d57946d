"""What a reader does."""

import datetime

import pytest

from tests.journeys.templates import LANGUAGES

DIPLOMA = "/before-you-go/having-your-diploma-recognised/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_finds_recognition_of_diplomas_in_three_taps_without_script(open_page, language):
    page = open_page(f"/{language}/", script=False)
    page.locator("ol.road a").first.click()
    page.locator(f"main a[href='/{language}{DIPLOMA}']").click()
    assert page.url.endswith(f"/{language}{DIPLOMA}")
    assert page.locator("ol.steps").count() >= 1


def test_a_reader_switches_language_and_stays_on_the_page(open_page):
    page = open_page(f"/ro{DIPLOMA}")
    page.get_by_role("link", name="Русский").click()
    assert page.url.endswith(f"/ru{DIPLOMA}")


def test_the_switch_is_remembered_at_the_front_door(open_page):
    page = open_page("/ro/")
    page.get_by_role("link", name="Nederlands").click()
    page.goto("/")
    assert page.url.endswith("/nl/")


def test_without_script_the_front_door_goes_by_the_language_of_the_browser(open_page):
    assert open_page("/", script=False, language="ru-RU").url.endswith("/ru/")


def test_a_guide_prints_without_navigation_on_paper_with_its_address(open_page):
    page = open_page(f"/nl{DIPLOMA}", width=794)
    page.emulate_media(media="print")
    for selector in (".languages", ".menu", ".footer-columns", ".page-tools", ".road-slim"):
        assert not page.locator(selector).first.is_visible(), selector
    assert DIPLOMA in page.locator(".print-foot").inner_text()
    assert len(page.pdf(format="A4")) > 10_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_screen_shows_name_sentence_search_and_the_beginning_of_the_road(open_page, language):
    page = open_page(f"/{language}/")
    for selector in (".logo", "h1", ".lead", "input[name=q]", "ol.road li:first-child a"):
        box = page.locator(selector).first.bounding_box()
        assert box["y"] + box["height"] <= 640, selector


def test_the_finder_answers_from_a_stage_page_without_script(open_page):
    page = open_page("/ru/coming-back/", script=False)
    page.select_option("#here", "netherlands")
    page.select_option("#there", "cahul")
    page.locator("form.finder button").click()
    assert page.locator("main .link-list li").count() >= 5
    assert page.locator("main .contact-name").first.is_visible()


def test_search_works_without_script_and_keeps_the_words(open_page):
    page = open_page("/ro/", script=False)
    page.fill("#q", "diploma")
    page.locator("form[role=search] button").click()
    assert page.locator("#q").input_value() == "diploma"
    assert page.locator("ol.results li").count() >= 1


def test_the_menu_opens_without_script_and_closes_with_escape(open_page):
    page = open_page("/ro/")
    page.locator("details.menu summary").click()
    assert page.locator(".menu-panel a").first.is_visible()
    page.keyboard.press("Escape")
    assert not page.locator(".menu-panel a").first.is_visible()


def test_text_size_and_theme_are_kept_on_this_device_only(open_page):
    page = open_page("/ro/")
    page.locator("[data-set-theme=dark]").click()
    page.locator("[data-set-text=large]").click()
    page.goto("/ro/about/")
    assert page.evaluate("[document.documentElement.dataset.theme, document.documentElement.dataset.text]") == [
        "dark",
        "large",
    ]
    assert page.context.cookies() == []


def test_buttons_that_need_script_are_hidden_without_it(open_page):
    page = open_page(f"/ro{DIPLOMA}", script=False)
    assert not page.locator("[data-print]").is_visible()
    assert not page.locator("[data-set-theme=dark]").is_visible()


def test_the_keyboard_reaches_the_text_first(open_page):
    page = open_page(f"/ro{DIPLOMA}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"


def test_a_status_that_is_out_of_date_is_corrected_in_the_page(open_page):
    page = open_page("/ro/pilot-areas/cahul/shop-front/")
    status = page.locator("[data-changes]").first
    after, changes = status.get_attribute("data-after"), status.get_attribute("data-changes")
    page.clock.set_fixed_time(datetime.datetime.fromisoformat(changes) + datetime.timedelta(minutes=1))
    page.reload()
    assert page.locator(".status").first.inner_text() == after

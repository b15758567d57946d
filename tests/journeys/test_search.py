"""Searching with the keyboard: suggestions as a combobox, narrowing, what was missed."""

import pytest
from playwright.sync_api import expect


@pytest.mark.journey
def test_suggestions_are_chosen_with_the_arrow_keys(open_page):
    page = open_page("/ro/search/")
    page.locator("#q").press_sequentially("scoa")
    box = page.get_by_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    expect(chosen).to_have_count(1)
    assert box.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    wanted = chosen.get_attribute("data-url")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{wanted}")


@pytest.mark.journey
def test_escape_closes_the_suggestions_and_keeps_what_was_typed(open_page):
    page = open_page("/en/search/")
    page.locator("#q").press_sequentially("dipl")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    assert page.input_value("#q") == "dipl"


@pytest.mark.journey
def test_results_are_narrowed_and_the_address_keeps_it(open_page):
    page = open_page("/ru/search/?q=pasport", width=1280)
    before = page.locator("ol.results > li").count()
    page.get_by_role("checkbox", name="Руководство").check()
    page.get_by_role("button", name="Показать").click()
    assert "kind=guidepage" in page.url
    assert 0 < page.locator("ol.results > li").count() <= before
    assert "Мы искали «паспорт»" in page.inner_text("main")


@pytest.mark.journey
def test_what_was_not_found_can_be_told(open_page):
    page = open_page("/nl/search/?q=xqzwv")
    page.get_by_role("link", name="Vertel ons wat u miste").click()
    page.fill("textarea", "Ik zoek iets over een rijbewijs.")
    page.get_by_role("button", name="Versturen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dank u")

"""A phone whose network comes and goes: what was read or saved opens, and nothing false is kept."""

import re

import pytest

from tests.weak_network import weak_network

pytestmark = pytest.mark.journey
GUIDE, STAGE = "/ro/before-you-go/papers-to-take/", "/ro/before-you-go/"
WAIT = "navigator.serviceWorker.ready.then(() => !!navigator.serviceWorker.controller)"


@pytest.fixture
def network(portal):
    with weak_network(portal) as network:
        yield network


@pytest.fixture
def phone(browser, network):
    """A browser of its own, with a worker that looks after the site."""
    context = browser.new_context(base_url=network.base, locale="ro", viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto("/ro/")
    page.wait_for_function(WAIT)
    yield page
    context.close()


def kept(page, path):
    page.wait_for_function(
        "path => Promise.all([caches.match(path, {ignoreVary: true})]).then(found => !!found[0])", arg=path
    )


def read(page, path):
    page.goto(path)
    kept(page, path)


def test_pages_that_were_read_open_without_a_network_and_say_that_they_are_copies(phone, network):
    read(phone, GUIDE)
    network.state = "dead"
    for path in (GUIDE, "/ro/"):
        phone.goto(path)
        assert phone.locator("main h1").count() == 1
        assert re.search(r"\d{4}", phone.locator("[data-copy-note]").inner_text())


def test_a_page_that_is_not_on_the_phone_offers_what_is(phone, network):
    read(phone, GUIDE)
    network.state = "dead"
    phone.goto("/ro/life-abroad/")
    phone.locator(f"a[href='{GUIDE}']").wait_for()
    assert phone.locator("[data-part=missing]").is_visible()
    phone.locator(f"a[href='{GUIDE}']").click()
    assert phone.url.endswith(GUIDE)


def test_a_network_that_is_silent_is_not_waited_for(phone, network):
    read(phone, GUIDE)
    network.state = "silent"
    phone.goto(GUIDE, timeout=20_000)
    assert phone.locator("[data-copy-note]").is_visible()


def test_a_captive_portal_is_shown_and_never_kept(phone, network):
    read(phone, GUIDE)
    network.state = "captive"
    phone.goto(GUIDE)
    assert phone.title() == "Wi-Fi"
    network.state = "dead"
    phone.goto(GUIDE)
    assert "NEXUS" in phone.title()


def test_searches_are_never_kept(phone, network):
    phone.goto("/ro/search/?q=pasaport")
    phone.wait_for_load_state("networkidle")
    keys = "caches.keys().then(names => Promise.all(names.map(name => caches.open(name).then(c => c.keys())))).then(all => all.flat().map(r => r.url))"
    assert not [url for url in phone.evaluate(keys) if "search" in url]


def test_a_chapter_is_saved_though_one_page_fails_and_the_rest_later(phone, network):
    phone.goto(STAGE)
    box = phone.locator("[data-chapter]")
    paths = box.get_attribute("data-chapter").split()
    network.broken = {paths[2]}
    box.get_by_role("button").click()
    said = box.locator("[role=status]")
    phone.wait_for_function(
        "() => /1/.test(document.querySelector('[data-chapter] [role=status]').textContent) && !document.querySelector('[data-chapter] button').hasAttribute('aria-disabled')"
    )
    assert str(len(paths) - 1) in said.inner_text()
    network.broken = set()
    box.get_by_role("button").click()
    kept(phone, paths[2])
    network.state = "dead"
    for path in (paths[0], paths[2], paths[-1]):
        phone.goto(path)
        assert phone.locator("main h1").count() == 1


def test_what_is_saved_is_listed_searched_and_deleted(phone, network):
    read(phone, GUIDE)
    network.state = "dead"
    phone.goto("/ro/offline/")
    phone.locator(f"a[href='{GUIDE}']").wait_for()
    phone.fill("#find", "pasaport")
    phone.locator("[data-part=found] mark").first.wait_for()
    phone.fill("#find", "")
    phone.locator("[data-part=some]").wait_for()
    phone.on("dialog", lambda dialog: dialog.accept())
    phone.locator("[data-part=forget]").click()
    phone.locator("[data-part=none]").wait_for()
    phone.goto(GUIDE)
    assert phone.locator("[data-part=missing]").is_visible()

"""A phone whose network fails: what was read stays, what is not ours is never kept, a chapter can be saved."""

import time

import pytest

from tests.journeys.network import network
from tests.journeys.templates import LANGUAGES
from tests.served import served

DIPLOMA = "/before-you-go/having-your-diploma-recognised/"
CHAPTER = "/before-you-go/"
COUNT = """async () => { const found = {};
  for (const name of await caches.keys()) found[name.replace(/-[^-]*$/, "")] =
    (await (await caches.open(name)).keys()).map(request => new URL(request.url).pathname);
  return found; }"""

GONE = "!(await navigator.serviceWorker.getRegistrations()).length && !(await caches.keys()).length"


@pytest.fixture
def net(portal):
    with network(portal) as between:
        yield between


@pytest.fixture
def phone(browser, net):
    """A phone with an empty memory, behind the network."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, locale="ro", base_url=net.base)
    page = context.new_page()
    page.cdp = context.new_cdp_session(page)
    yield page
    net.close()
    context.close()


def until(page, condition, seconds=10):
    """Wait until an expression, which may await, is true (wait_for_function takes a promise for a yes)."""
    end = time.monotonic() + seconds
    while not page.evaluate(f"(async () => {condition})()"):
        assert time.monotonic() < end, condition
        page.wait_for_timeout(100)


def visit(page, path):
    """Open a page and wait until the worker has what it keeps of it."""
    page.goto(path)
    page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
    until(page, f"!!(await caches.match('{path}', {{ignoreVary: true}}))")


def without_http_cache(page):
    """Nothing but the worker's own memory may answer."""
    page.cdp.send("Network.clearBrowserCache")


def kept(page):
    return page.evaluate(COUNT)


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_that_were_read_open_when_the_server_is_dead(phone, net, language):
    paths = [f"/{language}/about/", f"/{language}{DIPLOMA}"]
    titles = []
    for path in paths:
        visit(phone, path)
        titles.append(phone.locator("h1").inner_text())
    net.die()
    without_http_cache(phone)
    for path, title in zip(paths, titles, strict=True):
        phone.goto(path)
        assert phone.locator("h1").inner_text() == title
        assert phone.locator("[data-copy-note]").is_visible()
        assert "20" in phone.locator("[data-copy-note]").inner_text()
        assert phone.evaluate("getComputedStyle(document.querySelector('.site-header')).borderBottomStyle") == "solid"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_that_was_not_read_shows_what_is_on_the_phone(phone, net, language):
    visit(phone, f"/{language}/about/")
    title = phone.locator("h1").inner_text()
    net.die()
    without_http_cache(phone)
    phone.goto(f"/{language}/contact/")
    assert phone.locator("[data-part=missing]").is_visible()
    assert phone.evaluate("document.documentElement.lang") == language
    phone.locator("[data-part=pages] a", has_text=title).click()
    assert phone.url.endswith(f"/{language}/about/")
    assert phone.locator("h1").inner_text() == title


def test_a_server_that_hangs_is_left_after_three_seconds(phone, net):
    visit(phone, "/ro/about/")
    net.mode = "hanging"
    without_http_cache(phone)
    phone.goto(
        "/ro/about/", wait_until="domcontentloaded", timeout=25_000
    )  # less than the worker's 30 s without a copy
    assert phone.locator("[data-copy-note]").is_visible()


def test_a_server_that_is_broken_does_not_hide_a_page_that_was_read(phone, net):
    visit(phone, "/ro/about/")
    net.mode = "broken"
    without_http_cache(phone)
    phone.goto("/ro/about/")
    assert phone.locator("[data-copy-note]").is_visible()


def test_the_answer_of_a_captive_portal_is_shown_and_never_kept(phone, net):
    visit(phone, "/ro/about/")
    title = phone.locator("h1").inner_text()
    before = kept(phone)
    net.mode = "captive"
    without_http_cache(phone)
    for path in ("/ro/about/", "/ro/contact/"):
        phone.goto(path)
        assert phone.locator("h1").inner_text() == "Please log in"
    phone.wait_for_timeout(300)
    assert kept(phone) == before
    net.die()
    phone.goto("/ro/about/")
    assert phone.locator("h1").inner_text() == title


def test_what_is_asked_or_written_is_never_kept(phone, net):
    visit(phone, "/ro/about/")
    for path in ("/ro/search/", "/ro/search/?q=pensie", "/ro/search/missed/", "/ro/finder/?intent=back", "/ro/nothing/",
                 "/ro/contact/?from=mail", "/admin/login/", "/ro/offline/"):  # fmt: skip
        phone.goto(path)
    phone.goto("/ro/search/missed/")
    phone.fill("textarea", "o adeverință")
    phone.locator("main form[method=post] button").click()
    visit(phone, "/ro/terms/")
    assert sorted(kept(phone)["nexus-read"]) == ["/ro/about/", "/ro/terms/"]


def test_a_page_that_our_server_took_away_is_forgotten(phone, net):
    visit(phone, "/ro/about/")
    phone.evaluate("""async () => { const cache = await caches.open("nexus-read-1"), copy = await cache.match("/ro/about/");
        await cache.put("/ro/taken-away/", copy); }""")
    phone.goto("/ro/taken-away/")
    until(phone, "!(await caches.match('/ro/taken-away/'))")
    assert kept(phone)["nexus-read"] == ["/ro/about/"]


def test_the_last_fifty_pages_stay_and_no_more_than_five_megabytes(phone, net):
    visit(phone, "/ro/about/")
    phone.evaluate("""async () => { const cache = await caches.open("nexus-read-1"), copy = await cache.match("/ro/about/");
        for (let i = 0; i < 60; i += 1) await cache.put(`/ro/old-${i}/`, copy.clone()); }""")
    visit(phone, "/ro/terms/")
    until(phone, "(await (await caches.open('nexus-read-1')).keys()).length <= 50")
    found = kept(phone)["nexus-read"]
    assert (len(found), found[-1], "/ro/old-0/" in found) == (50, "/ro/terms/", False)
    phone.evaluate("""async () => { const cache = await caches.open("nexus-read-1"), copy = await cache.match("/ro/terms/");
        const headers = new Headers(copy.headers); headers.set("Nexus-Size", String(2 * 1024 * 1024));
        for (let i = 0; i < 4; i += 1) await cache.put(`/ro/large-${i}/`, new Response("x", {headers})); }""")
    visit(phone, "/ro/contact/")
    until(phone, "(await (await caches.open('nexus-read-1')).keys()).length <= 3")
    assert kept(phone)["nexus-read"] == ["/ro/large-2/", "/ro/large-3/", "/ro/contact/"]


def test_the_kill_switch_ends_the_worker_and_deletes_what_it_kept(phone, net):
    visit(phone, "/ro/about/")
    with served("switched-off", SERVICE_WORKER="false") as off:
        net.upstream = off
        phone.goto("/ro/contact/")
        until(phone, GONE)  # the browser asks for /sw.js a second or two after a visit
        phone.goto("/ro/before-you-go/")
        until(phone, GONE)
        asked = len(net.asked)
        phone.goto("/ro/life-abroad/")
        phone.wait_for_timeout(1500)
        assert phone.evaluate(f"(async () => {GONE} && !navigator.serviceWorker.controller)()")
        assert "/sw.js" not in net.paths()[asked:]
        assert not phone.locator("[data-chapter]").count()


def test_a_chapter_is_saved_though_one_page_fails_and_the_rest_comes_later(phone, net):
    visit(phone, f"/ro{CHAPTER}")
    box = phone.locator("[data-chapter]")
    paths = box.get_attribute("data-chapter").split()
    net.failing = {f"/ro{DIPLOMA}"}
    box.locator("button").click()
    said = box.locator("[role=status]")
    phone.wait_for_function("() => !document.querySelector('[data-chapter] button').hasAttribute('aria-disabled')")
    assert (
        said.inner_text() == f"Pe acest telefon: {len(paths) - 1} din {len(paths)}. Nesalvate: 1. Ce s-a salvat rămâne."
    )
    net.failing = set()
    asked = len(net.asked)
    box.locator("button").click()
    phone.wait_for_function(
        "total => document.querySelector('[data-chapter] [role=status]').textContent.endsWith(`${total} din ${total}`)",
        arg=len(paths),
    )
    assert [path for path in net.paths()[asked:] if path.startswith("/ro/")] == [f"/ro{DIPLOMA}"]
    net.die()
    without_http_cache(phone)
    for path in paths:
        phone.goto(path)
        assert phone.locator("[data-copy-note]").is_visible(), path


def test_saved_pages_are_listed_searched_and_deleted_without_a_network(phone, net):
    visit(phone, f"/ru{CHAPTER}")
    phone.locator("[data-chapter] button").click()
    count = len(phone.locator("[data-chapter]").get_attribute("data-chapter").split())
    phone.wait_for_function(
        "total => document.querySelector('[data-chapter] [role=status]').textContent.endsWith(`${total} из ${total}`)",
        arg=count,
    )
    visit(phone, "/ru/about/")
    visit(phone, "/ru/get-help-now/trafficking/")
    net.die()
    without_http_cache(phone)
    phone.goto("/ru/offline/")
    assert not phone.locator("[data-part=missing]").is_visible()
    phone.locator("[data-part=chapters] summary").click()
    assert phone.locator("[data-part=chapters] li").count() == count
    assert "года" in phone.locator("[data-part=chapters] li .result-meta").first.inner_text()
    assert (
        phone.locator("[data-part=pages] a").all_inner_texts() == ["О портале"]
        or phone.locator("[data-part=pages] li").count() == 1
    )
    phone.fill("#find", "ДИПЛОМЫ")
    phone.wait_for_function("() => document.querySelectorAll('[data-part=found] mark').length > 0")
    assert f"/ru{DIPLOMA}" in [link.get_attribute("href") for link in phone.locator("[data-part=found] a").all()]
    assert "ДИПЛОМЫ" not in phone.url
    phone.fill("#find", "")
    phone.locator("[data-part=some]").wait_for()
    phone.locator("[data-part=pages] button").first.click()
    phone.wait_for_function("() => !document.querySelectorAll('[data-part=pages] li').length")
    phone.once("dialog", lambda dialog: dialog.accept())
    phone.locator("[data-part=forget]").click()
    phone.locator("[data-part=none]").wait_for()
    assert not {"nexus-read", "nexus-saved"} & set(kept(phone)) or not any(
        kept(phone).get(name) for name in ("nexus-read", "nexus-saved")
    )


def test_the_front_door_without_a_network_leads_to_the_first_page(phone, net):
    visit(phone, "/ro/")
    net.die()
    without_http_cache(phone)
    phone.goto("/")
    assert phone.url.endswith("/ro/")
    assert phone.locator("ol.road").is_visible()


def test_the_worker_costs_one_file_more_and_nothing_when_it_is_unchanged(phone, net):
    visit(phone, "/ro/")
    first = net.paths()
    assert first.count("/sw.js") == 1
    assert [path for path in first if path.startswith("/ro/")] == ["/ro/"]
    visit(phone, "/ro/about/")
    assert [path for path in net.paths()[len(first):] if not path.startswith(("/static/img", "/sw.js"))] == ["/ro/about/"]  # fmt: skip


def test_without_script_nothing_promises_to_save(open_page):
    page = open_page(f"/ro{DIPLOMA}", script=False)
    assert not page.locator("[data-chapter]").is_visible()
    assert not page.locator("a[href='/ro/offline/']").first.is_visible()
    page.locator("details[data-share] summary").click()
    links = [link.get_attribute("href") for link in page.locator(".share a").all()]
    assert [link.partition(":")[0] for link in links] == ["https", "viber", "https", "sms", "mailto"]
    assert not page.locator("[data-copy]").is_visible()


def test_the_phones_own_sharing_opens_where_there_is_one(open_page):
    page = open_page("/ro/about/")
    page.add_init_script("navigator.share = data => { window.shared = data; return Promise.resolve(); }")
    page.reload()
    page.locator("details[data-share] summary").click()
    assert page.evaluate("shared.url").endswith("/ro/about/")
    assert not page.locator(".share").is_visible()


def test_the_link_can_be_copied(open_page):
    page = open_page("/ro/about/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script("delete Navigator.prototype.share")
    page.reload()
    page.locator("details[data-share] summary").click()
    page.locator("[data-copy] button").click()
    page.locator("[data-copy] [role=status]", has_text="Link").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").endswith("/ro/about/")

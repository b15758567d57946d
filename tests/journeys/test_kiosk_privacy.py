"""The kiosk forgets (K1, K2, K3, K8, K14): nothing of a visitor is left in the page, in the browser, or on the disk."""

import http.client

import pytest

from tests.journeys.kiosk import enrol, kiosk_served, profile, ready, show, start, thirty, wait_for

pytestmark = pytest.mark.journey
MARKER = "zqxjkvwmarker"
VIOLENCE = "/ro/get-help-now/violence/"


@pytest.fixture(scope="module")
def between():
    with kiosk_served("kiosk-privacy") as network:
        yield network


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("profile")


@pytest.fixture(scope="module")
def context(between, folder):
    context = profile(folder)
    enrol(context.pages[0], between)
    yield context
    context.close()


@pytest.fixture
def device(context, between):
    """A fresh tab of the enrolled browser, on the attract screen."""
    page = context.new_page()
    page.goto(f"{between.kiosk}/kiosk/")
    yield ready(page)
    page.close()


def ticking(device, between):
    device.clock.install()
    device.goto(f"{between.kiosk}/kiosk/")
    return start(ready(device))


def is_asked(device):
    return device.locator("#panel-idle").is_visible()


def screen(device):
    return device.evaluate("document.body.dataset.screen")


def test_nothing_happens_before_two_minutes_without_a_touch(device, between):
    ticking(device, between).clock.run_for(119_000)
    assert not is_asked(device)


def test_after_two_minutes_the_screen_asks_and_counts_aloud(device, between):
    ticking(device, between).clock.run_for(121_500)
    assert is_asked(device)
    assert device.evaluate("document.activeElement.hasAttribute('data-idle-stay')")
    assert any(letter.isdigit() for letter in device.locator("#panel-idle [role=status]").inner_text())


def test_a_touch_of_the_answer_stays(device, between):
    ticking(device, between).clock.run_for(125_000)
    device.locator("[data-idle-stay]").tap()
    device.clock.run_for(60_000)
    assert (is_asked(device), screen(device)) == (False, "page")


def test_without_an_answer_the_attract_screen_comes(device, between):
    ticking(device, between).clock.run_for(151_500)
    wait_for(device, "() => document.body.dataset.screen === 'attract'")


def test_a_touch_starts_the_two_minutes_anew(device, between):
    ticking(device, between).clock.run_for(100_000)
    device.locator("#main h1").tap()
    device.clock.run_for(100_000)
    assert not is_asked(device)


def test_the_attract_screen_asks_nobody(device, between):
    device.clock.install()
    device.goto(f"{between.kiosk}/kiosk/")
    ready(device).clock.run_for(600_000)
    assert not is_asked(device)


def test_finish_is_always_one_tap_away(device):
    start(device)
    for path in ("/ru/about/", VIOLENCE, "/kiosk/missing/ro/"):
        show(device, path)
        assert device.locator("[data-act=finish]").first.is_visible()


FILLED = """async () => {
  localStorage.setItem("a", "1"); sessionStorage.setItem("b", "2"); document.cookie = "c=3;path=/";
  await new Promise((done) => { const ask = indexedDB.open("d", 1); ask.onsuccess = () => { ask.result.close(); done(); }; });
  document.documentElement.dataset.text = "large"; document.documentElement.dataset.theme = "dark";
}"""
LEFT = """async () => ({
  local: Object.keys(localStorage).filter((name) => name !== "kiosk-beat"),
  session: Object.keys(sessionStorage).filter((name) => name !== "kiosk-session"),
  cookies: document.cookie, databases: (await indexedDB.databases()).length,
  look: [document.documentElement.dataset.text, document.documentElement.dataset.theme].filter(Boolean),
  tray: Tray.count, scroll: scrollY, language: document.documentElement.lang,
})"""


def finish(device):
    device.locator("[data-act=finish]").first.tap()
    wait_for(device, "() => document.body.dataset.screen === 'attract'")
    return ready(device)


def test_finish_clears_everything_that_the_browser_keeps(device):
    start(device, "ru")
    show(device, "/ru/about/")
    device.locator("[data-tray-add]").tap()
    device.evaluate(FILLED)
    left = finish(device).evaluate(LEFT)
    assert left == {"local": [], "session": [], "cookies": "", "databases": 0, "look": [], "tray": 0, "scroll": 0, "language": "ro"}  # fmt: skip


def test_finish_keeps_the_set_and_the_device(device):
    count = "async () => [(await (await caches.open('kiosk-files')).keys()).length, Boolean(await Device.load())]"
    start(device)
    before = device.evaluate(count)
    assert finish(device).evaluate(count) == before


def test_the_way_back_leads_to_the_attract_screen(device, between):
    for path in (VIOLENCE, "/ro/about/", "/ro/get-help-now/"):
        device.goto(between.kiosk + path)
        ready(device)
    finish(device)
    for _ in range(3):
        device.evaluate("history.back()")
        device.wait_for_timeout(700)
        wait_for(device, "() => document.body && document.body.dataset.screen === 'attract'")


def test_the_address_never_says_what_is_read(device, between):
    start(device)
    show(device, VIOLENCE)
    device.locator("#main a[href^='/ro/']").first.tap()
    device.wait_for_timeout(300)
    assert device.url == f"{between.kiosk}/kiosk/"


def tapped_links(device, between, paths):
    """Tap every link of pages; what went wrong."""
    wrong = []
    for path in paths:
        show(device, path)
        count = device.evaluate("document.querySelectorAll('#main a[href]').length")
        for index in range(count):
            device.evaluate("index => document.querySelectorAll('#main a[href]')[index].click()", index)
            device.wait_for_timeout(60)
            if not device.url.startswith(between.kiosk):
                return [*wrong, (path, index, device.url)]
            if device.evaluate("Pages.path") != path:
                show(device, path)
            device.evaluate("Panels.close()")
    return wrong


@pytest.mark.parametrize("many", [pytest.param(4, id="4"), pytest.param(30, id="30", marks=pytest.mark.slow)])
def test_no_link_of_the_pages_leads_out(device, context, between, many):
    pages, downloads = len(context.pages), []
    device.on("download", lambda download: downloads.append(download))
    start(device)
    asked = len(between.asked)
    assert tapped_links(device, between, thirty(between)[:: 30 // many]) == []
    assert (len(context.pages), downloads) == (pages, [])
    assert not [path for _method, path in between.asked[asked:] if path.startswith("/documents/")]


@pytest.mark.parametrize("href,shown", [("https://example.org/visa", "example.org/visa"), ("tel:112", "112"),
                                        ("mailto:a@example.org", "a@example.org"), ("/documents/1/form.pdf", "portal.example.md/documents/1/form.pdf")])  # fmt: skip
def test_what_leads_out_is_handed_over_with_a_code_and_in_words(device, href, shown):
    start(device)
    device.evaluate(
        "href => document.querySelector('#main h1').insertAdjacentHTML('afterend', `<p><a id=out href='${href}'>out</a></p>`)",
        href,
    )
    device.locator("#out").tap()
    assert device.locator("#panel-leaving [data-leaving-text]").inner_text() == shown
    assert device.locator("#panel-leaving .qr").count() == 1


def test_a_form_never_leaves_the_screen(device, between):
    start(device)
    device.evaluate(
        """() => { document.querySelector('#main').insertAdjacentHTML('beforeend',
        '<form action="/ro/search/"><input name=q value=secret><button id=go>go</button></form>'); }"""
    )
    asked = len(between.asked)
    device.evaluate("document.getElementById('go').click()")
    device.wait_for_timeout(300)
    assert device.url == f"{between.kiosk}/kiosk/"
    assert not [path for _method, path in between.asked[asked:] if "secret" in path]


def test_a_selection_a_drag_and_a_menu_are_prevented(device):
    start(device)
    for name in ("contextmenu", "dragstart", "selectstart"):
        assert device.evaluate(
            "name => !document.querySelector('#main h1').dispatchEvent(new Event(name, {bubbles: true, cancelable: true}))",
            name,
        )


def test_a_script_in_a_page_does_not_run(device, between):
    violations = []
    device.on("console", lambda message: violations.append(message.text))
    start(device)
    device.evaluate(
        """() => { const script = document.createElement('script'); script.textContent = 'window.injected = 1';
        document.body.append(script); }"""
    )
    assert device.evaluate("window.injected") is None
    assert any("Content Security Policy" in text for text in violations)


def test_headers_of_a_page_are_strict(between):
    connection = http.client.HTTPConnection("127.0.0.1", between.port)
    connection.request("GET", "/ro/about/", headers={"Host": f"kiosk.localhost:{between.port}"})
    headers = {name.lower(): value for name, value in connection.getresponse().getheaders()}
    assert headers["referrer-policy"] == "no-referrer"
    assert (
        "unsafe" not in headers["content-security-policy"]
        and "default-src 'self'" in headers["content-security-policy"]
    )
    assert all(f"{name}=()" in headers["permissions-policy"] for name in ("camera", "microphone", "geolocation"))


def holds(folder, texts):
    """The files of a profile in which one of the texts stands, in one or two bytes a letter."""
    wanted = [text.encode(encoding) for text in texts for encoding in ("utf-8", "utf-16-le")]
    return [
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink() and any(part in path.read_bytes() for part in wanted)
    ]


def test_no_file_of_the_profile_holds_what_was_typed_or_read(between, tmp_path):
    context = profile(tmp_path)
    device = start(enrol(context.pages[0], between))
    device.locator("[data-panel=search]").first.tap()
    device.locator("#search-field").press_sequentially(MARKER, delay=10)
    device.keyboard.press("Enter")
    device.wait_for_timeout(500)
    show(device, VIOLENCE)
    device.locator("[data-tray-add]").tap()
    device.locator("[data-panel=tray]").tap()
    device.wait_for_timeout(1000)
    show(device, "/ru/get-help-now/trafficking/")
    finish(device)
    device.wait_for_timeout(1000)
    context.close()
    assert holds(tmp_path, [MARKER]) == []
    read = holds(tmp_path, [VIOLENCE, "/ru/get-help-now/trafficking/"])
    assert [path for path in read if "CacheStorage" not in path] == []  # the set itself holds all addresses

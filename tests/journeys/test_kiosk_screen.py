"""What the kiosk looks like and how it is touched (K4 to K7, K9, K13), for people who stand at arm's length."""

import io
import itertools
import unicodedata

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from tests.journeys.kiosk import enrol, kiosk_served, profile, ready, show, start, thirty
from tests.journeys.test_accessibility import AXE, TAGS

pytestmark = pytest.mark.journey
LANGUAGES = ("ro", "ru", "nl", "en")
PAGES = ("/", "/before-you-go/having-your-diploma-recognised/", "/services/legal-aid/", "/pilot-areas/cahul/shop-front/",
         "/get-help-now/", "/pilot-areas/cahul/", "/countries/netherlands/", "/services/")  # fmt: skip
PANELS = ("search", "finder", "look", "languages", "tray")


@pytest.fixture(scope="module")
def between():
    with kiosk_served("kiosk-screen") as network:
        yield network


@pytest.fixture(scope="module")
def context(between, tmp_path_factory):
    context = profile(tmp_path_factory.mktemp("profile"))
    enrol(context.pages[0], between)
    yield context
    context.close()


@pytest.fixture
def device(context, between):
    page = context.new_page()
    page.goto(f"{between.kiosk}/kiosk/")
    yield ready(page)
    page.close()


def test_the_attract_screen_offers_four_languages_in_their_own_words(device):
    links = device.locator(".attract-languages a")
    assert [(link.get_attribute("lang"), link.inner_text().split("\n")[0]) for link in links.all()] == [
        ("ro", "Română"), ("ru", "Русский"), ("nl", "Nederlands"), ("en", "English")]  # fmt: skip


def test_the_attract_screen_names_the_office_and_says_whether_it_is_open(device):
    assert device.locator(".attract-name").inner_text() == "Oficiul NEXUS Cahul"
    assert device.locator(".attract-office .status").is_visible()


def test_the_attract_screen_moves_each_minute(device, between):
    device.clock.install()
    device.goto(f"{between.kiosk}/kiosk/")
    ready(device)
    before = device.locator("[data-moves]").bounding_box()
    device.clock.run_for(61_000)
    assert device.locator("[data-moves]").bounding_box() != before


@pytest.mark.slow
@pytest.mark.parametrize("path", PAGES)
def test_a_switch_of_language_keeps_the_page(device, path):
    start(device)
    show(device, f"/ro{path}")
    for language in LANGUAGES[1:]:
        device.locator(".kiosk-bar [data-panel=languages]").tap()
        device.locator(f"#panel-languages a[lang={language}]").tap()
        device.locator(f"html[lang={language}]").wait_for()
        assert device.evaluate("Pages.path") == f"/{language}{path}"


CONTROLS = """() => [...document.querySelectorAll("#main button, #main summary, .kiosk-bar button, .kiosk-bar a, .attract-languages a, "
  + "#main .link-list a, #main .road a, .panel:not([hidden]) button:not(.key), .panel:not([hidden]) .kiosk-languages a")]
  .filter((element) => element.checkVisibility() && !element.matches(".staff-corner"))
  .map((element) => { const box = element.getBoundingClientRect(); return [element.textContent.trim().slice(0, 30), box.width, box.height]; })
  .filter(([, width, height]) => width < 79.5 || height < 79.5)"""


def on_pages(device, language, script):
    """{path: what a script finds on it} where it finds something."""
    start(device, language)
    found = {}
    for path in PAGES:
        show(device, f"/{language}{path}")
        found[path] = device.evaluate(script)
    return {path: rows for path, rows in found.items() if rows}


def test_every_control_is_20_mm_large(device):
    assert on_pages(device, "ru", CONTROLS) == {}


def test_every_control_of_a_panel_is_20_mm_large(device):
    start(device, "ru")
    found = {}
    for name in PANELS:
        device.locator(f".kiosk-bar [data-panel={name}]").tap()
        device.wait_for_timeout(300)
        found[name] = device.evaluate(CONTROLS)
    assert {name: rows for name, rows in found.items() if rows} == {}


SMALL = """() => { const found = new Set(), walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) { const parent = walker.currentNode.parentElement;
    if (walker.currentNode.data.trim() && parent.checkVisibility() && !parent.closest(".aside-text, script, svg, .slip, .skip"))
      if (parseFloat(getComputedStyle(parent).fontSize) < 23.9) found.add(walker.currentNode.data.trim().slice(0, 40)); }
  return [...found]; }"""


def test_no_text_is_smaller_than_24_pixels(device):
    assert on_pages(device, "nl", SMALL) == {}


def test_controls_of_the_frame_are_in_the_lower_two_thirds(device):
    start(device)
    tops = device.evaluate(
        "[...document.querySelectorAll('.kiosk-bar button, .kiosk-bar a')].map((one) => one.getBoundingClientRect().top)"
    )
    assert min(tops) > 1920 / 3


def axe(page, where):
    page.evaluate(AXE)
    found = page.evaluate("tags => axe.run({runOnly: tags})", TAGS)
    return [(where, violation["id"], violation["nodes"][0]["html"][:150]) for violation in found["violations"]]


@pytest.mark.parametrize("theme", ["", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_eight_pages(device, language, theme):
    start(device, language)
    device.evaluate("theme => { if (theme) document.documentElement.dataset.theme = theme; }", theme)
    found = []
    for path in PAGES:
        show(device, f"/{language}{path}")
        found += axe(device, path)
    assert found == []


@pytest.mark.slow
def test_axe_finds_nothing_on_thirty_pages(device, between):
    """The colours take turns."""
    start(device)
    found = []
    for path, theme in zip(thirty(between), itertools.cycle(("light", "dark", "contrast")), strict=False):
        device.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme)
        show(device, path)
        found += axe(device, path)
    assert found == []


def test_axe_finds_nothing_in_a_panel(device):
    start(device)
    found = []
    for name in [*PANELS, "staff", "listen", "idle"]:
        device.evaluate("name => Panels.open(name)", name)
        device.wait_for_timeout(400)
        found += axe(device, name)
    assert found == []


def test_axe_finds_nothing_on_the_attract_screen(device):
    assert axe(device, "attract") == []


def decoded(picture):
    return {found.text for found in zxingcpp.read_barcodes(picture)}


@pytest.mark.parametrize("many", [pytest.param(4, id="4"), pytest.param(30, id="30", marks=pytest.mark.slow)])
def test_the_code_of_a_page_opens_it_in_the_same_language(device, between, many):
    start(device)
    for path in thirty(between)[:: 30 // many]:
        show(device, path)
        if not device.locator(".take .qr").count():  # a provider's view is no page of the tree
            continue
        device.locator(".take .qr").scroll_into_view_if_needed()
        picture = Image.open(io.BytesIO(device.screenshot()))
        half = picture.resize((picture.width // 2, picture.height // 2))
        wanted = f"https://portal.example.md{path}"
        assert wanted in decoded(picture) and wanted in decoded(half), path


def test_the_addresses_in_the_codes_are_short_enough(between):
    from kiosk.offline import store
    from tests.journeys.kiosk import set_of

    with set_of(between):
        paths = [path for path in store.current().files if path[3:4] == "/"]
    assert max(len(f"https://portal.example.md{path}") for path in paths) <= 90


def test_a_module_of_a_code_is_a_millimetre(device):
    start(device)
    show(device, "/ro/before-you-go/having-your-diploma-recognised/")
    width, modules = device.evaluate(
        "() => { const code = document.querySelector('.take .qr'); return [code.getBoundingClientRect().width, code.viewBox.baseVal.width]; }"
    )
    assert width / modules * 0.248 >= 1


@pytest.mark.slow
@pytest.mark.parametrize("code,size", itertools.product(("tray", "leaving"), ((1080, 1920), (1920, 1080))))
def test_codes_made_on_the_device_can_be_read(device, code, size):
    start(device)
    device.set_viewport_size({"width": size[0], "height": size[1]})
    show(device, "/ro/about/")
    if code == "tray":
        device.locator("[data-tray-add]").tap()
        device.locator(".kiosk-bar [data-panel=tray]").tap()
        device.locator("[data-tray-qr] svg").wait_for()
        wanted = "https://portal.example.md/ro/mine/"
    else:
        device.evaluate(
            "document.querySelector('#main a[href^=http], #main p').insertAdjacentHTML('afterend', '<a id=out href=https://example.org/x>x</a>')"
        )
        device.evaluate("document.getElementById('out').click()")
        wanted = "https://example.org/x"
    device.wait_for_timeout(300)
    found = decoded(Image.open(io.BytesIO(device.screenshot())))
    assert any(text.startswith(wanted) for text in found)


@pytest.mark.slow
@pytest.mark.parametrize("path", PAGES[1:4])
def test_a_printed_page_has_at_most_four_sheets_with_office_and_date(device, path):
    start(device)
    device.evaluate("async () => { await Device.save({...Device.config, printer: true}); window.print = () => {}; }")
    show(device, f"/ro{path}")
    device.locator("[data-act=print]").tap()
    sheets = PdfReader(io.BytesIO(device.pdf(format="A4"))).pages
    text = unicodedata.normalize("NFKC", " ".join(sheet.extract_text() for sheet in sheets))  # fi is one sign there
    assert len(sheets) <= 4
    assert "Oficiul NEXUS Cahul, " in text and "portal.example.md/ro" in text and "Terminați" not in text


def test_without_a_printer_nothing_promises_to_print(device):
    start(device)
    device.evaluate("Device.save({...Device.config, printer: false})")
    show(device, "/ro/about/")
    assert device.locator("[data-act=print]").is_hidden()


def test_the_attract_screen_speaks_the_language_of_the_device(device, between):
    device.evaluate("Device.save({...Device.config, language: 'ru'})")
    device.evaluate("Office.show()")
    assert device.locator(".attract-office .status").inner_text().startswith(("Открыто", "Закрыто"))


@pytest.mark.parametrize("paper", ["A4", "80mm"])
def test_a_slip_is_one_page_with_list_code_and_proof(device, paper):
    start(device)
    device.evaluate(
        "async paper => { await Device.save({...Device.config, paper, printer: true}); await Device.keep('/kiosk/codes.json', ['7HKC-W2LX-9PM4']); window.print = () => { window.printed = document.getElementById('slip').innerText; }; }",
        paper,
    )
    show(device, "/ro/about/")
    device.locator("[data-tray-add]").tap()
    device.locator(".kiosk-bar [data-panel=tray]").tap()
    device.locator("[data-tray-print]").tap()
    device.wait_for_timeout(500)
    text = device.evaluate("document.getElementById('slip').textContent")
    assert "7HKC-W2LX-9PM4" in text and "portal.example.md/ro/about/" in text and "Oficiul NEXUS Cahul" in text


def test_a_code_for_a_slip_is_used_once(device):
    start(device)
    device.evaluate(
        "async () => { await Device.save({...Device.config, paper: 'A4', printer: true}); await Device.keep('/kiosk/codes.json', ['A', 'B']); window.print = () => {}; }"
    )
    show(device, "/ro/about/")
    device.locator("[data-tray-add]").tap()
    device.locator(".kiosk-bar [data-panel=tray]").tap()
    for _ in range(2):
        device.locator("[data-tray-print]").tap()
        device.wait_for_timeout(300)
    assert device.evaluate("Device.recall('/kiosk/codes.json')") == []


@pytest.mark.slow
def test_a_visitor_prints_at_most_five_slips(device):
    start(device)
    device.evaluate(
        "async () => { await Device.save({...Device.config, paper: 'A4', printer: true}); window.prints = 0; window.print = () => { window.prints += 1; }; }"
    )
    show(device, "/ro/about/")
    device.locator("[data-tray-add]").tap()
    device.locator(".kiosk-bar [data-panel=tray]").tap()
    for _ in range(5):
        device.locator("[data-tray-print]").tap()
        device.wait_for_timeout(200)
    assert device.locator("[data-tray-print]").is_hidden()
    assert device.evaluate("window.prints") == 5

"""The kiosk without a network (K18, K19): what it has it shows, whatever happens, and it renews all or nothing."""

import os
import signal

import pytest

from tests.journeys.kiosk import (
    browser_process,
    close,
    edit,
    enrol,
    kiosk_served,
    profile,
    ready,
    remove,
    show,
    start,
    synced,
    thirty,
    wait_for,
)

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def between():
    with kiosk_served("kiosk-offline") as network:
        yield network


@pytest.fixture(autouse=True)
def open_network(between):
    between.mode = "open"
    between.failing.clear()
    if between._server is None:
        between.start()
    yield


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("profile")


@pytest.fixture
def device(between, folder):
    """An enrolled device with the whole set; the profile stays from test to test, as the set does."""
    context = profile(folder)
    page = enrol(context.pages[0], between)
    yield page
    close(context, folder)


def shown(page, between, paths):
    """How many of the pages show their heading after being loaded anew."""
    found = 0
    for path in paths:
        page.goto(between.kiosk + path)
        found += page.locator("#main h1").count() == 1 and page.evaluate("document.body.dataset.screen") == "page"
    return found


def test_all_pages_are_shown_when_the_server_is_dead(device, between):
    paths = thirty(between)
    between.die()
    assert shown(device, between, paths) == 30


def test_all_pages_are_shown_after_a_restart_with_a_dead_server(device, between, folder):
    paths = thirty(between)
    close(device.context, folder)
    between.die()
    context = profile(folder)
    assert shown(context.pages[0], between, paths) == 30
    close(context, folder)


def test_all_pages_are_shown_while_the_server_accepts_and_never_answers(device, between):
    paths = thirty(between)
    between.mode = "hanging"
    assert shown(device, between, paths) == 30


def test_all_pages_are_shown_after_the_power_was_cut(device, between, folder):
    paths = thirty(between)
    os.kill(browser_process(folder), signal.SIGKILL)
    between.die()
    close(device.context, folder)
    context = profile(folder)
    assert shown(context.pages[0], between, paths) == 30
    close(context, folder)


def test_a_captive_portal_is_never_shown_and_poisons_nothing(device, between):
    paths = thirty(between)
    between.mode = "captive"
    assert shown(device, between, paths) == 30
    synced(device, between)
    assert device.evaluate("async () => (await Device.recall('/kiosk/last-sync.json')).error") != ""
    assert shown(device, between, paths[:5]) == 5


def test_a_page_that_is_not_in_the_set_says_so_in_its_language_without_a_network(device, between):
    between.die()
    device.goto(f"{between.kiosk}/nl/no-such-page/")
    assert device.evaluate("[document.documentElement.lang, document.body.dataset.screen]") == ["nl", "missing"]


def test_nothing_is_fetched_when_nothing_changed(device, between):
    between.asked.clear()
    synced(device, between)
    assert [path for path in between.paths() if path.startswith("/kiosk/set/")] == []


def test_one_edit_is_one_fetch(device, between):
    edit(between, "/ro/about/", "<h1>", '<h1 data-edited="1">')
    between.asked.clear()
    synced(device, between)
    assert len([path for path in between.paths() if path.startswith("/kiosk/set/")]) == 1
    device.goto(f"{between.kiosk}/ro/about/")
    assert device.locator("h1[data-edited='1']").count() == 1


def test_an_unpublished_page_is_gone_with_the_next_sync(device, between):
    remove(between, "/ro/accessibility/")
    synced(device, between)
    between.die()
    device.goto(f"{between.kiosk}/ro/accessibility/")
    assert device.evaluate("document.body.dataset.screen") == "missing"


def test_a_sync_that_breaks_half_way_leaves_the_old_version_whole(device, between):
    version = device.evaluate("async () => (await Device.recall('/kiosk/set.json')).version")
    edit(between, "/ru/about/", "<h1>", '<h1 data-edited="2">')
    edit(between, "/en/about/", "<h1>", '<h1 data-edited="2">')
    edited = [row for row in new_files(device, between) if row not in old_files(device)]
    between.failing.add(f"/kiosk/set/{edited[0]}")
    synced(device, between)
    assert device.evaluate("async () => (await Device.recall('/kiosk/set.json')).version") == version
    between.die()
    assert shown(device, between, ["/ru/about/", "/en/about/"]) == 2
    assert device.locator("h1[data-edited='2']").count() == 0


def old_files(device):
    return set(device.evaluate("async () => Object.values((await Device.recall('/kiosk/set.json')).files)"))


def new_files(device, between):
    rows = device.evaluate("async () => (await (await fetch('/kiosk/manifest.json')).json()).files")
    return [row[1] for row in rows]


@pytest.mark.slow
def test_a_file_that_is_not_what_was_promised_is_refused(device, between):
    version = device.evaluate("async () => (await Device.recall('/kiosk/set.json')).version")
    edit(between, "/nl/about/", "<h1>", '<h1 data-edited="3">')
    edited = next(row for row in new_files(device, between) if row not in old_files(device))
    stored = between.folder / "files" / edited
    whole = stored.read_bytes()
    stored.write_bytes((between.folder / "files" / next(iter(old_files(device)))).read_bytes())
    synced(device, between)
    stored.write_bytes(whole)
    assert device.evaluate("async () => (await Device.recall('/kiosk/set.json')).version") == version


def test_the_screen_says_how_old_its_information_is(device, between):
    start(device)
    assert device.locator("[data-age]").get_attribute("data-level") == "fresh"


@pytest.mark.slow
@pytest.mark.parametrize("days,level", [(8, "late"), (31, "old")])
def test_the_screen_says_it_louder_after_a_week_and_a_month(device, between, days, level):
    start(device)
    device.evaluate(
        """async days => { const set = await Device.recall('/kiosk/set.json');
        await Device.keep('/kiosk/set.json', {...set, synced: Date.now() - days * 86400000 - 1000}); await Age.show(); }""",
        days,
    )
    assert device.locator("[data-age]").get_attribute("data-level") == level


def test_a_tray_can_be_taken_along_without_a_network(device, between):
    start(device)
    between.die()
    show(device, "/ro/about/")
    device.locator("[data-tray-add]").tap()
    device.locator("[data-panel=tray]").tap()
    device.wait_for_selector("[data-tray-qr] svg")
    assert device.locator("[data-tray-no-code]").is_visible()


@pytest.mark.slow
def test_the_screen_starts_with_a_clock_that_is_years_wrong(device, between, folder):
    close(device.context, folder)
    between.die()
    context = profile(folder)
    context.clock.install(time="2020-01-01T12:00:00")
    assert shown(context.pages[0], between, thirty(between)[:3]) == 3
    close(context, folder)


def test_a_sync_is_made_again_every_five_minutes(device, between):
    device.clock.install()
    device.goto(f"{between.kiosk}/kiosk/")
    ready(device)
    wait_for(device, "async () => (await Device.recall('/kiosk/last-sync.json')).error === ''")
    device.wait_for_timeout(500)
    between.asked.clear()
    device.clock.run_for(370_000)
    wait_for(device, "async () => true")
    device.wait_for_timeout(1000)
    assert between.paths().count("/kiosk/manifest.json") >= 1

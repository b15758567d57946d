"""The staff and the kiosk (K15, K16, K17): two browsers enrol a screen, a PIN opens the staff mode, also offline."""

import re

import pytest

from tests.journeys.kiosk import PORTRAIT, enrol, kiosk_served, profile, ready, start, wait_for

pytestmark = [pytest.mark.journey, pytest.mark.slow]
PASSWORD, PIN = "for-the-kiosk", "246810"


@pytest.fixture(scope="module")
def between():
    with kiosk_served("kiosk-staff", password=PASSWORD) as network:
        yield network


@pytest.fixture(scope="module")
def context(between, tmp_path_factory):
    context = profile(tmp_path_factory.mktemp("profile"))
    enrol(context.pages[0], between)
    yield context
    context.close()


@pytest.fixture
def device(context, between):
    between.mode = "open"
    page = context.new_page()
    page.goto(f"{between.kiosk}/kiosk/")
    yield ready(page)
    page.evaluate("Device.keep('/kiosk/tries.json', {wrong: 0, until: 0})")
    page.close()


@pytest.fixture
def new_screen(browser, between):
    context = browser.new_context(viewport=PORTRAIT, has_touch=True)
    page = context.new_page()
    page.goto(f"{between.kiosk}/kiosk/")
    yield page
    context.close()


@pytest.fixture
def admin(browser, between):
    context = browser.new_context(base_url=between.base, locale="en", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto("/admin/")
    page.fill("input[name=username]", "admin")
    page.fill("input[name=password]", PASSWORD)
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")
    yield page
    context.close()


def code_on(page):
    page.locator("[data-enrol-code]", has_text=re.compile(r"\w{4} \w{4}")).wait_for()
    return page.locator("[data-enrol-code]").inner_text()


def enrol_by_hand(admin, code, name):
    admin.goto("/admin/kiosks/enrol/")
    admin.fill("#id_code", code)
    admin.fill("#id_name", name)
    admin.select_option("#id_area", label="Ungheni")
    admin.fill("#id_pin", "135790")
    admin.locator("form[method=post] button[type=submit]", has_text="Enrol").click()


def test_a_screen_becomes_the_kiosk_of_an_office_when_its_code_is_typed(new_screen, admin):
    enrol_by_hand(admin, code_on(new_screen).lower(), "Intrare")
    admin.get_by_text("Intrare").first.wait_for()
    wait_for(new_screen, "() => Boolean(Device.config)", 20_000)
    ready(new_screen)
    assert new_screen.locator(".attract-name").inner_text() == "Oficiul NEXUS Ungheni"


def test_a_revoked_screen_shows_a_code_again_within_five_minutes(new_screen, admin):
    enrol_by_hand(admin, code_on(new_screen), "Revocat")
    wait_for(new_screen, "() => Boolean(Device.config)", 20_000)
    ready(new_screen)
    wait_for(new_screen, "async () => Boolean(await Device.recall('/kiosk/set.json'))", 60_000)
    new_screen.clock.install()
    new_screen.reload()
    ready(new_screen)
    admin.goto("/admin/kiosks/")
    admin.locator("tr", has_text="Revocat").get_by_text("Revoke", exact=True).click()
    admin.locator("form[method=post] button", has_text="Revoke").click()
    new_screen.clock.run_for(300_000)
    code_on(new_screen)


def hold_the_corner(page):
    page.locator("[data-staff-corner]").dispatch_event("pointerdown")
    page.wait_for_timeout(5200)
    page.locator("[data-staff-corner]").dispatch_event("pointerup")


def type_pin(page, pin):
    for digit in pin:
        page.locator(f"[data-staff-key='{digit}']").tap()
        page.wait_for_timeout(40)
    page.wait_for_timeout(900)


def open_pin(page):
    """What five seconds on the corner do; one test holds the corner."""
    hold_the_corner(page)
    page.locator("[data-staff-pin]").wait_for()


def test_a_short_press_opens_nothing(device):
    device.locator("[data-staff-corner]").tap()
    device.wait_for_timeout(500)
    assert device.locator("#panel-staff").is_hidden()


def test_the_pin_opens_the_staff_mode_without_a_network(device, between):
    between.mode = "broken"
    open_pin(device)
    type_pin(device, PIN)
    assert device.locator("[data-staff-inside]").is_visible()
    assert len(device.locator("[data-staff-version]").inner_text()) == 16


def test_the_screen_can_be_renewed_by_hand(device):
    open_pin(device)
    type_pin(device, PIN)
    device.locator("[data-staff-act=sync]").tap()
    device.locator("[data-staff-done]", has_text="la zi").wait_for()


def test_five_wrong_pins_lock_for_a_quarter_of_an_hour_and_a_restart_does_not_help(device, between):
    open_pin(device)
    for _ in range(5):
        type_pin(device, "000000")
    device.goto(f"{between.kiosk}/kiosk/")
    open_pin(ready(device))
    type_pin(device, PIN)
    assert device.locator("[data-staff-inside]").is_hidden()
    device.evaluate(
        "async () => { const tries = await Device.recall('/kiosk/tries.json'); await Device.keep('/kiosk/tries.json', {...tries, until: tries.until - 900000}); }"
    )
    type_pin(device, PIN)
    assert device.locator("[data-staff-inside]").is_visible()


def test_announcements_show_by_the_clock_of_the_device_without_a_network(device, between):
    device.evaluate(
        """async () => { const now = Date.now(), at = (minutes) => new Date(now + minutes * 60000).toISOString();
        await Device.keep('/kiosk/announcements.json', [
          {id: '1', starts: at(-5), ends: at(5), text: {ro: 'Azi închidem la 15:00.', ru: 'Сегодня закрываемся в 15:00.'}},
          {id: '2', starts: at(60), ends: null, text: {ro: 'Mâine suntem închiși.'}},
          {id: '3', starts: at(-60), ends: at(-1), text: {ro: 'A trecut.'}}]); }"""
    )
    between.mode = "broken"
    start(device, "ru")
    device.locator(".office-news li").first.wait_for()
    assert device.locator(".office-news li").all_inner_texts() == ["Сегодня закрываемся в 15:00."]


def test_a_heartbeat_reaches_the_dashboard(device, admin):
    device.evaluate("Heartbeat.send()")
    device.wait_for_timeout(500)
    admin.goto("/admin/kiosks/")
    assert "✓" in admin.locator("tr", has_text="Demo").inner_text()

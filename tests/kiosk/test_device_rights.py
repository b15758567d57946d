"""What a token opens, and who of the staff may do what with a device (K17)."""

import pytest
from django.core.cache import cache
from django.urls import get_resolver

from core.classification import Area
from kiosk import devices
from kiosk.models import Device
from tests.kiosk.enrolling import GOOD, form, get, post
from tests.rights.addresses import GAP, _walk

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_tries_yet():
    cache.clear()


OPENED = {"/kiosk/manifest.json", "/kiosk/announcements.json"}


def routes(urlconf):
    for route, _name in _walk(get_resolver(urlconf)):
        yield "/" + GAP.sub("1", route).replace("^", "").replace("$", "").replace("\\.", ".")


@pytest.mark.parametrize("urlconf,host", [("kiosk.urls", "kiosk.testserver"), ("config.urls", "testserver")])
def test_the_token_opens_nothing_but_the_list_of_files_and_the_announcements(enrolled, client_class, urlconf, host):
    stranger, different = client_class(raise_request_exception=False), set()
    enrolled.raise_request_exception = False
    for route in sorted(set(routes(urlconf))):
        if "(" in route or "<" in route:
            continue
        if (
            enrolled.get(route, headers={"host": host}).status_code
            != stranger.get(route, headers={"host": host}).status_code
        ):
            different.add(route)
    assert different == (OPENED if urlconf == "kiosk.urls" else set())


def test_the_token_opens_the_heartbeat(enrolled, client_class):
    assert post(client_class(), "/kiosk/heartbeat/", GOOD).status_code == 401
    assert post(enrolled, "/kiosk/heartbeat/", GOOD).status_code == 204


def test_a_revoked_device_is_a_stranger_at_once(enrolled):
    devices.revoke(Device.objects.get())
    assert get(enrolled, "/kiosk/manifest.json").status_code == 401


def test_a_revoked_device_can_be_enrolled_again_with_a_new_token(enrolled, staff):
    device, old = Device.objects.get(), enrolled.cookies["kiosk-device"].value
    admin = staff("admin")
    admin.post(f"/admin/kiosks/{device.pk}/revoke/")
    shown = post(enrolled, "/kiosk/enrolment/").json()
    admin.post(f"/admin/kiosks/{device.pk}/enrol/", form(shown["code"], pin=""))
    post(enrolled, "/kiosk/enrolment/claim/", {"secret": shown["secret"]})
    assert get(enrolled, "/kiosk/announcements.json").status_code == 200
    assert (Device.objects.count(), enrolled.cookies["kiosk-device"].value == old) == (1, False)


@pytest.mark.parametrize("username,sees", [("admin", True), ("editor", True), ("editor-cahul", True), ("counsellor-cahul", True),
                                           ("translator-ru", False), ("reviewer", False)])  # fmt: skip
def test_who_looks_after_the_kiosk_of_cahul(enrolled, staff, username, sees):
    answer = staff(username).get("/admin/kiosks/")
    assert ("Hol" in answer.content.decode()) == sees


@pytest.mark.parametrize("username", ["editor-cahul", "counsellor-cahul"])
@pytest.mark.parametrize("action", ["", "enrol/", "revoke/"])
def test_nobody_changes_the_kiosk_of_another_office(enrolled, staff, username, action):
    Device.objects.update(area=Area.objects.get(code="ungheni"))
    answer = staff(username).post(f"/admin/kiosks/{Device.objects.get().pk}/{action}")
    assert answer.status_code == 302 and answer["Location"] == "/admin/"
    assert Device.objects.get().revoked_at is None


def test_nobody_enrols_a_screen_for_another_office(client, staff):
    code = post(client, "/kiosk/enrolment/").json()["code"]
    staff("editor-cahul").post("/admin/kiosks/enrol/", form(code, area=Area.objects.get(code="ungheni").pk))
    assert Device.objects.count() == 0


def test_a_changed_setting_reaches_the_device(enrolled, staff):
    device = Device.objects.get()
    staff("counsellor-cahul").post(f"/admin/kiosks/{device.pk}/", form("", idle_seconds="90", pin=""))
    assert get(enrolled, "/kiosk/announcements.json").json()["device"]["idle"] == 90


@pytest.mark.parametrize("field,value", [("idle_seconds", "59"), ("idle_seconds", "301"), ("warning_seconds", "19")])
def test_times_outside_the_limits_are_refused(enrolled, staff, field, value):
    answer = staff("admin").post(f"/admin/kiosks/{Device.objects.get().pk}/", form("", pin="", **{field: value}))
    assert answer.context["form"].errors[field]


def test_the_link_of_the_demo_exists_in_the_demo_only(client, settings):
    assert get(client, "/kiosk/enrol/anything/").status_code == 404
    settings.KIOSK_DEMO = True
    assert get(client, "/kiosk/enrol/anything/").status_code == 302


def test_the_link_of_the_demo_works_once(client, client_class, settings, capsys):
    from django.core.management import call_command

    settings.KIOSK_DEMO, settings.PORT = True, 8000
    call_command("kiosk_demo")
    link = next(word for word in capsys.readouterr().out.split() if "/kiosk/enrol/" in word)
    path = link.split("8000")[1]
    get(client, path)
    assert get(client, "/kiosk/announcements.json").json()["device"]["office"]["area"] == "cahul"
    second = client_class()
    get(second, path)
    assert get(second, "/kiosk/announcements.json").status_code == 401

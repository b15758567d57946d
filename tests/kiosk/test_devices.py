"""Enrolment, tokens, and what a device is told and tells (K15, K16)."""

import datetime
import hashlib
import uuid

import pytest
import time_machine
from django.core.cache import cache
from django.utils import timezone
from wagtail.models import Locale

from core.classification import Area
from handover import slips
from home.models import Notice
from kiosk.models import Device, Enrolment
from kiosk.secrecy import ALPHABET, ITERATIONS, pin_hash
from tests.kiosk.enrolling import GOOD, HOST, PIN, form, get, post
from tests.translations.doing import page_at

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_tries_yet():
    cache.clear()


def test_a_code_has_eight_characters_that_nobody_confuses(client):
    code = post(client, "/kiosk/enrolment/").json()["code"]
    assert len(code) == 8 and set(code) <= set(ALPHABET) and not set("0O1I") & set(ALPHABET)


def test_a_screen_waits_until_its_code_is_typed(client):
    shown = post(client, "/kiosk/enrolment/").json()
    assert post(client, "/kiosk/enrolment/claim/", {"secret": shown["secret"]}).status_code == 202


def test_a_typed_code_makes_the_screen_a_device_of_the_office(client, staff):
    shown = post(client, "/kiosk/enrolment/").json()
    staff("admin").post("/admin/kiosks/enrol/", form(f" {shown['code'][:4].lower()}-{shown['code'][4:]} "))
    told = post(client, "/kiosk/enrolment/claim/", {"secret": shown["secret"]}).json()["device"]
    assert (told["office"]["area"], told["idle"], told["paper"]) == ("cahul", 120, "A4")


def test_the_token_is_a_cookie_that_no_script_and_no_other_site_gets(client, staff):
    shown = post(client, "/kiosk/enrolment/").json()
    staff("admin").post("/admin/kiosks/enrol/", form(shown["code"]))
    cookie = post(client, "/kiosk/enrolment/claim/", {"secret": shown["secret"]}).cookies["kiosk-device"]
    assert (cookie["httponly"], cookie["secure"], cookie["samesite"], cookie["path"]) == (
        True,
        True,
        "Strict",
        "/kiosk/",
    )
    assert len(cookie.value) == 43  # 256 bits


def test_only_a_hash_of_the_token_is_kept(enrolled):
    token = enrolled.cookies["kiosk-device"].value
    assert Device.objects.get().token_hash == hashlib.sha256(token.encode()).hexdigest()


def test_a_code_makes_one_device_only(client, staff):
    code = post(client, "/kiosk/enrolment/").json()["code"]
    admin = staff("admin")
    admin.post("/admin/kiosks/enrol/", form(code))
    again = admin.post("/admin/kiosks/enrol/", form(code, name="Alt"))
    assert (again.status_code, Device.objects.count()) == (200, 1)


def test_a_secret_is_good_for_one_token(enrolled, client, staff):
    shown = post(client, "/kiosk/enrolment/").json()
    staff("admin").post("/admin/kiosks/enrol/", form(shown["code"], name="Alt"))
    post(client, "/kiosk/enrolment/claim/", {"secret": shown["secret"]})
    assert post(client, "/kiosk/enrolment/claim/", {"secret": shown["secret"]}).status_code == 410


def test_a_code_is_too_old_after_ten_minutes(client, staff):
    shown = post(client, "/kiosk/enrolment/").json()
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=10, seconds=1), tick=False):
        staff("admin").post("/admin/kiosks/enrol/", form(shown["code"]))
        assert Device.objects.count() == 0
        assert post(client, "/kiosk/enrolment/claim/", {"secret": shown["secret"]}).status_code == 410


def test_after_five_wrong_codes_even_the_right_one_is_refused(client, staff):
    code, admin = post(client, "/kiosk/enrolment/").json()["code"], staff("admin")
    wrong = "A" * 8 if code != "A" * 8 else "B" * 8
    for _ in range(5):
        admin.post("/admin/kiosks/enrol/", form(wrong))
    answer = admin.post("/admin/kiosks/enrol/", form(code))
    assert Device.objects.count() == 0
    assert answer.context["form"].errors["code"]


def test_a_refused_form_keeps_what_was_typed(client, staff):
    answer = staff("admin").post("/admin/kiosks/enrol/", form("AB2", name="Lângă ușă"))
    assert "Lângă ușă" in answer.content.decode()
    assert Device.objects.count() == 0


@pytest.mark.parametrize("pin", ["12345", "1234567", "abcdef", "111111"])
def test_a_poor_pin_is_refused(client, staff, pin):
    code = post(client, "/kiosk/enrolment/").json()["code"]
    staff("admin").post("/admin/kiosks/enrol/", form(code, pin=pin))
    assert Device.objects.count() == 0


def test_codes_are_not_given_without_end(client):
    answers = [post(client, "/kiosk/enrolment/").status_code for _ in range(61)]
    assert (answers[59], answers[60]) == (201, 429)


def test_old_codes_are_forgotten(client):
    post(client, "/kiosk/enrolment/")
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=30), tick=False):
        post(client, "/kiosk/enrolment/")
    assert Enrolment.objects.count() == 1


@pytest.mark.parametrize("body,kind", [("{", "application/json"), ("[]", "application/json"), ("a=1", "text/plain")])
def test_bad_input_gets_a_clear_400(client, body, kind):
    answer = client.post("/kiosk/enrolment/claim/", body, content_type=kind, headers=HOST)
    assert (answer.status_code, "error" in answer.json()) == (400, True)


def test_a_request_of_another_site_is_refused(enrolled):
    assert post(enrolled, "/kiosk/heartbeat/", {}, **{"sec-fetch-site": "cross-site"}).status_code == 403


def test_the_device_can_check_the_pin_without_a_network(enrolled):
    told = get(enrolled, "/kiosk/announcements.json").json()["device"]["pin"]
    assert told["hash"] == pin_hash(PIN, told["salt"]) and told["iterations"] == ITERATIONS


def test_announcements_come_in_four_languages_with_their_times(enrolled):
    key, start = uuid.uuid4(), timezone.now() + datetime.timedelta(days=1)
    for code in ("ro", "ru", "nl", "en"):
        Notice.objects.create(
            translation_key=key, locale=Locale.objects.get(language_code=code), text=f"text {code}",
            area=Area.objects.get(code="cahul"), starts_at=start,
        )  # fmt: skip
    told = [row for row in get(enrolled, "/kiosk/announcements.json").json()["announcements"] if row["id"] == str(key)]
    assert told[0]["text"] == {code: f"text {code}" for code in ("ro", "ru", "nl", "en")}
    assert datetime.datetime.fromisoformat(told[0]["starts"]) == start


def test_announcements_of_other_offices_and_past_ones_do_not_come(enrolled):
    now, hour, ro = timezone.now(), datetime.timedelta(hours=1), Locale.objects.get(language_code="ro")
    Notice.objects.create(locale=ro, text="alt", area=Area.objects.get(code="ungheni"), starts_at=now)
    Notice.objects.create(
        locale=ro, text="vechi", area=Area.objects.get(code="cahul"), starts_at=now - 2 * hour, ends_at=now - hour
    )
    texts = [row["text"].get("ro") for row in get(enrolled, "/kiosk/announcements.json").json()["announcements"]]
    assert not {"alt", "vechi"} & set(texts)


def test_a_heartbeat_is_written_down(enrolled):
    assert post(enrolled, "/kiosk/heartbeat/", GOOD).status_code == 204
    device = Device.objects.get()
    assert (device.set_version, device.free_megabytes, device.resets) == ("abc", 5120, 7)


@pytest.mark.parametrize("field,value", [("free", -1), ("resets", "many"), ("error", "/ro/get-help-now/"), ("synced", 1e20),
                                         ("version", 5), ("resets", True)])  # fmt: skip
def test_a_heartbeat_that_cannot_be_right_changes_nothing(enrolled, field, value):
    answer = post(enrolled, "/kiosk/heartbeat/", GOOD | {field: value})
    assert (answer.status_code, field in answer.json()["error"]) == (400, True)
    assert Device.objects.get().seen_at is None


def test_a_device_gets_codes_for_its_slips_before_they_run_out(enrolled):
    codes = post(enrolled, "/kiosk/heartbeat/", GOOD | {"codes": 3}).json()["codes"]
    assert len(codes) == 40
    assert slips.check(codes[0]).verdict == slips.Verdict.GENUINE


def test_a_device_with_enough_codes_gets_none(enrolled):
    assert post(enrolled, "/kiosk/heartbeat/", GOOD | {"codes": 10}).status_code == 204


def test_the_codes_of_a_stolen_device_are_revoked(enrolled, staff):
    code = post(enrolled, "/kiosk/heartbeat/", GOOD | {"codes": 0}).json()["codes"][0]
    staff("admin").post(f"/admin/kiosks/{Device.objects.get().pk}/revoke/", {"slips": "1"})
    assert slips.check(code).verdict == slips.Verdict.REVOKED


def test_a_kiosk_hands_a_list_over(enrolled):
    page = page_at("/about/")
    made = post(enrolled, "/kiosk/handover/", {"pages": [page.pk], "language": "ro", "office": "cahul"}).json()
    assert made["url"] == f"http://testserver/ro/mine/{made['code']}/"

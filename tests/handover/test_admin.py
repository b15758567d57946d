"""Reports of fraud and codes on paper in the admin: who sees them, who changes them, how long they are kept."""

import datetime
import uuid

import pytest
import time_machine
from django.urls import reverse
from wagtail.models import ModelLogEntry

from core import clockwork
from core.models import Area, User
from handover import slips
from handover.models import FraudReport, SlipBatch
from handover.slips import Verdict
from handover.templatetags.handover_tags import card_code
from translations.desk.home import to_dos

pytestmark = pytest.mark.django_db
MAY = ("admin", "editor", "editor-cahul", "counsellor-cahul")
MAY_NOT = ("translator-ru", "reviewer")


def url(model, action, *args):
    return reverse(model.snippet_viewset.get_url_name(action), args=args)


@pytest.fixture
def login(client):
    def as_user(username):
        client.force_login(User.objects.get(username=username))
        return client

    return as_user


def each_hour():
    for work in clockwork.each_hour:
        work()


def report(area="cahul", **data):
    place = Area.objects.get(code=area) if area else None
    return FraudReport.objects.create(**{"language": "ro", "message": f"Hoț la {area}", "area": place, **data})


def card(area="cahul", **data):
    place = Area.objects.get(code=area)
    until = datetime.date(2099, 1, 1)
    return SlipBatch.objects.create(**{"area": place, "purpose": f"Vizite {area}", "valid_until": until, **data})


@pytest.mark.parametrize("model", [FraudReport, SlipBatch])
@pytest.mark.parametrize("username", MAY)
def test_who_counsels_or_edits_opens_the_list(login, model, username):
    assert login(username).get(url(model, "list")).status_code == 200


@pytest.mark.parametrize("model", [FraudReport, SlipBatch])
@pytest.mark.parametrize("username", MAY_NOT)
def test_others_do_not(login, model, username):
    assert login(username).get(url(model, "list")).status_code == 302


@pytest.mark.parametrize("make", [report, card])
@pytest.mark.parametrize(
    ("username", "area", "allowed"),
    [
        ("admin", "ungheni", True), ("editor", "ungheni", True), ("editor-cahul", "cahul", True),
        ("editor-cahul", "ungheni", False), ("counsellor-cahul", "cahul", True), ("counsellor-cahul", "ungheni", False),
        ("reviewer", "cahul", False),
    ],
)  # fmt: skip
def test_a_counsellor_opens_what_is_of_the_own_area(login, make, username, area, allowed):
    row = make(area)
    assert (login(username).get(url(type(row), "edit", row.pk)).status_code == 200) is allowed


def test_a_report_without_a_shop_front_is_for_editors_of_all(login):
    row = report("")
    assert login("editor").get(url(FraudReport, "edit", row.pk)).status_code == 200
    assert login("counsellor-cahul").get(url(FraudReport, "edit", row.pk)).status_code == 302


@pytest.mark.parametrize("make", [report, card])
def test_a_counsellor_sees_the_own_area_in_the_list(login, make):
    own, other = make("cahul"), make("ungheni")
    text = login("counsellor-cahul").get(url(type(own), "list")).content.decode()
    assert url(type(own), "edit", own.pk) in text
    assert url(type(own), "edit", other.pk) not in text


@pytest.mark.parametrize("narrowed", [{"state": "closed"}, {"area": "ungheni"}, {"owner": "reviewer"}])
def test_the_inbox_is_filtered_by_state_shop_front_and_owner(login, narrowed):
    row = report("cahul", owner=User.objects.get(username="editor"))
    values = dict(narrowed)
    if "area" in values:
        values["area"] = Area.objects.get(code=values["area"]).pk
    if "owner" in values:
        values["owner"] = User.objects.get(username=values["owner"]).pk
    text = login("editor").get(url(FraudReport, "list"), values).content.decode()
    assert url(FraudReport, "edit", row.pk) not in text


@pytest.mark.parametrize("action", ["add", "delete"])
@pytest.mark.parametrize("username", [name for name in MAY if name != "admin"])
def test_nobody_writes_or_deletes_a_report_by_hand(login, username, action):
    args = [report().pk] if action == "delete" else []
    assert login(username).get(url(FraudReport, action, *args)).status_code == 302


def test_a_report_gets_owner_state_and_note_and_its_words_stay_as_they_were(login):
    row, owner = report(), User.objects.get(username="counsellor-cahul")
    data = {"owner": owner.pk, "state": "answered", "note": "Am sunat.", "message": "Altceva", "contact": "x"}
    login("counsellor-cahul").post(url(FraudReport, "edit", row.pk), data)
    row.refresh_from_db()
    assert (row.owner, row.state, row.note, row.message, row.contact) == (
        owner, "answered", "Am sunat.", "Hoț la cahul", "",
    )  # fmt: skip


def test_the_log_of_the_admin_keeps_no_word_of_a_report(login):
    row = report(contact="ana@example.org")
    login("editor").post(url(FraudReport, "edit", row.pk), {"owner": "", "state": "closed", "note": ""})
    entry = ModelLogEntry.objects.get(object_id=str(row.pk), content_type__model="fraudreport")
    assert not {"Hoț", "ana@"} & set(str((entry.label, entry.data)).split())
    assert "Hoț" not in f"{entry.label} {entry.data}"


@pytest.mark.parametrize(
    ("username", "expected"), [("editor", 3), ("counsellor-cahul", 1), ("reviewer", 0), ("translator-ru", 0)]
)
def test_new_reports_stand_on_the_to_do_list_of_who_handles_them(username, expected):
    for area in ("cahul", "ungheni", ""):
        report(area)
    report("cahul", state="in-work")
    lines = [line.count for line in to_dos(User.objects.get(username=username)) if "fraudreport" in line.url]
    assert sum(lines) == expected


def test_the_line_of_the_to_do_list_leads_to_the_new_ones(login):
    new, old = report(), report(state="closed")
    user = User.objects.get(username="editor")
    line = next(line for line in to_dos(user) if "fraudreport" in line.url)
    text = login("editor").get(line.url).content.decode()
    assert url(FraudReport, "edit", new.pk) in text
    assert url(FraudReport, "edit", old.pk) not in text


def test_contact_and_report_are_deleted_in_their_time():
    with time_machine.travel("2026-03-01T12:00:00Z", tick=False) as clock:
        row = report(contact="ana@example.org", state="in-work")
        seen = []
        for days in (89, 1, 274):
            clock.shift(datetime.timedelta(days=days))
            each_hour()
            row.refresh_from_db()
            seen.append((row.contact, row.message))
        clock.shift(datetime.timedelta(days=1))
        each_hour()
    assert seen == [("ana@example.org", "Hoț la cahul"), ("", "Hoț la cahul"), ("", "Hoț la cahul")]
    assert not FraudReport.objects.exists()


def issue(client, **data):
    area = Area.objects.get(code=data.pop("area", "cahul"))
    return client.post(
        url(SlipBatch, "add"), {"purpose": "Cărți de vizită", "area": area.pk, "valid_until": "2099-01-01", **data}
    )


@pytest.mark.parametrize("username", MAY)
def test_staff_issues_a_code_for_cards_that_is_genuine(login, username):
    issue(login(username))
    made = SlipBatch.objects.get()
    assert (made.issued_by.username, made.count, made.device) == (username, 1, None)
    assert slips.check(card_code(made)).verdict is Verdict.GENUINE


def test_the_code_stands_in_the_form_after_saving(login):
    made = card()
    assert card_code(made) in login("editor").get(url(SlipBatch, "edit", made.pk)).content.decode()


def test_the_stock_of_a_device_shows_how_many_and_no_code(login):
    stock = slips.issue_stock(uuid.uuid4(), "cahul", 20)
    text = login("editor").get(url(SlipBatch, "edit", SlipBatch.objects.get().pk)).content.decode()
    assert "20" in text
    assert not [code for code in stock if code in text]


def test_a_counsellor_issues_nothing_in_the_name_of_another_shop_front(login):
    issue(login("counsellor-cahul"), area="ungheni")
    assert not SlipBatch.objects.exists()


def test_a_code_needs_to_say_on_what_it_is_printed(login):
    issue(login("editor"), purpose="")
    assert not SlipBatch.objects.exists()


def test_who_issued_a_code_cannot_be_changed_afterwards(login):
    made = card("cahul", issued_by=User.objects.get(username="counsellor-cahul"))
    other = Area.objects.get(code="ungheni")
    data = {"purpose": "Altele", "area": other.pk, "valid_until": "2098-01-01", "is_revoked": "on"}
    login("editor").post(url(SlipBatch, "edit", made.pk), data)
    made.refresh_from_db()
    assert (made.area.code, made.issued_by.username, made.purpose, made.is_revoked) == (
        "cahul", "counsellor-cahul", "Altele", True,
    )  # fmt: skip


def test_a_revoked_card_does_not_hold_any_more(login):
    made = card()
    data = {"purpose": made.purpose, "area": made.area_id, "valid_until": "2099-01-01", "is_revoked": "on"}
    login("counsellor-cahul").post(url(SlipBatch, "edit", made.pk), data)
    assert slips.check(card_code(made)).verdict is Verdict.REVOKED


@pytest.mark.parametrize("username", [name for name in MAY if name != "admin"])
def test_nobody_deletes_a_code_which_would_make_real_paper_false(login, username):
    assert login(username).get(url(SlipBatch, "delete", card().pk)).status_code == 302

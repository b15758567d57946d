"""`/check/` and the report of fraud, over HTTP, in four languages."""

import datetime
import re
import uuid

import pytest
import time_machine
from lxml import html

from core.languages import LANGUAGES
from handover import checking, slips
from handover.models import FraudReport, SlipBatch

pytestmark = pytest.mark.django_db
DEVICE = uuid.UUID(int=7)
FORGED = "2222-2222-2222"


def code_with(verdict):
    """A code that gets this answer."""
    if verdict == "not-ours":
        return FORGED
    code = slips.issue_stock(DEVICE, "cahul", 1)[0]
    if verdict == "expired":
        SlipBatch.objects.update(valid_until=datetime.date(2025, 1, 1))
    elif verdict == "revoked":
        slips.revoke(DEVICE)
    return code


def main(response):
    return html.fromstring(response.content).xpath("//main")[0]


@pytest.mark.parametrize("verdict", ["genuine", "expired", "revoked", "not-ours"])
def test_each_answer_has_words_an_icon_and_a_colour_in_each_language(client, verdict, language):
    response = client.get(f"/{language}/check/{code_with(verdict)}/")
    answer = main(response).xpath(f".//div[contains(@class, 'verdict-{verdict}')]")[0]
    assert response.status_code == 200
    assert answer.xpath("h1/svg") and answer.xpath("string(h1/span)")


def test_a_genuine_code_says_who_issued_it_when_and_until_when(client):
    with time_machine.travel("2026-03-01T12:00:00Z"):
        text = main(client.get(f"/en/check/{code_with('genuine')}/")).xpath("string()")
    assert "1 March 2026" in text and "1 March 2027" in text
    assert "Cahul" in text
    assert "This service is free" in text


@pytest.mark.parametrize(("verdict", "count"), [("expired", 1), ("revoked", 1), ("not-ours", 4)])
def test_every_other_answer_says_whom_to_call(client, verdict, count, language):
    page = main(client.get(f"/{language}/check/{code_with(verdict)}/"))
    assert len(page.xpath(".//ul[@class='people']/li")) == count


@pytest.mark.parametrize("verdict", ["revoked", "not-ours"])
def test_a_bad_answer_says_what_to_do_and_112_in_danger(client, verdict, language):
    page = main(client.get(f"/{language}/check/{code_with(verdict)}/"))
    assert len(page.xpath(".//section[@aria-labelledby='do']//li")) == 4
    assert "tel:112" in page.xpath(".//a/@href")


def test_nobody_writes_on_our_page_by_an_address_that_is_sent_around(client):
    page = main(client.get("/en/check/", {"code": "Call 069 555 444 now"}))
    assert "555" not in page.xpath("string()")


def test_an_answer_names_nobody(client, django_user_model):
    code = code_with("genuine")
    user = django_user_model.objects.get(username="editor")
    user.first_name = "Veronica"
    user.save()
    SlipBatch.objects.update(issued_by=user)
    text = client.get(f"/ro/check/{code}/").content.decode()
    assert not re.search("Veronica|editor", text)
    assert str(DEVICE) not in text


@pytest.mark.parametrize("change", [str.lower, lambda code: code.replace("-", " "), lambda code: f" {code}."])
def test_a_typed_code_leads_to_its_answer(client, change):
    code = code_with("genuine")
    assert client.get("/nl/check/", {"code": change(code)})["Location"] == f"/nl/check/{code}/"


@pytest.mark.parametrize("typed", ["7HKC", "../../admin/", "<b>", "é", "\0", "9" * 500])
def test_what_is_no_code_is_not_ours_and_stays_in_the_form(client, typed):
    response = client.get("/ro/check/", {"code": typed})
    assert response.status_code == 200
    assert main(response).xpath(".//div[contains(@class, 'verdict-not-ours')]")


def test_what_was_typed_can_be_mended(client):
    assert main(client.get("/ro/check/", {"code": "7hkc"})).xpath(".//input[@id='code']/@value") == ["7hkc"]


def test_the_language_switch_keeps_the_code(client):
    code = code_with("genuine")
    links = html.fromstring(client.get(f"/ro/check/{code}/").content).xpath("//nav[@class='languages']//a/@href")
    assert links == [f"/{language}/check/{code}/" for language in LANGUAGES]


@pytest.mark.parametrize("path", ["check/", f"check/{FORGED}/", "check/report/"])
def test_nobody_keeps_or_finds_an_answer(client, path):
    response = client.get(f"/ro/{path}")
    assert "no-store" in response["Cache-Control"]
    assert (response["X-Robots-Tag"], response["Referrer-Policy"]) == ("noindex", "same-origin")


@pytest.mark.parametrize("path", ["check/", f"check/{FORGED}/"])
def test_checking_sets_no_cookie(client, path):
    assert not client.get(f"/ro/{path}").cookies


@pytest.mark.parametrize("verdict", ["genuine", "expired", "revoked", "not-ours"])
def test_an_answer_stays_within_twenty_queries(client, verdict, django_assert_max_num_queries):
    code = code_with(verdict)
    client.get(f"/ru/check/{code}/")
    with django_assert_max_num_queries(20):
        client.get(f"/ru/check/{code}/")


def test_who_tries_many_codes_has_to_wait(client):
    for _ in range(checking.GUESSES.most):
        client.get(f"/ro/check/{FORGED}/")
    assert client.get(f"/ro/check/{code_with('genuine')}/").status_code == 429


def test_real_codes_are_not_counted(client):
    code = code_with("genuine")
    for _ in range(checking.GUESSES.most + 1):
        answer = client.get(f"/ro/check/{code}/").status_code
    assert answer == 200


def test_the_foot_of_every_page_leads_to_the_check(client, language):
    links = html.fromstring(client.get(f"/{language}/about/").content).xpath("//footer//a/@href")
    assert {f"/{language}/check/", f"/{language}/mine/"} <= set(links)


@pytest.fixture
def send(client):
    def post(language="ro", **data):
        return client.post(f"/{language}/check/report/", {"message": "Mi-a cerut 200 de euro.", **data})

    return post


def test_a_report_is_kept_with_its_shop_front_and_nothing_else(send):
    response = send("ru", code="7hkc", area="cahul", contact="ana@example.org")
    kept = FraudReport.objects.get()
    assert (response.status_code, response["Location"]) == (302, "/ru/check/report/?sent=yes")
    assert (kept.language, kept.code, kept.area.code, kept.contact, kept.state, kept.owner) == (
        "ru", "7hkc", "cahul", "ana@example.org", "new", None,
    )  # fmt: skip


def test_a_report_needs_no_code_no_shop_front_and_no_contact(send):
    send()
    kept = FraudReport.objects.get()
    assert (kept.code, kept.area, kept.contact) == ("", None, "")


def test_the_answer_fills_code_and_shop_front_into_the_report(client):
    code = code_with("revoked")
    url = main(client.get(f"/ro/check/{code}/")).xpath(".//a[@class='button']/@href")[0]
    page = main(client.get(url))
    assert page.xpath(".//input[@name='code']/@value") == [code]
    assert page.xpath(".//select[@name='area']/option[@selected]/@value") == ["cahul"]


@pytest.mark.parametrize(
    "mistake",
    [{"message": ""}, {"message": "x" * 3001}, {"area": "atlantis"}, {"contact": "x" * 201}, {"website": "x"}],
)
def test_a_mistake_loses_nothing_that_was_typed(send, mistake):
    response = send(**{"code": "7HKC", "area": "cahul", "contact": "ana@example.org"} | mistake)
    page = main(response)
    assert response.status_code == 200
    assert not FraudReport.objects.exists()
    assert page.xpath(".//*[contains(@class, 'field-error')]//*[@class='error']")
    assert page.xpath(".//input[@name='code']/@value") == ["7HKC"]


def test_a_program_that_fills_in_everything_is_asked_to_stop_and_people_see_why(send):
    page = main(send(website="https://spam.example.org"))
    assert not page.xpath(".//input[@name='website']/ancestor::*[@aria-hidden]")


def test_so_many_reports_come_from_one_address_and_no_more(send):
    answers = [send(message=f"Raport {number}").status_code for number in range(checking.REPORTS.most)]
    last = send(message="Raport care nu trebuie pierdut")
    assert (set(answers), last.status_code) == ({302}, 429)
    assert "Raport care nu trebuie pierdut" in main(last).xpath("string(.//textarea)")


def test_a_report_from_another_site_is_refused():
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/ro/check/report/", {"message": "x"}).status_code == 403
    assert not FraudReport.objects.exists()


def test_a_report_sent_from_its_own_form_is_accepted():
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    token = main(strict.get("/ro/check/report/")).xpath(".//input[@name='csrfmiddlewaretoken']/@value")[0]
    assert strict.post("/ro/check/report/", {"message": "x", "csrfmiddlewaretoken": token}).status_code == 302


def test_the_thanks_say_what_comes_next(client, language):
    assert main(client.get(f"/{language}/check/report/?sent=yes")).xpath("string(.//h1)")


def test_the_form_says_how_long_what_is_kept(client):
    text = main(client.get("/en/check/report/")).xpath("string()")
    assert (f"{FraudReport.CONTACT_DAYS} days" in text, "after a year" in text) == (True, True)

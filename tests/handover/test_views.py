"""Sets on a phone, over HTTP, in four languages; and what a kiosk gets when it hands one over."""

import datetime
import json

import pytest
import time_machine
from lxml import html
from wagtail.models import Page

from core import addresses
from core.languages import LANGUAGES
from handover import sets, views
from handover.models import HandOver

pytestmark = pytest.mark.django_db
UNKNOWN = "222222"


@pytest.fixture
def made(ids):
    return sets.create(ids, "ro", "cahul")


def main_links(response):
    return html.fromstring(response.content).xpath("//main//a/@href")


def text_of(response):
    return html.fromstring(response.content).xpath("string(//main)")


def test_the_form_needs_no_script_and_sets_no_cookie(client, language):
    response = client.get(f"/{language}/mine/")
    form = html.fromstring(response.content).xpath("//main//form[@method='get']")[0]
    assert (response.status_code, form.xpath(".//input/@name"), bool(response.cookies)) == (200, ["code"], False)


@pytest.mark.parametrize("change", [str.lower, lambda code: f"{code[:3]} {code[3:]}", lambda code: f" {code}-"])
def test_a_typed_code_leads_to_the_set_in_its_own_language(client, made, change):
    response = client.get("/nl/mine/", {"code": change(made.code)})
    assert (response.status_code, response["Location"]) == (302, f"/ro/mine/{made.code}/")


def test_the_set_shows_its_pages_with_a_sentence_in_each_language(client, made, ids, language):
    response = client.get(f"/{language}/mine/{made.code}/")
    wanted = {addresses.localized(page_id, language).url for page_id in ids}
    assert response.status_code == 200
    assert wanted <= set(main_links(response))
    assert len(html.fromstring(response.content).xpath("//main//ul[contains(@class, 'set-list')]/li/p")) == 2


def test_the_set_says_where_it_was_made_and_until_when_it_works(client, ids):
    with time_machine.travel("2026-03-01T12:00:00Z"):
        made = sets.create(ids, "en", "cahul")
        text = text_of(client.get(f"/en/mine/{made.code}/"))
    assert "15 March 2026" in text
    assert Page.objects.get(pk=addresses.localized(ids[2], "en").page_id).title in text


def test_a_shop_front_stands_there_with_phone_address_and_hours(client, made):
    document = html.fromstring(client.get(f"/ro/mine/{made.code}/").content)
    office = document.xpath("//main//aside")[0]
    assert office.xpath(".//table[@class='hours']") and len(office.xpath(".//ul[@class='contact-lines']/li")) >= 3


def test_the_language_switch_keeps_the_set(client, made):
    document = html.fromstring(client.get(f"/ro/mine/{made.code}/").content)
    links = document.xpath("//nav[@class='languages']//a/@href")
    assert links == [f"/{code}/mine/{made.code}/" for code in LANGUAGES]


def test_a_page_in_another_language_says_so(client, made, ids):
    Page.objects.get(pk=addresses.localized(ids[0], "nl").page_id).unpublish()
    document = html.fromstring(client.get(f"/nl/mine/{made.code}/").content)
    assert document.xpath("//ul[contains(@class, 'set-list')]/li[@lang='ro']/a[@hreflang='ro']")
    assert document.xpath("//main//div[@class='notice']")


def test_a_page_that_was_unpublished_is_named_as_gone(client, made, ids):
    page = Page.objects.get(pk=ids[0])
    page.unpublish()
    document = html.fromstring(client.get(f"/ro/mine/{made.code}/").content)
    assert page.title in document.xpath("string(//section[@aria-labelledby='gone'])")


def test_unknown_expired_and_damaged_are_one_and_the_same_page(client, ids, language):
    with time_machine.travel(datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=15)):
        old = sets.create(ids, "ro", "cahul").code
    answers = [client.get(f"/{language}/mine/{code}/") for code in (old, UNKNOWN, "x")]
    answers.append(client.get(f"/{language}/mine/p/garbage!/"))
    pages = {html.fromstring(answer.content).xpath("string(//main//h1)") for answer in answers}
    assert {answer.status_code for answer in answers} == {404}
    assert len(pages) == 1


def test_a_wrong_code_stays_in_the_form(client):
    document = html.fromstring(client.get("/ru/mine/", {"code": "abc 12"}).content)
    assert document.xpath("//input[@id='code']/@value") == ["abc 12"]


@pytest.mark.parametrize(
    "path", ["mine/%00/", "mine/p/%00/", "mine/p/1..2/", "mine/p/zzzzzzzzz/", "mine/'\"<b>/", "mine/?code=%00", "mine/p/" + "1." * 400 + "1/"]
)  # fmt: skip
def test_garbage_is_the_friendly_page_and_never_an_error(client, path):
    assert client.get(f"/ro/{path}").status_code == 404


def test_a_set_in_the_address_needs_no_row_and_has_no_end(client, ids, language):
    response = client.get(f"/{language}/mine/p/{sets.encode(ids)}/")
    wanted = {addresses.localized(page_id, language).url for page_id in ids}
    assert response.status_code == 200
    assert wanted <= set(main_links(response))
    assert not HandOver.objects.exists()


def test_ids_of_nothing_are_the_friendly_page(client):
    assert client.get(f"/ro/mine/p/{sets.encode([987654, 987655])}/").status_code == 404


def test_nobody_keeps_finds_or_passes_on_the_address_of_a_set(client, made, ids):
    for path in ("mine/", f"mine/{made.code}/", f"mine/{UNKNOWN}/", f"mine/p/{sets.encode(ids)}/"):
        response = client.get(f"/ro/{path}")
        assert "no-store" in response["Cache-Control"], path
        assert (response["X-Robots-Tag"], response["Referrer-Policy"]) == ("noindex", "no-referrer"), path
        assert html.fromstring(response.content).xpath("//meta[@name='robots']/@content") == ["noindex"], path
        assert not response.cookies, path


def test_the_set_stays_within_twenty_queries(client, made, django_assert_max_num_queries):
    client.get(f"/ro/mine/{made.code}/")
    with django_assert_max_num_queries(20):
        client.get(f"/ro/mine/{made.code}/")


def test_thirty_pages_with_all_shop_fronts_stay_within_twenty_queries(client, django_assert_max_num_queries):
    table = addresses.addresses.get()
    ids = [found.page_id for (code, inner), found in table.by_inner.items() if code == "ru" and "/shop-front/" in inner]
    ids += [found.page_id for found in table.in_tree_order() if found.language == "ru"][: 30 - len(ids)]
    made = sets.create(ids, "ru", "cahul")
    client.get(f"/ru/mine/{made.code}/")
    with django_assert_max_num_queries(20):
        client.get(f"/ru/mine/{made.code}/")


def test_who_tries_many_codes_has_to_wait(client, made, language):
    with time_machine.travel("2026-03-01T12:00:00Z", tick=False) as clock:
        made = sets.create(made.page_ids, "ro")
        tries = [client.get(f"/{language}/mine/{UNKNOWN}/").status_code for _ in range(views.GUESSES.most)]
        refused = [client.get(f"/{language}/mine/{code}/") for code in (UNKNOWN, made.code)]
        refused.append(client.get(f"/{language}/mine/", {"code": made.code}))
        clock.shift(views.GUESSES.seconds)
        after = client.get(f"/{language}/mine/{made.code}/").status_code
    assert (set(tries), {answer.status_code for answer in refused}, after) == ({404}, {429}, 200)
    assert html.fromstring(refused[0].content).get("lang") == language


def test_another_address_need_not_wait(client, made):
    for _ in range(views.GUESSES.most):
        client.get(f"/ro/mine/{UNKNOWN}/")
    assert client.get(f"/ro/mine/{made.code}/", REMOTE_ADDR="192.0.2.7").status_code == 200


def test_right_codes_are_not_counted(client, made):
    for _ in range(views.GUESSES.most + 1):
        answer = client.get(f"/ro/mine/{made.code}/").status_code
    assert answer == 200


@pytest.mark.parametrize("path", ["/mine/", "/check/", "/check/2222-2222-2222/"])
def test_an_address_from_paper_goes_on_in_the_visitors_language(client, path):
    response = client.get(path, headers={"accept-language": "ru"})
    assert (response.status_code, response["Location"]) == (302, f"/ru{path}")
    assert response["Vary"] == "Accept-Language, Cookie"


@pytest.fixture
def hand_over(rf):
    def send(data, content_type="application/json", **extra):
        body = data if isinstance(data, str | bytes) else json.dumps(data)
        return views.create_set(rf.post("/kiosk/handover/", body, content_type=content_type, **extra))

    return send


def test_a_kiosk_gets_code_address_end_and_spoken_code(hand_over, ids, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://portal.example.md/"
    answer = json.loads(hand_over({"pages": ids, "language": "ru", "office": "cahul"}).content)
    made = HandOver.objects.get()
    assert answer == {
        "code": made.code,
        "url": f"https://portal.example.md/ru/mine/{made.code}/",
        "expires": made.expires_at.isoformat(timespec="seconds"),
        "spoken": f"{made.code[:3]} {made.code[3:]}",
    }


def test_what_a_kiosk_gets_opens_on_a_phone(hand_over, ids, client):
    url = json.loads(hand_over({"pages": ids, "language": "ru", "office": "cahul"}).content)["url"]
    assert client.get(url.removeprefix("http://testserver")).status_code == 200


def test_a_set_keeps_nothing_but_pages_language_office_and_time(hand_over, ids):
    hand_over({"pages": ids, "language": "ro", "office": "cahul", "name": "Ana", "phone": "+373 22 000 000"})
    assert {field.name for field in HandOver._meta.get_fields()} == {
        "id", "code", "language", "page_ids", "office", "created_at", "expires_at",
    }  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [
        "", "nonsense", b"\xff", "[]", "null", "[" * 9000, "{}", {"pages": [], "language": "ro"},
        {"pages": [True], "language": "ro"}, {"pages": ["1"], "language": "ro"}, {"pages": [1.5], "language": "ro"},
        {"pages": {"1": 1}, "language": "ro"}, {"pages": [3], "language": "de"}, {"pages": [3], "language": ["ro"]},
        {"pages": [3], "language": "ro", "office": 7}, {"pages": [10**30], "language": "ro"},
        {"pages": [1] * 9000, "language": "ro"},
    ],
)  # fmt: skip
def test_a_bad_request_gets_an_error_in_json(hand_over, data):
    response = hand_over(data)
    assert response.status_code == 400
    assert json.loads(response.content)["error"]


def test_a_form_of_another_site_cannot_make_a_set(hand_over, ids):
    assert hand_over({"pages": ids, "language": "ro"}, content_type="text/plain").status_code == 400


def test_a_set_can_only_be_sent(rf):
    assert views.create_set(rf.get("/kiosk/handover/")).status_code == 405


def test_one_address_makes_so_many_sets_and_no_more(hand_over, ids, monkeypatch):
    monkeypatch.setattr(views, "MADE", views.Limit("few", most=2, seconds=3600))
    assert [hand_over({"pages": ids, "language": "ro"}).status_code for _ in range(3)] == [200, 200, 429]


def test_all_addresses_together_make_so_many_sets_and_no_more(hand_over, ids, monkeypatch):
    monkeypatch.setattr(views, "MADE_BY_ALL", views.Limit("few", most=2, seconds=3600))
    places = (f"192.0.2.{number}" for number in range(3))
    answers = [hand_over({"pages": ids, "language": "ro"}, REMOTE_ADDR=place).status_code for place in places]
    assert answers == [200, 200, 429]

"""What a phone may keep: only what our server marks, and it marks only public pages as everybody gets them."""

import json
import re

import pytest
from django.http import HttpResponse
from wagtail.models import Page, PageViewRestriction

from core import addresses
from core.languages import LANGUAGES
from phones.keeping import mark
from tests.pages import PAGE_TYPES, longest_page

pytestmark = pytest.mark.django_db
HEADER = "Nexus-Published"
ABOUT = "/ro/about/"


@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_a_page_says_when_it_was_published(client, model, language):
    address = longest_page(model, language)
    assert client.get(address.url).headers[HEADER] == address.published_at.isoformat(timespec="seconds")


@pytest.mark.parametrize(
    "url",
    [
        "/", "/ro/search/", "/ro/search/?q=pensie", "/ro/search/suggest/?q=pe", "/ro/search/missed/", "/ro/finder/",
        "/ro/about/?from=mail", "/ro/offline/", "/sw.js", "/sitemap.xml", "/robots.txt", "/admin/", "/admin/login/",
        "/api/v2/pages/", "/manifest.webmanifest",
    ],
)  # fmt: skip
def test_what_is_no_public_page_has_no_mark(client, url):
    assert HEADER not in client.get(url).headers


def test_a_page_as_the_staff_sees_it_has_no_mark(admin_client):
    assert HEADER not in admin_client.get(ABOUT).headers


def test_a_page_that_is_written_to_has_no_mark(client):
    assert HEADER not in client.post(ABOUT).headers


def test_a_page_behind_a_restriction_has_no_mark(client, rf):
    page = Page.objects.get(pk=addresses.find("ro", "/about/").page_id)
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.PASSWORD, password="x")
    response = HttpResponse(headers={"Cache-Control": "public, max-age=300"})
    mark(page.specific, rf.get(ABOUT), response)
    assert HEADER not in response.headers


def test_what_is_not_here_tells_phones_to_forget_it(client, language):
    response = client.get(f"/{language}/nothing-here/")
    assert (response.status_code, response.headers[HEADER]) == (404, "gone")


def test_the_worker_looks_after_the_whole_site_and_is_asked_anew(client):
    response = client.get("/sw.js")
    assert response.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert response.headers["Cache-Control"] == "no-cache"
    assert not {"Cookie", "Accept-Language"} & set(response.headers.get("Vary", "").split(", "))
    again = client.get("/sw.js", headers={"if-none-match": response.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert not response.cookies


def known(client):
    first = client.get("/sw.js").content.decode().splitlines()[0]
    return json.loads(first.removeprefix("const NEXUS = ").removesuffix(";"))


def test_the_worker_carries_the_offline_page_in_four_languages(client):
    pages = known(client)["pages"]
    assert list(pages) == list(LANGUAGES)
    for language, text in pages.items():
        assert f'<html lang="{language}"' in text
        assert text == client.get(f"/{language}/offline/").content.decode()


def test_the_pages_that_the_worker_makes_have_the_strict_policy(client):
    ours = known(client)["policy"]
    served = client.get(ABOUT).headers["Content-Security-Policy"]
    assert {part.strip() for part in ours.split(";")} == {part.strip() for part in served.split(";")}


def test_the_worker_has_a_version(client):
    assert re.search(r'^NEXUS\.version = "[0-9a-f]{12}";$', client.get("/sw.js").content.decode(), re.MULTILINE)


def test_the_kill_switch_sends_another_worker_and_pages_start_none(client, settings):
    settings.SERVICE_WORKER = False
    text = client.get("/sw.js").content.decode()
    assert "unregister" in text and "caches.delete" in text and "fetch" not in text
    page = client.get("/ro/before-you-go/").content.decode()
    assert "data-worker=" not in page and "data-chapter" not in page


def test_the_offline_page_is_in_no_index(client):
    assert b'<meta name="robots" content="noindex">' in client.get("/ro/offline/").content
    assert b"/offline/" not in client.get("/sitemap.xml").content

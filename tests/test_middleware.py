"""Addresses that have no language get none, and nobody's language leaks into a cache."""

import pytest
from wagtail.models import Page, PageViewRestriction

from core import addresses

pytestmark = pytest.mark.django_db


def test_the_front_door_varies_on_cookie_and_accept_language(client):
    response = client.get("/", headers={"accept-language": "nl"})
    assert (response.status_code, response["Location"]) == (302, "/nl/")
    assert response["Vary"] == "Accept-Language, Cookie"


@pytest.mark.parametrize("url", ["/api/nope/", "/static/nope.css", "/documents/1/nope.pdf", "/media/nope.jpg"])
def test_a_missing_file_is_a_plain_404(client, url):
    response = client.get(url, headers={"accept-language": "ru"})
    assert response.status_code == 404
    assert "Accept-Language" not in response.headers.get("Vary", "")


def test_an_address_without_language_goes_to_the_one_with(client):
    assert client.get("/about/", headers={"accept-language": "ru"})["Location"] == "/ru/about/"


def test_a_page_does_not_vary_on_accept_language(client):
    assert "Accept-Language" not in client.get("/ro/about/").headers.get("Vary", "")


def test_pages_have_a_strict_policy_for_scripts(client):
    policy = client.get("/ro/").headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "SAMEORIGIN"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ],
)
def test_security_headers_stand_on_every_page(client, header, value):
    assert client.get("/ro/").headers[header] == value


def test_the_admin_asks_for_a_login(client):
    assert client.get("/admin/").status_code == 302


@pytest.mark.django_db
def test_a_private_page_asks_for_a_login(client):
    page = Page.objects.get(pk=addresses.find("ro", "/about/").page_id)
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    response = client.get("/ro/about/", follow=True)
    assert response.status_code == 200
    assert response.redirect_chain[-1][0].startswith("/admin/login/?next=")

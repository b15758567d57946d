"""The kiosk's own host name: its skin, and no other address."""

import pytest

from kiosk import views

pytestmark = pytest.mark.django_db


def test_a_page_wears_the_skin_of_the_kiosk(client):
    page = client.get("/ro/about/", headers={"host": "kiosk.testserver"})
    assert "kiosk/base.html" in [template.name for template in page.templates]


def test_the_same_page_for_readers_does_not(client):
    page = client.get("/ro/about/")
    assert "kiosk/base.html" not in [template.name for template in page.templates]


@pytest.mark.parametrize("path", ["/admin/", "/api/v2/pages/", "/ro/search/?q=a", "/ro/finder/?intent=back", "/sitemap.xml",
                                  "/metrics/", "/documents/1/x.pdf", "/ro/offline/"])  # fmt: skip
def test_other_addresses_do_not_exist_there(client, path):
    assert client.get(path, headers={"host": "kiosk.testserver"}).status_code == 404


def test_the_attract_screen_does_not_exist_on_the_public_host(client):
    assert client.get("/kiosk/").status_code == 404


def test_no_referrer_leaves_a_kiosk(client):
    answer = client.get("/ro/about/", headers={"host": "kiosk.testserver"})
    assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_an_error_of_the_server_wears_the_skin_and_offers_ways_on(client, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("kiosk.views.render", broken_once(views.render))
    answer = client.get("/kiosk/missing/ru/", headers={"host": "kiosk.testserver"})
    assert answer.status_code == 500
    assert 'data-act="finish"' in answer.content.decode()


def broken_once(render):
    """The first page cannot be rendered, the page about the error can."""
    calls = []

    def broken(*args, **kwargs):
        calls.append(args)
        if len(calls) == 1:
            raise RuntimeError
        return render(*args, **kwargs)

    return broken

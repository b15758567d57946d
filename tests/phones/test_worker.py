"""What a phone may keep, the page that lists it, and the switch that ends it."""

import pytest
from django.test import Client

from core.languages import LANGUAGES
from core.models import User
from phones.keeping import HEADER
from tests.pages import PAGE_TYPES, longest_page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", PAGE_TYPES)
def test_every_public_page_says_when_it_was_published(client, model):
    assert client.get(longest_page(model, "ru").url).headers[HEADER].startswith("20")


@pytest.mark.parametrize(
    "address",
    ["/ru/search/", "/ru/search/?q=a", "/ru/search/missed/", "/ru/finder/", "/api/v2/pages/", "/", "/ru/about/?x=1"],
)
def test_what_is_personal_or_asked_for_may_not_be_kept(client, address):
    assert HEADER not in client.get(address).headers


def test_what_an_editor_sees_may_not_be_kept(client):
    client.force_login(User.objects.get(username="editor"))
    assert HEADER not in client.get("/ru/about/").headers


def test_a_page_that_is_gone_is_forgotten(client):
    assert client.get("/ru/no-such-page/").headers[HEADER] == "gone"


def test_the_worker_is_asked_anew_at_every_visit(client):
    response = client.get("/sw.js")
    assert response.headers["Content-Type"].startswith("text/javascript")
    assert "no-cache" in response.headers["Cache-Control"]
    assert client.get("/sw.js", headers={"if-none-match": response.headers["ETag"]}).status_code == 304


def test_the_switch_puts_a_worker_that_ends_itself_in_its_place(client, settings):
    settings.SERVICE_WORKER = False
    assert "unregister" in client.get("/sw.js").content.decode()
    assert "data-worker" not in client.get("/ro/").content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_saved_pages_is_the_same_for_everybody(client, language):
    response = client.get(f"/{language}/offline/")
    assert response.status_code == 200
    assert not response.cookies
    editor = Client()
    editor.force_login(User.objects.get(username="editor"))
    assert editor.get(f"/{language}/offline/").content == response.content


def test_a_page_can_be_shared_without_script(client):
    text = client.get("/ro/before-you-go/papers-to-take/").content.decode()
    for beginning in ("https://wa.me/", "viber://", "https://t.me/", "sms:", "mailto:"):
        assert f'href="{beginning}' in text

"""The search desk: clicks by place, a rebuild with progress, files; and what monitoring gets."""

import re
import time

import pytest
from django.core.cache import cache
from django.urls import reverse

from search import progress, queue
from search.asked import note
from search.health import asked
from search.models import AskedQuery, QueueEntry
from search.progress import Progress
from search.searching import search
from services.models import Provider
from tests.translations.doing import page_at

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clean_cache():
    cache.delete(progress.KEY)
    yield
    cache.delete(progress.KEY)


@pytest.fixture
def page(admin_client):
    return lambda **query: admin_client.get(reverse("search_desk"), {"language": "ro", **query})


def test_an_answer_that_is_chosen_is_counted_at_its_place(client):
    text = client.get("/ro/search/", {"q": "pașaport"}).content.decode()
    pings = [ping.replace("&amp;", "&") for ping in re.findall(r'ping="([^"]+)"', text)]
    assert len(pings) == 10
    for ping in (pings[0], pings[2], pings[2]):
        assert client.post(ping).status_code == 204
    assert asked("ro", 30, without_result=False)[0].clicked == "1: 1, 3: 2"


def test_places_go_on_from_page_to_page(client):
    text = client.get("/ro/search/", {"q": "pașaport", "page": "2"}).content.decode()
    assert re.findall(r'ping="[^"]+n=(\d+)"', text)[0] == "11"


@pytest.mark.parametrize(
    "query",
    [
        {"q": "nimeni", "n": "1"},
        {"q": "pașaport", "n": "0"},
        {"q": "pașaport", "n": "x"},
        {"n": "1"},
        {"q": "pașaport", "n": "101"},
        {"q": "\0", "n": "9" * 500},
    ],
)
def test_what_was_not_asked_or_is_no_place_counts_nothing(client, query):
    note("pașaport", "ro", 3)
    from urllib.parse import urlencode

    assert client.post(f"/ro/search/clicked/?{urlencode(query)}").status_code == 204
    assert AskedQuery.objects.get().clicks == {}


def test_a_click_can_only_be_sent(client):
    assert client.get("/ro/search/clicked/?q=a&n=1").status_code == 405


def test_the_desk_and_its_table_show_places(page):
    note("pașaport", "ro", 3)
    AskedQuery.objects.update(clicks={"2": 5})
    assert "2: 5" in page().content.decode()
    assert "2: 5" in page(format="csv").content.decode()


def test_a_rebuild_runs_in_the_background_and_only_once(admin_client, monkeypatch):
    started = []
    monkeypatch.setattr(progress.Thread, "start", lambda self: started.append(self.name))
    for _ in range(2):
        admin_client.post(reverse("search_rebuild"))
    assert started == ["search-rebuild"]


def test_a_rebuild_shows_how_far_it_is_and_the_page_looks_again(page):
    progress._keep(Progress(200, 464, time.time(), time.time()))
    response = page()
    assert re.search(r'<progress max="464" value="200">', response.content.decode())
    assert response.headers["Refresh"].startswith("3;")


@pytest.mark.parametrize(
    ("state", "shown"),
    [
        (Progress(464, 464, 100.0, 112.0, 112.0), "12"),
        (Progress(0, 0, 100.0, 112.0, 112.0, "no room"), "no room"),
        (Progress(10, 464, 100.0, 112.0), "!"),
    ],
    ids=["done", "failed", "lost"],
)
def test_the_end_of_a_rebuild_is_told_and_another_can_be_started(page, state, shown):
    progress._keep(state)
    response = page()
    text = response.content.decode()
    assert shown in re.search(r'<p role="status">(.*?)</p>', text)[1]
    assert "Refresh" not in response.headers
    assert progress.progress().is_running is False


def test_a_run_keeps_its_progress(monkeypatch):
    seen = []
    monkeypatch.setattr(progress, "_keep", seen.append)
    progress.run()
    assert (seen[0].done, seen[-1].done, seen[-1].error) == (0, 464, "")
    assert seen[-1].ended_at > 0
    assert max(state.total for state in seen) == 464


def test_a_run_that_fails_says_so(monkeypatch):
    def broken(seen):
        raise RuntimeError("disk full")

    monkeypatch.setattr(progress, "rebuild", broken)
    progress.run()
    assert progress.progress().error == "disk full"


def test_who_is_no_administrator_may_not_rebuild(client, django_user_model):
    client.force_login(django_user_model.objects.get(username="editor"))
    assert client.post(reverse("search_rebuild")).status_code in (302, 403)
    assert progress.progress() is None


def test_metrics_are_for_whoever_has_the_token(client, settings):
    assert client.get("/metrics/").status_code == 404
    settings.METRICS_TOKEN = "secret"
    assert client.get("/metrics/").status_code == 404
    assert client.get("/metrics/", headers={"authorization": "Bearer wrong"}).status_code == 404
    text = client.get("/metrics/", headers={"authorization": "Bearer secret"}).content.decode()
    assert 'portal_search_documents{language="ru"} 116.0' in text
    assert "portal_search_lag_seconds 0.0" in text


def test_a_provider_that_is_called_something_else_is_found_by_its_new_name():
    provider = Provider.objects.filter(locale__language_code="ro").first()
    provider.name = "Zorgvliet"
    provider.save()
    waiting = set(QueueEntry.objects.values_list("page_id", flat=True))
    queue.drain()
    found = {hit.page_id for hit in search("zorgvliet", "ro", size=50).hits}
    assert found and found <= waiting


def test_an_area_that_is_called_something_else_is_found_by_its_new_name():
    from core.models import Area

    area = Area.objects.get(code="cahul")
    area.save()
    assert page_at("/pilot-areas/cahul/shop-front/").pk in QueueEntry.objects.values_list("page_id", flat=True)

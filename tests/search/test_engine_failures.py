"""What happens when the engine is not there, silent, full, wrong or killed: people find everything all the same."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest
from django.conf import settings as all_settings
from django.db import connection
from django.test import Client

from core.languages import LANGUAGES
from core.models import User
from search.engine import breaker, indexes, upkeep
from search.engine.client import EngineError
from search.engine.client import attached as engine_of
from search.health import health
from search.models import QueueEntry
from search.searching import search
from tests.search.test_engine import WORD, found, new_page
from tests.translations.doing import fresh, page_at, publish

pytestmark = pytest.mark.slow


@pytest.fixture
def admin(attached):
    """pytest-django's `admin_client` would put the test into a transaction."""
    client = Client()
    client.force_login(User.objects.get(username="admin"))
    return client


def ask(client, query="diploma", language="en"):
    response = client.get(f"/{language}/search/api/", {"q": query})
    assert response.status_code == 200
    return response.json()


def assert_people_and_editors_are_served(client, admin):
    """Search answers from the database and says so; publishing works; the new page is found at once."""
    page = new_page(slug=f"while-down-{time.time_ns()}")
    assert ask(client)["degraded"] is True
    assert ask(client)["total"] > 0
    assert page.pk in [row["id"] for row in ask(client, WORD, "ro")["results"]]
    assert client.get("/ro/search/", {"q": WORD}).status_code == 200
    assert client.get("/ro/search/suggest/", {"q": "zo"}).json()["suggestions"]
    assert admin.get("/admin/pages/search/", {"q": "diploma"}).status_code == 200
    assert health().engine_trouble
    return page


def assert_it_recovers_by_itself(client, page):
    """What `tick` does is enough: the engine answers again and has what was published meanwhile."""
    upkeep.work()
    assert breaker.reason() == ""
    assert page.pk in found()[0]
    assert ask(client)["degraded"] is False
    assert not QueueEntry.objects.exists()
    assert upkeep.compare(engine_of(), indexes.in_use(engine_of())).is_right


def test_a_stopped_engine(attached, client, admin):
    attached.stop()
    page = assert_people_and_editors_are_served(client, admin)
    attached.start()
    assert_it_recovers_by_itself(client, page)


def test_a_killed_engine(attached, client, admin):
    attached.stop(signal.SIGKILL)
    page = assert_people_and_editors_are_served(client, admin)
    attached.start()
    assert_it_recovers_by_itself(client, page)


def test_an_engine_that_accepts_and_is_silent(attached, client, admin):
    attached.send(signal.SIGSTOP)
    page = assert_people_and_editors_are_served(client, admin)
    attached.send(signal.SIGCONT)
    assert_it_recovers_by_itself(client, page)


def test_an_index_that_may_not_be_written(attached, client, admin):
    engine, alias = engine_of(), indexes.alias_of("ro")
    engine.call("PUT", f"/{alias}/_settings", {"index": {"blocks": {"write": True}}}, 10)
    page = assert_people_and_editors_are_served(client, admin)
    assert QueueEntry.objects.get().error
    engine.call("PUT", f"/{alias}/_settings", {"index": {"blocks": {"write": False}}}, 10)
    assert_it_recovers_by_itself(client, page)


def test_an_index_of_another_shape_is_not_believed_and_made_again(attached, client, admin):
    engine, names = engine_of(), indexes.in_use(engine_of())
    engine.call("DELETE", f"/{names['en']}", timeout=10)
    body = {"mappings": {"properties": {"roots": {"type": "keyword"}, "title": {"type": "keyword"}}}}
    engine.call("PUT", f"/{indexes.alias_of('en')}", body, 10)
    assert (ask(client)["degraded"], ask(client)["total"] > 0) == (True, True)
    upkeep.work()
    assert (ask(client)["degraded"], indexes.is_right(engine)) == (False, "")


def test_an_index_that_somebody_deleted_is_made_again(attached, client):
    engine = engine_of()
    for name in indexes.in_use(engine).values():
        engine.call("DELETE", f"/{name}", timeout=10)
    assert ask(client)["degraded"] is True
    upkeep.work()
    assert ask(client)["degraded"] is False


@pytest.mark.parametrize("status", [429, 503])
def test_an_engine_that_has_too_much_to_do(attached, client, admin, monkeypatch, status):
    """No real server can be made to say so on command, so the answer is put in its mouth."""
    from search.engine.client import Engine

    def busy(self, *arguments, **more):
        raise EngineError("too many requests", status)

    with monkeypatch.context() as patched:
        patched.setattr(Engine, "call", busy)
        page = assert_people_and_editors_are_served(client, admin)
    assert_it_recovers_by_itself(client, page)


def test_who_searches_is_not_made_to_wait_a_second_time(attached, client, monkeypatch):
    attached.send(signal.SIGSTOP)
    ask(client)
    from search.engine.client import Engine

    asked = []
    monkeypatch.setattr(Engine, "call", lambda *arguments, **more: asked.append(arguments))
    assert ask(client)["degraded"] is True
    new_page()
    assert asked == []
    attached.send(signal.SIGCONT)


def test_a_search_has_the_engine_tried_again_in_the_background(attached, client, settings):
    attached.send(signal.SIGSTOP)
    ask(client)
    attached.send(signal.SIGCONT)
    settings.SEARCH_ENGINE_TRIALS = True
    until = time.monotonic() + 60
    while ask(client)["degraded"] and time.monotonic() < until:
        time.sleep(0.2)
    assert ask(client)["degraded"] is False


def test_a_rebuild_that_is_killed_leaves_the_old_index_and_the_next_one_no_orphan(attached, client, settings):
    environment = os.environ | {
        attached.variable: attached.url,
        "SEARCH_INDEX_PREFIX": settings.SEARCH_INDEX_PREFIX,
        "DJANGO_SETTINGS_MODULE": "tests.search.killed_settings",
        "KILLED_DATABASE": str(connection.settings_dict["NAME"]),
    }
    before, engine = indexes.in_use(engine_of()), engine_of()
    run = subprocess.Popen(
        [sys.executable, "manage.py", "search_index", "rebuild"], env=environment, cwd=all_settings.ROOT
    )
    pattern = f"/{settings.SEARCH_INDEX_PREFIX}-*/_alias"
    while len(engine.call("GET", pattern)) == len(LANGUAGES) and run.poll() is None:
        time.sleep(0.01)
    run.kill()
    run.wait()
    assert indexes.in_use(engine) == before
    assert len(engine.call("GET", pattern)) > len(LANGUAGES)
    assert ask(client)["degraded"] is False
    upkeep.rebuild()
    assert len(engine.call("GET", pattern)) == len(LANGUAGES)


def test_fifty_publications_while_it_goes_up_and_down(attached, client):
    chance, page = random.Random(5), new_page()
    for number in range(50):
        event = chance.choice(["pause", "go on", "kill", "start", "tick", "nothing", "nothing"])
        if event == "pause" and attached.is_running():
            attached.send(signal.SIGSTOP)
        elif event == "go on" and attached.is_running():
            attached.send(signal.SIGCONT)
        elif event == "kill" and number % 17 == 5:
            attached.stop(signal.SIGKILL)
        elif event == "start":
            attached.send_continue()
        elif event == "tick":
            upkeep.work()
        page = fresh(page)
        page.summary = f"Despre {WORD}, {number}."
        publish(page)
        if number % 5 == 0:
            new_page(f"Pagina {number}", f"page-{number}")
        assert page.pk in [hit.page_id for hit in search(WORD, "ro", size=50).hits]
    attached.send_continue()
    assert_it_recovers_by_itself(client, page)
    assert len(found()[0]) == 10


def test_drafts_private_expired_and_scheduled_pages_are_nowhere(attached, client):
    from django.utils import timezone
    from wagtail.models import PageViewRestriction

    from home.models import StandardPage

    about = page_at("/about/")

    def hidden(slug, **fields):
        page = StandardPage(
            title=f"Taina {slug}", slug=slug, summary=WORD, programme=about.programme, live=False, **fields
        )
        about.add_child(instance=page)
        return page

    hidden("draft").save_revision()
    private = publish(hidden("private"))
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    hour = timezone.timedelta(hours=1)
    hidden("scheduled", go_live_at=timezone.now() + hour).save_revision().publish()
    expired = publish(hidden("expired"))
    expired.expire_at = timezone.now() - hour
    expired.save_revision().publish()
    answer = ask(client, WORD, "ro")
    assert (answer["results"], answer["total"], answer["facets"], answer["suggestion"]) == ([], 0, {}, "")
    assert client.get("/ro/search/suggest/", {"q": WORD[:5]}).json()["suggestions"] == []
    assert WORD not in client.get("/ro/search/", {"q": f"{WORD}i"}).content.decode().replace(f"{WORD}i", "")

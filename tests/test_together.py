"""More than one person on one page: warnings, history, moderation, preview."""

import json

import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Revision, TaskState

from core import addresses
from core.models import User

pytestmark = pytest.mark.django_db
CAHUL = "/pilot-areas/cahul/shop-front/"


@pytest.fixture
def person():
    def log_in(username):
        client = Client()
        client.force_login(User.objects.get(username=username))
        return client

    return log_in


@pytest.fixture
def about():
    return Page.objects.get(pk=addresses.find("ro", "/about/").page_id).specific


def form(page, **changes):
    return {
        "title": page.title, "slug": page.slug, "summary": page.summary, "programme": page.programme_id,
        "body-count": "0", "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0", **changes,
    }  # fmt: skip


def ping(client, page, session):
    kind = ContentType.objects.get_for_model(Page)
    address = f"/admin/editing-sessions/ping/{kind.app_label}/{kind.model}/{page.pk}/{session}/"
    return json.loads(client.post(address, {"revision_id": page.latest_revision_id or ""}).content)


def session_of(client, page):
    """The number of the session that opening the editor begins."""
    from wagtail.admin.models import EditingSession

    client.get(f"/admin/pages/{page.pk}/edit/")
    return EditingSession.objects.order_by("-pk").first().pk


def test_the_second_editor_sees_that_the_first_has_the_page_open(person, about):
    first, second = person("editor"), person("reviewer")
    ping(first, about, session_of(first, about))
    others = ping(second, about, session_of(second, about))["other_sessions"]
    assert [other["user"] for other in others] == ["editor"]


def test_what_the_first_editor_saved_is_kept_when_the_second_saves_over_it(person, about):
    person("editor").post(f"/admin/pages/{about.pk}/edit/", form(about, summary="Prima versiune."))
    person("reviewer").post(f"/admin/pages/{about.pk}/edit/", form(about, summary="A doua versiune."))
    kept = {revision.content["summary"] for revision in Revision.objects.filter(object_id=str(about.pk))}
    assert {"Prima versiune.", "A doua versiune."} <= kept


def test_an_editor_submits_and_a_moderator_approves(person, about, client):
    person("editor").post(
        f"/admin/pages/{about.pk}/edit/", form(about, summary="De aprobat.", **{"action-submit": "1"})
    )
    state = TaskState.objects.get(status=TaskState.STATUS_IN_PROGRESS)
    assert "De aprobat." not in client.get("/ro/about/").content.decode()
    address = reverse("wagtailadmin_pages:workflow_action", args=[about.pk, "approve", state.pk])
    person("reviewer").post(address, {"comment": "Bine."})
    assert "De aprobat." in client.get("/ro/about/").content.decode()


def test_a_draft_can_be_seen_before_it_is_published(person, about, client):
    editor = person("editor")
    editor.post(f"/admin/pages/{about.pk}/edit/", form(about, summary="Doar o ciornă."))
    assert "Doar o ciornă." in editor.get(f"/admin/pages/{about.pk}/view_draft/").content.decode()
    assert "Doar o ciornă." not in client.get("/ro/about/").content.decode()


def test_an_earlier_version_can_be_taken_back(person, about):
    before = about.summary
    editor = person("editor")
    about.save_revision().publish()
    editor.post(f"/admin/pages/{about.pk}/edit/", form(about, summary="Greșit.", **{"action-publish": "1"}))
    old = Revision.objects.filter(object_id=str(about.pk)).order_by("created_at").first()
    response = editor.get(f"/admin/pages/{about.pk}/revisions/{old.pk}/revert/")
    assert before in response.content.decode()

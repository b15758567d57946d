"""Moderation from the translation editor: who may not publish submits, a reviewer decides, the state follows."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, TaskState, WorkflowState

from core.models import User
from tests.translations.doing import fresh, page_at, publish, states, translate_missing, translation_of

pytestmark = pytest.mark.django_db
INNER = "/about/"
NEW = "Pe scurt, altfel."


@pytest.fixture
def russian():
    """A Russian translation with one outdated text that the translator has mended, not published."""
    about = page_at(INNER)
    about.summary = NEW
    publish(about)
    translate_missing(about, "ru")
    return translation_of(about, "ru")


@pytest.fixture(autouse=True)
def without_publishing():
    """Translators of Russian may write, not publish."""
    publish_page = Permission.objects.get(codename="publish_page")
    groups = User.objects.get(username="translator-ru").groups.all()
    GroupPagePermission.objects.filter(group__in=groups, permission=publish_page).delete()


def post(client, username, name, page, *more, **data):
    client.force_login(User.objects.get(username=username))
    return client.post(reverse(name, args=[page.pk, *more]), data)


def panel(client, username, page):
    client.force_login(User.objects.get(username=username))
    text = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    return text[text.index('data-side-panel="translations"') :]


def waiting():
    return WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS)


def test_a_translator_who_may_not_publish_submits_and_the_public_page_stays(client, russian):
    post(client, "translator-ru", "translations_submit", russian)
    assert waiting().get().requested_by.username == "translator-ru"
    assert f"ru {NEW}" not in client.get("/ru/about/").content.decode()


def test_what_the_reviewer_approves_is_public_and_up_to_date(client, russian, django_capture_on_commit_callbacks):
    post(client, "translator-ru", "translations_submit", russian)
    with django_capture_on_commit_callbacks(execute=True):
        task = TaskState.objects.get(status=TaskState.STATUS_IN_PROGRESS)
        post(client, "reviewer", "wagtailadmin_pages:workflow_action", russian, "approve", task.pk, comment="")
    assert f"ru {NEW}" in client.get("/ru/about/").content.decode()
    assert states(page_at(INNER))["ru"] == ("up-to-date", 0)


def test_the_forms_of_the_panel_are_accepted_from_a_browser(russian):
    client = Client(enforce_csrf_checks=True)
    text = panel(client, "translator-ru", russian)
    form = re.search(r"<form[^>]*/translations/submit/.*?</form>", text, re.DOTALL)[0]
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)[1]
    post(client, "translator-ru", "translations_submit", russian, csrfmiddlewaretoken=token)
    assert waiting().exists()


def test_what_is_sent_back_can_be_submitted_again(client, russian):
    post(client, "translator-ru", "translations_submit", russian)
    task = TaskState.objects.get(status=TaskState.STATUS_IN_PROGRESS)
    post(client, "reviewer", "wagtailadmin_pages:workflow_action", russian, "reject", task.pk, comment="Nu încă.")
    assert states(page_at(INNER))["ru"] == ("outdated", 1)
    assert not waiting()
    assert "Nu încă." in panel(client, "translator-ru", russian)
    post(client, "translator-ru", "translations_submit", russian)
    assert waiting().get().current_task_state.revision == fresh(russian).latest_revision


def test_a_submission_with_a_missing_text_is_refused_and_the_text_is_named(client):
    about = page_at(INNER)
    about.summary = NEW
    publish(about)
    page = translation_of(about, "ru")
    post(client, "translator-ru", "translations_submit", page)
    assert not waiting()
    assert NEW in client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()


@pytest.mark.parametrize("username", ["counsellor-cahul", "editor-cahul"])
def test_who_may_not_write_there_may_not_submit(client, russian, username):
    assert post(client, username, "translations_submit", russian).status_code in (302, 403)
    assert not waiting()


def test_a_translator_may_not_submit_another_language(client):
    post(client, "translator-ru", "translations_submit", translation_of(page_at(INNER), "nl"))
    assert not waiting()


def test_the_translator_takes_it_back_and_nobody_else_without_the_right_does(client, russian):
    post(client, "translator-ru", "translations_submit", russian)
    post(client, "counsellor-cahul", "translations_withdraw", russian)
    assert waiting().exists()
    post(client, "translator-ru", "translations_withdraw", russian)
    assert not waiting()
    assert fresh(russian).live


def test_the_panel_offers_each_person_what_they_may_do(client, russian):
    assert "/translations/submit/" in panel(client, "translator-ru", russian)
    post(client, "translator-ru", "translations_submit", russian)
    assert "/translations/withdraw/" in panel(client, "translator-ru", russian)
    assert "/approve/" not in panel(client, "translator-ru", russian)
    assert "/approve/" in panel(client, "reviewer", russian)

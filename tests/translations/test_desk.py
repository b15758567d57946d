"""The desk: page x language, filters, counts, CSV, sending to translation, what waits for a person."""

import csv
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale

from core.models import User
from home.models import StandardPage
from tests.translations.doing import page_at, publish, states, translation_of
from translations.desk.home import to_dos
from translations.models import MinorEdit, Version

pytestmark = pytest.mark.django_db
GUIDE = "/before-you-go/posted-work/"


@pytest.fixture
def changed():
    guide = page_at(GUIDE)
    guide.for_whom = "Pentru toți cei trimiși."
    return publish(guide)


@pytest.fixture
def new():
    page = StandardPage(title="Nouă", slug="new", summary="Ceva.", programme=page_at("/about/").programme, live=False)
    page_at("/").add_child(instance=page)
    return publish(page)


def table(client, query=""):
    return client.get(f"/admin/translations/{query}").content.decode()


def test_the_table_costs_few_queries(admin_client, django_assert_max_num_queries):
    table(admin_client)
    with django_assert_max_num_queries(10):
        table(admin_client)


def test_the_table_names_what_is_outdated_and_by_how_many_passages(admin_client, changed):
    assert "(1)</a>" in table(admin_client, "?state=outdated")


def test_a_filter_by_language_and_state_finds_only_those(admin_client, changed):
    rows = csv_rows(admin_client, "language=ru&state=outdated")
    assert {row["path"] for row in rows} == {GUIDE}


def csv_rows(client, query):
    text = client.get(f"/admin/translations/?{query}&format=csv").content.decode()
    return list(csv.DictReader(text.splitlines()))


@pytest.mark.parametrize(
    ("query", "start"),
    [("section=services", "/services/"), ("area=cahul", "/pilot-areas/cahul/"), ("section=news", "/news/")],
)
def test_filters_by_section_and_area(admin_client, query, start):
    rows = csv_rows(admin_client, query)
    assert rows
    assert all(row["path"].startswith(start) for row in rows)


def test_overdue_pages_can_be_listed(admin_client):
    rows = csv_rows(admin_client, "overdue=yes")
    assert rows
    assert {row["overdue"] for row in rows} == {"yes"}


def test_the_csv_has_a_row_per_page_and_language(admin_client):
    rows = csv_rows(admin_client, "")
    assert len(rows) == len({row["path"] for row in rows}) * 4


def test_a_title_that_looks_like_a_formula_is_text_in_the_csv(admin_client, new):
    new.title = "=1+1"
    publish(new)
    assert "'=1+1" in {row["title"] for row in csv_rows(admin_client, "")}


def test_an_empty_answer_is_said(admin_client):
    assert "Nicio pagină" in table(admin_client, "?section=nowhere")


def test_pages_are_sent_to_translation_together(admin_client, new):
    admin_client.post("/admin/translations/send/", {"page": [new.pk], "language": ["ru", "nl"]})
    assert states(new) == {"ru": ("in-translation", 0), "nl": ("in-translation", 0), "en": ("missing", 0)}


def test_sending_without_a_choice_says_what_to_do(admin_client):
    response = admin_client.post("/admin/translations/send/", {}, follow=True)
    assert "Alegeți pagini" in response.content.decode()


def test_a_translation_is_confirmed_by_a_button(admin_client, changed):
    page = translation_of(changed, "ru")
    address = reverse("translations_confirm", args=[page.pk])
    assert address in admin_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert "<ins>" in admin_client.get(address).content.decode()
    admin_client.post(address)
    assert states(changed)["ru"] == ("up-to-date", 0)


def test_a_language_can_be_unwanted_and_wanted_again(admin_client, new):
    for wanted, state in (("no", "not-wanted"), ("yes", "missing")):
        admin_client.post("/admin/translations/want/", {"page": new.pk, "language": "nl", "wanted": wanted})
        assert states(new)["nl"] == (state, 0)


def test_the_first_page_of_the_admin_says_what_waits(admin_client, changed):
    text = admin_client.get("/admin/").content.decode()
    assert "/admin/translations/?language=ru&amp;state=outdated" in text


def test_a_translator_is_told_of_his_own_language_only(changed):
    found = {to_do.url for to_do in to_dos(User.objects.get(username="translator-ru"))}
    assert any("language=ru" in url for url in found)
    assert not any("language=nl" in url for url in found)


def test_the_button_for_a_minor_edit_marks_the_revision(admin_client):
    page = page_at("/about/")
    text = admin_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert 'name="action-publish" value="minor"' in text
    data = {"title": page.title, "slug": page.slug, "summary": "Altfel.", "programme": page.programme_id, "body-count": "0",
            "action-publish": "minor", "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}  # fmt: skip
    admin_client.post(f"/admin/pages/{page.pk}/edit/", data)
    assert MinorEdit.objects.count() == 1
    assert Version.objects.filter(original_id=page.translation_key, state="up-to-date").count() == 3
    assert Locale.objects.count() == 4


def test_the_explorer_shows_the_state_of_each_language(admin_client):
    about = page_at("/about/")
    about.summary = "Altfel decât până acum."
    publish(about)
    text = admin_client.get(f"/admin/pages/{about.get_parent().pk}/").content.decode()
    row = text[text.index(f"/admin/pages/{about.pk}/edit/") :]
    assert re.findall(r'w-status desk-([\w-]+)" title="[^"]*">(\w\w)( \d)?', row)[:3] == [
        ("outdated", "ru", " 1"), ("outdated", "nl", " 1"), ("outdated", "en", " 1")
    ]  # fmt: skip


def test_the_explorer_asks_for_states_once_whatever_the_number_of_pages(admin_client):
    with CaptureQueriesContext(connection) as queries:
        admin_client.get(f"/admin/pages/{page_at('/services/').pk}/")
    asked = [query["sql"] for query in queries if 'FROM "translations_version"' in query["sql"]]
    assert len(asked) == 1


def test_the_editor_of_an_original_shows_how_its_translations_stand(admin_client):
    text = admin_client.get(f"/admin/pages/{page_at('/about/').pk}/edit/").content.decode()
    panel = text[text.index('data-side-panel="translations"') :]
    assert panel.count("desk-up-to-date") == 3


def test_the_editor_of_a_translation_marks_the_changed_words_of_the_original(admin_client):
    about = page_at("/about/")
    before = about.summary
    about.summary = f"{before} Acum."
    publish(about)
    russian = translation_of(about, "ru")
    text = admin_client.get(f"/admin/pages/{russian.pk}/edit/").content.decode()
    panel = text[text.index('data-side-panel="translations"') :]
    assert "<ins> Acum.</ins>" in panel
    assert russian.summary in panel


def test_a_page_that_waits_for_review_stands_in_the_to_do_list_of_reviewers(new):
    revision = new.save_revision()
    workflow = new.get_workflow()
    workflow.start(new, User.objects.get(username="editor"))
    assert revision
    words = {to_do.url: to_do.count for to_do in to_dos(User.objects.get(username="reviewer"))}
    assert words["/admin/reports/workflow/?reviewable=true"] == 1
    assert "/admin/reports/workflow/?reviewable=true" not in {
        to_do.url for to_do in to_dos(User.objects.get(username="translator-ru"))
    }

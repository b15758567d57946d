"""The admin's search of pages finds what readers find, drafts as well, and never fails."""

import pytest
from django.urls import reverse

from home.models import StandardPage
from search import backend
from tests.translations.doing import page_at

pytestmark = pytest.mark.django_db
GUIDE = "/before-you-go/having-your-diploma-recognised/"


def listed(client, query, **more):
    response = client.get(reverse("wagtailadmin_pages:search"), {"q": query, **more})
    assert response.status_code == 200
    return [page.pk for page in response.context["page_obj"].object_list]


@pytest.mark.parametrize("query", ["diplomelor", "DIPLOMEI", "diplma", "вшздщьф"])
def test_words_are_understood_as_readers_type_them(admin_client, query):
    assert page_at(GUIDE).pk in listed(admin_client, query)


def test_pages_of_every_language_are_found(admin_client):
    assert page_at("/about/", "ru").pk in listed(admin_client, page_at("/about/", "ru").title)


def test_a_draft_is_found_by_the_beginning_of_its_title(admin_client):
    draft = StandardPage(
        title="Zorgvliet nou", slug="z", summary="x", programme=page_at("/about/").programme, live=False
    )
    page_at("/about/").add_child(instance=draft)
    assert listed(admin_client, "Zorgvl")[:1] == [draft.pk]


@pytest.mark.parametrize(
    "query", ['"', "*", "\\", "%s", "🙂", "și de la", "\0", "AND OR NOT", "a" * 3000, '"două cuvinte"', "live:yes pas"]
)
def test_whatever_is_typed_the_search_answers(admin_client, query):
    listed(admin_client, query)
    listed(admin_client, query, ordering="title")


def test_only_pages_that_one_may_see_are_found(client, django_user_model):
    client.force_login(django_user_model.objects.get(username="translator-ru"))
    found = listed(client, "diploma")
    assert page_at(GUIDE).pk not in found


def test_when_search_itself_fails_titles_are_still_found(admin_client, monkeypatch):
    def broken(*arguments):
        raise RuntimeError

    monkeypatch.setattr(backend, "ranked_ids", broken)
    page = page_at(GUIDE)
    assert page.pk in listed(admin_client, page.title)


def test_a_chooser_finds_the_same(admin_client):
    response = admin_client.get(reverse("wagtailadmin_choose_page_search"), {"q": "diplomelor"})
    assert page_at(GUIDE).title in response.content.decode()


def test_the_explorer_searches_below_a_page_only(admin_client):
    below = page_at("/before-you-go/")
    response = admin_client.get(reverse("wagtailadmin_explore", args=[below.pk]), {"q": "diplomelor"})
    assert response.status_code == 200
    assert page_at(GUIDE).pk in [page.pk for page in response.context["page_obj"].object_list]

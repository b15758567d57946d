"""The search of the spine: safe, in one language, never a 500."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html
from wagtail.models import Page

from core import addresses
from search.queries import clean, find

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "query",
    ["", " ", '"', 'foo"bar', "%00", "*", "\\", "%s", "(", ">", "'", "а" * 10000, "😀", "ـشـ", "-", "NEAR(", "a AND"],
)
def test_any_query_is_answered(client, query, language):
    assert client.get(f"/{language}/search/", {"q": query}).status_code == 200


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_any_text_is_answered(client, text):
    assert client.get("/ro/search/", {"q": text}).status_code == 200


@pytest.mark.parametrize(
    ("language", "query", "inner"),
    [
        ("ro", "recunoașterea diplomei", "/before-you-go/having-your-diploma-recognised/"),
        ("ro", "diploma", "/before-you-go/having-your-diploma-recognised/"),
        ("nl", "diploma", "/before-you-go/having-your-diploma-recognised/"),
        ("en", "diploma", "/before-you-go/having-your-diploma-recognised/"),
    ],
)
def test_a_word_finds_the_guide(language, query, inner):
    assert addresses.find(language, inner).page_id in find(query, language)[:10]


def test_words_are_found_without_diacritics():
    assert find("intoarcere", "ro")


def test_only_pages_of_the_language_are_found():
    languages = {addresses.addresses.get().by_id[page_id].language for page_id in find("NEXUS", "nl")}
    assert languages == {"nl"}


def test_an_unpublished_page_is_not_found():
    address = addresses.find("en", "/about/")
    Page.objects.get(pk=address.page_id).unpublish()
    assert address.page_id not in find(address.title, "en")


def test_an_empty_result_names_other_languages_and_the_shop_fronts(client):
    page = html.fromstring(client.get("/en/search/", {"q": "înmatriculare"}).content)
    assert page.xpath("//main//a[contains(@href, '/pilot-areas/')]")


def test_what_was_typed_is_kept_and_escaped(client):
    response = client.get("/en/search/", {"q": "<b>x"})
    assert html.fromstring(response.content).xpath("//input[@name='q']/@value") == ["<b>x"]
    assert b"<b>x" not in response.content


def test_quotes_and_signs_are_taken_away():
    assert clean('  "foo"* (bar)\0 ') == "foo bar"

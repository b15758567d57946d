"""Suggestions: from the second letter, public pages only, marks typed or not; and what people missed."""

import pytest
from wagtail.models import Page

from core import addresses
from core.models import User
from search import queue
from search.asked import masked, note
from search.models import AskedQuery, Missed
from search.suggesting import suggestions

pytestmark = pytest.mark.django_db
DIPLOMA = "/before-you-go/having-your-diploma-recognised/"


def texts(query, language):
    return [each.text for each in suggestions(query, language)]


@pytest.mark.parametrize("query", ["", "d", " ", "😀😀", '"', "\0\0"])
def test_too_little_suggests_nothing(query):
    assert suggestions(query, "en") == []


@pytest.mark.parametrize(
    ("language", "query"),
    [("en", "dipl"), ("ro", "dipl"), ("ru", "дипл"), ("ru", "dipl"), ("ru", "lbgk"), ("nl", "dipl"), ("ro", "вшзд")],
)
def test_the_beginning_of_a_word_finds_titles(language, query):
    urls = [each.url for each in suggestions(query, language)]
    assert f"/{language}{DIPLOMA}" in urls


def test_marks_need_not_be_typed():
    assert texts("scoa", "ro")[:1] == texts("școa", "ro")[:1] != []


def test_words_before_the_last_one_count():
    assert all("diplom" in text.lower() for text in texts("diploma rec", "ro")[:1])


def test_an_unpublished_page_is_not_suggested():
    Page.objects.get(pk=addresses.find("en", DIPLOMA).page_id).unpublish()
    queue.drain()
    assert f"/en{DIPLOMA}" not in [each.url for each in suggestions("dipl", "en")]


def test_suggestions_come_as_json(client):
    rows = client.get("/en/search/suggest/", {"q": "dipl"}).json()["suggestions"]
    assert set(rows[0]) == {"text", "url"}


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("my mail a.b@example.org", "my mail @"),
        ("+373 22 000 012 office", "# office"),
        ("passport 2026", "passport 2026"),
    ],
)
def test_mail_addresses_and_long_numbers_are_masked(text, kept):
    assert masked(text) == kept


def test_queries_are_counted_per_day_and_language(client):
    client.get("/en/search/", {"q": "Diploma"})
    client.get("/en/search/", {"q": "diploma"})
    row = AskedQuery.objects.get(language="en", text="diploma")
    assert (row.times, row.results > 0) == (2, True)


def test_nothing_is_counted_for_an_empty_query():
    note("", "en", 0)
    assert AskedQuery.objects.count() == 0


def test_what_was_missed_arrives_with_the_query(client):
    client.post("/ro/search/missed/", {"query": "xqz", "message": "Caut ceva, tel. +373 22 000 012"})
    row = Missed.objects.get()
    assert (row.language, row.query, row.message) == ("ro", "xqz", "Caut ceva, tel. #")


def test_an_empty_message_is_said_and_nothing_is_lost(client):
    response = client.post("/en/search/missed/", {"query": "xqz", "message": ""})
    assert b"Write what you looked for" in response.content
    assert b'value="xqz"' in response.content


def test_what_was_missed_stands_in_the_to_do_list_of_editors(client):
    Missed.objects.create(language="en", query="x", message="A driving licence")
    for username, shown in (("editor", True), ("translator-ru", False)):
        client.force_login(User.objects.get(username=username))
        text = client.get("/admin/").content.decode()
        assert ("/admin/snippets/search/missed/?state=open" in text) is shown


def test_browsers_learn_how_to_search(client, language):
    text = client.get(f"/{language}/search/opensearch.xml").content.decode()
    assert f"/{language}/search/?q={{searchTerms}}" in text

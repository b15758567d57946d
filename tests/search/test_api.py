"""The door for measuring: its shape, and that it answers whatever is asked."""

import pytest

pytestmark = pytest.mark.django_db
KEYS = {"query", "results", "total", "facets", "suggestion", "promoted", "degraded"}


def ask(client, language="en", **query):
    response = client.get(f"/{language}/search/api/", query)
    assert response.status_code == 200
    return response.json()


def test_an_answer_has_all_its_parts(client):
    answer = ask(client, q="diploma")
    assert set(answer) == KEYS
    assert set(answer["results"][0]) == {"id", "title", "url", "language", "highlights", "score"}


def test_without_an_engine_the_answer_says_so(client):
    assert ask(client, q="diploma")["degraded"] is True


def test_pages_follow_each_other_without_gap_or_repetition(client):
    everything = [hit["id"] for hit in ask(client, q="diploma", size=50)["results"]]
    pages = [hit["id"] for page in (1, 2, 3) for hit in ask(client, q="diploma", page=page, size=5)["results"]]
    assert pages == everything[:15]


@pytest.mark.parametrize(("size", "shown"), [("1", 1), ("0", 1), ("-3", 1), ("x", 10), ("500", 50)])
def test_a_size_is_brought_within_its_limits(client, size, shown):
    answer = ask(client, "ro", q="Moldova", size=size)
    assert len(answer["results"]) == min(shown, answer["total"])


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999", ""])
def test_any_page_is_answered(client, page):
    ask(client, q="diploma", page=page)


def test_scores_fall(client):
    scores = [hit["score"] for hit in ask(client, q="work permit", size=50)["results"]]
    assert scores == sorted(scores, reverse=True)


def test_a_facet_narrows(client):
    answer = ask(client, q="diploma", kind=["guidepage"])
    assert answer["total"] == ask(client, q="diploma")["facets"]["kind"]["guidepage"]


def test_an_unknown_facet_is_ignored(client):
    assert ask(client, q="diploma", colour="red")["total"] == ask(client, q="diploma")["total"]


def test_a_corrected_query_is_said(client):
    assert ask(client, q="diplmoa")["suggestion"] == "diploma"


def test_results_are_in_the_language_of_the_address(client, language):
    assert {hit["language"] for hit in ask(client, language, q="NEXUS")["results"]} == {language}

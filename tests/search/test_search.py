"""Find: in the reader's language, however it was typed, and never an error."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html
from wagtail.models import Page, PageViewRestriction

from core import addresses
from search import queue
from search.models import PromotedResult, ProtectedWord, SynonymSet, Word
from search.searching import elsewhere, search
from search.understanding import clean, understand

pytestmark = pytest.mark.django_db
DIPLOMA = "/before-you-go/having-your-diploma-recognised/"


def found(query, language, size=10):
    return [hit.page_id for hit in search(query, language, size=size).hits]


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        '"',
        'foo"bar',
        "%00",
        "*",
        "\\",
        "%s",
        "(",
        ">",
        "'",
        "а" * 10000,
        "😀",
        "ـشـ",
        "-",
        "NEAR(",
        "a AND",
        "и",
    ],
)
def test_any_query_is_answered(client, query, language):
    assert client.get(f"/{language}/search/", {"q": query}).status_code == 200


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_any_text_is_answered(client, text):
    assert client.get("/ru/search/", {"q": text}).status_code == 200


@pytest.mark.parametrize(
    ("language", "query"),
    [
        ("ro", "recunoașterea diplomei"),
        ("ro", "recunoasterea diplomei"),
        ("ro", "recunoaşterea diplomei"),
        ("ro", "recunoașterea diplmei"),
        ("ru", "признание диплома"),
        ("ru", "priznanie diploma"),
        ("ru", "ghbpyfybt lbgkjvf"),
        ("ru", "признание диполма"),
        ("nl", "diploma erkennen"),
        ("nl", "diplomaerkenning"),
        ("en", "recognise diploma"),
        ("en", "diplomas recognized"),
        ("en", "diplmoa"),
    ],
)
def test_a_guide_is_found_however_it_was_typed(language, query):
    assert addresses.find(language, DIPLOMA).page_id in found(query, language)


def test_a_corrected_query_says_what_was_searched():
    assert search("diplmoa", "en").searched == "diploma"


def test_a_known_word_is_never_corrected():
    assert search("diplome", "ro").searched == ""


def test_only_pages_of_the_language_are_found():
    languages = {addresses.addresses.get().by_id[page_id].language for page_id in found("NEXUS", "nl")}
    assert languages == {"nl"}


def test_answers_in_other_languages_are_counted():
    assert elsewhere("паспорт", "ro")["ru"] > 5


def test_an_unpublished_page_is_not_found():
    address = addresses.find("en", "/about/")
    Page.objects.get(pk=address.page_id).unpublish()
    assert address.page_id not in found(address.title, "en")


def test_a_restricted_page_is_nowhere_even_before_the_index_knows():
    address = addresses.find("en", DIPLOMA)
    PageViewRestriction.objects.create(page_id=address.page_id, restriction_type="login")
    addresses.addresses.forget()
    assert address.page_id not in found("diploma", "en")


def test_words_of_the_query_are_marked_in_any_form_and_the_rest_is_escaped():
    hit = next(hit for hit in search("diplomele", "ro").hits if hit.page_id == addresses.find("ro", DIPLOMA).page_id)
    assert "<mark>diploma</mark>" in hit.highlights.title


def test_synonyms_of_editors_find_each_other():
    before = found("bumbac", "en")
    SynonymSet.objects.create(language="en", words="zorgvliet, diploma")
    assert before == []
    assert addresses.find("en", DIPLOMA).page_id in found("zorgvliet", "en")


def test_a_protected_word_is_not_corrected():
    ProtectedWord.objects.create(language="en", word="diplmoa")
    assert search("diplmoa", "en").total == 0


def test_a_promoted_page_stands_above_the_results():
    page = addresses.find("en", "/about/")
    PromotedResult.objects.create(page_id=page.page_id, queries="pension, old age money")
    assert [hit.page_id for hit in search("pensions", "en").promoted] == [page.page_id]


def test_starting_synonyms_ship_in_every_language(language):
    assert SynonymSet.objects.filter(language=language).count() >= 20


@pytest.mark.parametrize("words", ["", "one", "one,", " , ", "a b c d e f, g"])
def test_a_bad_set_of_synonyms_is_refused_with_a_sentence(words):
    with pytest.raises(ValidationError):
        SynonymSet(language="en", words=words).full_clean()


def test_a_page_that_only_leads_on_stands_below_the_answer():
    urls = [hit.url for hit in search("permis de ședere", "ro").hits]
    assert urls[0] == "/ro/before-you-go/residence-permits/"


def test_facets_count_what_the_list_shows():
    everything = search("diploma", "en")
    for kind, count in everything.facets["kind"].items():
        assert search("diploma", "en", {"kind": [kind]}).total == count


def test_a_facet_is_counted_without_itself_so_that_more_can_be_chosen():
    narrowed = search("diploma", "en", {"kind": ["guidepage"]})
    assert set(narrowed.facets["kind"]) == set(search("diploma", "en").facets["kind"])


def test_two_values_of_a_facet_are_one_or_the_other():
    kinds = search("diploma", "en").facets["kind"]
    both = sorted(kinds)[:2]
    assert search("diploma", "en", {"kind": both}).total == sum(kinds[kind] for kind in both)


def test_an_empty_result_names_the_shop_fronts_and_asks_what_was_missed(client):
    page = html.fromstring(client.get("/en/search/", {"q": "xqzwv"}).content)
    assert page.xpath("//main//a[contains(@href, '/pilot-areas/')]")
    assert page.xpath("//main//a[contains(@href, '/search/missed/')]")


def test_what_was_typed_is_kept_and_escaped(client):
    response = client.get("/en/search/", {"q": "<b>x"})
    assert html.fromstring(response.content).xpath("//input[@name='q']/@value") == ["<b>x"]
    assert b"<b>x" not in response.content


def test_the_facets_of_the_page_work_without_script(client):
    page = html.fromstring(client.get("/en/search/", {"q": "diploma", "kind": "guidepage"}).content)
    assert page.xpath("//input[@name='kind'][@value='guidepage'][@checked]")
    assert len(page.xpath("//ol[@class='results']/li")) == min(
        10, search("diploma", "en", {"kind": ["guidepage"]}).total
    )


def test_a_query_is_cleaned_of_what_no_one_types():
    assert clean("  foo\0 \n bar ") == "foo bar"


def test_the_queue_is_empty_after_the_load():
    assert queue.QueueEntry.objects.count() == 0


def test_words_without_weight_in_a_synonym_find_nothing():
    SynonymSet.objects.create(language="ro", words="zorgvliet, act de la stat")
    Word.objects.create(language="ro", word="zorgvliet", written="zorgvliet", root="zorgvliet", documents=1)
    assert understand("zorgvliet", "ro").extra == ("act", "stat")


def test_what_was_corrected_can_be_searched_as_it_was_written(client):
    corrected = html.fromstring(client.get("/ro/search/", {"q": "paspoart"}).content)
    link = next(a.get("href") for a in corrected.iter("a") if "literal=yes" in (a.get("href") or ""))
    text = client.get(link).content.decode()
    assert "literal=yes" not in text.split("<main")[1]
    assert search("paspoart", "ro", literal=True).hits == []


def test_services_are_found_by_the_days_on_which_they_are_open():
    everything, sunday = search("consiliere", "ro", size=50), search("consiliere", "ro", {"open": ["6"]}, size=50)
    assert everything.facets["open"]["0"] > 0
    assert sunday.total == everything.facets["open"].get("6", 0)


def test_days_stand_in_their_order_in_the_language_of_the_page(client):
    text = client.get("/nl/search/", {"q": "gesprek"}).content.decode()
    places = [text.find(f'id="open-{day}"') for day in range(5)]
    assert -1 not in places
    assert places == sorted(places)
    assert ">maandag (" in text.lower()

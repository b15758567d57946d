"""With a real engine the search is the same search: what it answers, what it follows, what it never shows."""

import pytest
from django.core.management import call_command
from django.db import transaction
from wagtail.models import PageViewRestriction

from home.models import StandardPage
from search import queue, rebuilding
from search.engine import indexes, upkeep
from search.engine.client import attached as engine_of
from search.models import QueueEntry
from search.searching import search
from search.suggesting import suggestions
from tests.translations.doing import fresh, page_at, publish

QUERIES = [
    ("ro", "permis de sedere"),
    ("ro", "паспорт"),
    ("ru", "gfcgjhn"),
    ("ru", "pensiya"),
    ("nl", "verblijfsvergunningen"),
    ("en", "childrens school"),
    ("en", "diplma"),
]
WORD = "zorgvliet"


@pytest.fixture
def without(settings):
    """Ask the same of the database."""

    def ask(function, *arguments):
        before = settings.ELASTICSEARCH_URL, settings.OPENSEARCH_URL
        settings.ELASTICSEARCH_URL = settings.OPENSEARCH_URL = ""
        try:
            return function(*arguments)
        finally:
            settings.ELASTICSEARCH_URL, settings.OPENSEARCH_URL = before

    return ask


def new_page(title="Nouă", slug="indexed"):
    above = page_at("/about/")
    page = StandardPage(title=title, slug=slug, summary=f"Despre {WORD}.", programme=above.programme, live=False)
    above.add_child(instance=page)
    return publish(page)


def refresh():
    engine_of().call("POST", "/_refresh")


def found(word=WORD, language="ro"):
    refresh()
    results = search(word, language)
    return [hit.page_id for hit in results.hits], results.degraded


def test_the_engine_answers_and_the_answer_says_so(attached, client):
    answer = client.get("/en/search/api/", {"q": "diploma"}).json()
    assert (answer["degraded"], answer["total"] > 0) == (False, True)


def test_the_engine_finds_and_counts_what_the_database_finds_and_counts(attached, without):
    for language, query in QUERIES:
        own, other = search(query, language, size=50), without(search, query, language, None, 1, 50)
        assert (own.degraded, own.total, own.facets, own.searched) == (
            False,
            other.total,
            other.facets,
            other.searched,
        ), query


def test_facets_that_narrow_are_counted_without_themselves(attached, without):
    filters = {"stage": ["return", "pre-departure"], "cost": ["free"]}
    own, other = search("diploma", "en", filters, 1, 50), without(search, "diploma", "en", filters, 1, 50)
    assert {hit.page_id for hit in own.hits} == {hit.page_id for hit in other.hits}
    assert (own.total, own.facets) == (other.total, other.facets)


def test_suggestions_are_the_same(attached, without):
    for language, beginning in [("ro", "pas"), ("ru", "пасп"), ("nl", "huur"), ("en", "dipl")]:
        own, other = suggestions(beginning, language), without(suggestions, beginning, language)
        assert {row.text for row in own} == {row.text for row in other}


TYPED = ['"', "*", "\\", "%s", "a" * 10_000, "🙂", "și de la", "\0", "\u200fمرحبا", "AND OR NOT", "{}", "-"]


def test_whatever_is_typed_the_answer_is_200(attached, client):
    for text in TYPED:
        for address in ("/ro/search/api/", "/ro/search/", "/ro/search/suggest/"):
            assert client.get(address, {"q": text}).status_code == 200, text[:20]


def test_a_page_is_found_when_it_is_public_and_not_before_or_after(attached):
    page = new_page()
    assert found() == ([page.pk], False)
    page.summary = "Altceva."
    page.save_revision()
    assert found() == ([page.pk], False)
    publish(page)
    assert found()[0] == []
    page = fresh(page)
    page.summary = f"Despre {WORD}."
    publish(page)
    fresh(page).unpublish()
    assert found()[0] == []


def test_a_deleted_and_a_restricted_page_go_with_their_counts(attached):
    page, other = new_page(), new_page("Alta", "other")
    assert sorted(found()[0]) == sorted([page.pk, other.pk])
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert found()[0] == [other.pk]
    refresh()
    assert search(WORD, "ro").facets["kind"] == {"standardpage": 1}
    fresh(other).delete()
    assert (found()[0], suggestions("zorgv", "ro")) == ([], [])


def test_what_is_rolled_back_is_never_told(attached):
    page = new_page()
    with pytest.raises(RuntimeError), transaction.atomic():
        page.summary = "Altceva."
        publish(page)
        raise RuntimeError
    queue.drain()
    upkeep.drain()
    assert found() == ([page.pk], False)


def test_a_late_writer_never_wins(attached):
    page = new_page()
    engine, names = engine_of(), {language: indexes.alias_of(language) for language in ("ro", "ru", "nl", "en")}
    from search.models import Document

    old = list(indexes.put_lines(list(Document.objects.filter(pk=page.pk)), names))
    publish(StandardPage.objects.get(pk=page.pk))
    newer = indexes.versions(engine, names["ro"])[page.pk]
    assert indexes.bulk(engine, old, 5) == {}
    assert indexes.versions(engine, names["ro"])[page.pk] == newer


def test_changes_during_a_rebuild_are_right_after_it(attached, monkeypatch):
    gone, changed = new_page("Pleacă", "gone"), new_page("Se schimbă", "changed")
    once = []

    def meanwhile(done, total):
        if not once:
            once.append(True)
            gone.unpublish()
            changed.summary = f"Acum {WORD}x."
            publish(changed)
            once.append(new_page("Vine", "coming").pk)

    upkeep.rebuild(meanwhile)
    assert found()[0] == [once[1]]
    assert found(f"{WORD}x") == ([changed.pk], False)


def test_a_new_index_that_lacks_pages_is_not_taken_into_use(attached, monkeypatch):
    before = indexes.in_use(engine_of())
    monkeypatch.setattr(upkeep, "_fill", lambda *arguments: None)
    monkeypatch.setattr(upkeep, "repair", lambda *arguments: None)
    with pytest.raises(upkeep.RebuildError, match="0 of"):
        upkeep.rebuild()
    assert indexes.in_use(engine_of()) == before


def test_two_rebuilds_at_once_are_refused(attached):
    def second(done, total):
        with pytest.raises(upkeep.RebuildError, match="under way"):
            upkeep.rebuild()

    assert upkeep.rebuild(second) > 400


def test_check_finds_and_repairs_what_differs(attached, capsys):
    engine, alias = engine_of(), indexes.alias_of("ro")
    page = page_at("/about/")
    engine.call("DELETE", f"/{alias}/_doc/{page.pk}")
    call_command("search_index", "check")
    assert f"{engine.name}: missing 1, too much 0, out of date 0" in capsys.readouterr().out
    assert upkeep.compare(engine, indexes.in_use(engine)).is_right


def test_an_import_is_told_to_the_engine(attached, tmp_path):
    path = tmp_path / "articles.jsonl"
    path.write_text('{"id": "a1", "title": "Zorgvliet", "topic": "", "text": "Ceva."}\n', encoding="utf-8")
    call_command("import_articles", "--locale", "ro", str(path))
    assert not QueueEntry.objects.exists()
    refresh()
    results = search("zorgvliet", "ro")
    assert ([hit.external_id for hit in results.hits], results.degraded) == (["a1"], False)


def test_after_a_rebuild_of_the_database_the_engine_is_not_asked_before_it_is_made_again(attached, client):
    rebuilding.rebuild()
    assert client.get("/en/search/api/", {"q": "diploma"}).json()["degraded"] is True
    upkeep.work()
    assert client.get("/en/search/api/", {"q": "diploma"}).json()["degraded"] is False
    assert upkeep.compare(engine_of(), indexes.in_use(engine_of())).is_right

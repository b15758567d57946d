"""The index follows the pages: after the commit, in any order, and until it is done."""

import pytest
from django.db import transaction
from wagtail.models import Page, PageViewRestriction

from home.models import StandardPage
from search import documents, queue
from search.models import Document, QueueEntry, Word
from search.rebuilding import compare, rebuild, repair
from search.searching import search
from tests.translations.doing import fresh, page_at, publish

pytestmark = pytest.mark.django_db
WORD = "zorgvliet"


@pytest.fixture
def page():
    above = page_at("/about/")
    page = StandardPage(title="Nouă", slug="indexed", summary=f"Despre {WORD}.", programme=above.programme, live=False)
    above.add_child(instance=page)
    page = publish(page)
    queue.drain()
    return page


def found(word=WORD, language="ro"):
    return [hit.page_id for hit in search(word, language).hits]


def test_a_published_page_is_found(page):
    assert found() == [page.pk]


def test_what_is_queued_in_a_transaction_that_is_rolled_back_is_never_done(page):
    try:
        with transaction.atomic():
            queue.add([page.pk])
            raise RuntimeError
    except RuntimeError:
        pass
    assert QueueEntry.objects.count() == 0


def test_a_draft_changes_nothing(page):
    page.summary = "Altceva cu totul."
    page.save_revision()
    queue.drain()
    assert found() == [page.pk]


def test_an_unpublished_page_goes(page):
    page.unpublish()
    queue.drain()
    assert not Document.objects.filter(pk=page.pk).exists()


def test_a_deleted_page_goes_with_its_words(page):
    page.delete()
    queue.drain()
    assert not Word.objects.filter(word=WORD, documents__gt=0).exists()


def test_a_moved_branch_is_looked_at_with_all_pages_below(page):
    page_at("/about/").move(page_at("/"), pos="last-child")
    assert page.pk in QueueEntry.objects.values_list("page_id", flat=True)


def test_a_restricted_branch_goes(page):
    PageViewRestriction.objects.create(page=page_at("/about/"), restriction_type="login")
    queue.drain()
    assert not Document.objects.filter(pk=page.pk).exists()


def test_a_freed_branch_comes_back(page):
    restriction = PageViewRestriction.objects.create(page=page_at("/about/"), restriction_type="login")
    queue.drain()
    restriction.delete()
    queue.drain()
    assert found() == [page.pk]


def test_doing_an_entry_twice_does_no_harm(page):
    before = Word.objects.get(language="ro", word=WORD).documents
    queue.add([page.pk, page.pk])
    queue.drain()
    queue.add([page.pk])
    queue.drain()
    assert (found(), Word.objects.get(language="ro", word=WORD).documents) == ([page.pk], before)


def test_a_page_that_cannot_be_indexed_holds_up_no_other_and_is_tried_again(page, monkeypatch):
    other = page_at("/terms/")
    queue.add([page.pk, other.pk])
    real = documents.document_of

    def broken(each, overdue, files):
        if each.pk == page.pk:
            raise RuntimeError("broken block")
        return real(each, overdue, files)

    monkeypatch.setattr(documents, "document_of", broken)
    queue.drain()
    entry = QueueEntry.objects.get()
    assert (entry.page_id, entry.attempts, entry.error) == (page.pk, 1, "broken block")
    monkeypatch.setattr(documents, "document_of", real)
    QueueEntry.objects.update(due_at=entry.queued_at)
    queue.drain()
    assert QueueEntry.objects.count() == 0


def test_the_comparison_finds_what_is_missing_too_much_and_older(page):
    assert compare().is_right
    hidden = page_at("/privacy/")
    documents.remove([page.pk])
    Document.objects.filter(pk=page_at("/terms/").pk).update(published_at=None)
    Page.objects.filter(pk=hidden.pk).update(live=False)
    difference = compare()
    assert (difference.missing, difference.surplus, difference.older) == (
        [page.pk], [hidden.pk], [page_at("/terms/").pk]
    )  # fmt: skip
    repair(difference)
    assert compare().is_right


def test_a_rebuild_finds_the_same_as_before(page):
    before = {(d.page_id, d.title) for d in Document.objects.all()}
    words = dict(Word.objects.filter(documents__gt=0).values_list("word", "documents"))
    rebuild()
    assert {(d.page_id, d.title) for d in Document.objects.all()} == before
    assert dict(Word.objects.filter(documents__gt=0).values_list("word", "documents")) == words


def test_a_page_changed_twice_is_indexed_as_it_is_now(page):
    for text in ("Prima.", f"A doua, {WORD}x."):
        page = fresh(page)
        page.summary = text
        publish(page)
    queue.drain()
    assert found(f"{WORD}x") == [page.pk]

"""Length limits, the memory of texts, the glossary and the words that changed."""

import pytest
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from core.models import User
from home.models import StandardPage
from tests.translations.doing import fresh, page_at, publish, save_target, states, translate_missing, translation_of
from translations import glossary, memory
from translations.segments import Segment
from translations.words import marked


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("Costă 20 de lei.", "Costă 25 de lei.", "Costă <del>20</del><ins>25</ins> de lei."),
        ("", "Nou.", "<ins>Nou.</ins>"),
        ("Vechi.", "", "<del>Vechi.</del>"),
        ("La fel.", "La fel.", "La fel."),
        ("a < b", "a > b", "a <del>&lt;</del><ins>&gt;</ins> b"),
        ("Unu doi.", "Trei.", "<del>Unu doi.</del> <ins>Trei.</ins>"),
    ],
)
def test_changed_words_are_marked(old, new, shown):
    assert marked(old, new) == shown


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Cereți un permis de ședere.", "permis de ședere"),
        ("Aveți nevoie de permisul de ședere.", "permis de ședere"),
        ("Для этого нужна командированным работникам справка.", "командированный работник"),
        ("U hebt verblijfsvergunningen nodig.", "verblijfsvergunning"),
        ("Două vize.", "viză"),
    ],
)
def test_a_term_is_recognised_in_its_forms(text, term):
    assert glossary.uses(text, term)


@pytest.mark.parametrize(("text", "term"), [("Un permis de muncă.", "permis de ședere"), ("O vizită.", "permis unic")])
def test_another_word_is_not_the_term(text, term):
    assert not glossary.uses(text, term)


def test_a_term_without_its_counterpart_is_named():
    original = [Segment("summary", "1", "Cereți un permis de ședere."), Segment("title", "2", "Viză")]
    translation = [Segment("summary", "3", "Попросите документ."), Segment("title", "4", "Виза")]
    pairs = [("permis de ședere", "вид на жительство"), ("viză", "виза")]
    found = glossary.unused(original, translation, pairs)
    assert [(each.term, each.wanted, each.passage) for each in found] == [
        ("permis de ședere", "вид на жительство", "Попросите документ.")
    ]


@pytest.fixture
def page():
    above = page_at("/about/")
    page = StandardPage(
        title="Nouă", slug="helped", summary="Un text de o sută.", programme=above.programme, live=False
    )
    above.add_child(instance=page)
    return publish(page)


@pytest.fixture
def into_russian(page):
    save_target(page, "ru", publish=False)
    source = TranslationSource.objects.get(object_id=page.translation_key)
    return Translation.objects.get(source=source, target_locale__language_code="ru")


def put(client, translation, path, value, username="admin"):
    client.force_login(User.objects.get(username=username))
    segment = StringSegment.objects.get(source=translation.source, context__path=path)
    address = f"/admin/localize/translate/{translation.pk}/strings/{segment.pk}/edit/"
    return client.put(address, f"value={value}", content_type="application/x-www-form-urlencoded")


@pytest.mark.django_db
@pytest.mark.parametrize(("path", "length"), [("title", 300), ("summary", 200)])
def test_a_text_that_is_too_long_is_kept_and_said_to_be_so(client, into_russian, path, length):
    answer = put(client, into_russian, path, "я" * length)
    assert answer.status_code in (200, 201)
    assert str(length) in answer.json()["error"]
    assert answer.json()["data"] == "я" * length


@pytest.mark.django_db
def test_a_text_that_is_too_long_keeps_the_page_from_going_live(client, page, into_russian):
    translate_missing(page, "ru")
    put(client, into_russian, "title", "я" * 300)
    save_target(page, "ru")
    assert states(page)["ru"] == ("in-translation", 0)
    put(client, into_russian, "title", "Новая")
    save_target(page, "ru")
    assert states(page)["ru"] == ("up-to-date", 0)


@pytest.mark.django_db
def test_a_title_that_is_too_long_is_cut_in_lists(client, page, into_russian):
    put(client, into_russian, "title", "я" * 300)
    assert translation_of(page, "ru").draft_title == "я" * 255


@pytest.mark.django_db
def test_a_text_that_is_translated_elsewhere_is_taken_over(page, into_russian):
    other = StandardPage(title="Alta", slug="other-one", summary=page.summary, programme=page.programme, live=False)
    page_at("/about/").add_child(instance=other)
    other = publish(other)
    translate_missing(other, "ru")
    assert memory.fill(into_russian, User.objects.get(username="admin")) == 1
    own = StringTranslation.objects.get(context__object_id=page.translation_key, context__path="summary")
    assert own.data == f"ru {page.summary}"


@pytest.mark.django_db
def test_a_text_that_is_translated_in_two_ways_is_left_to_the_translator(page, into_russian):
    for number, slug in enumerate(("one", "two")):
        other = StandardPage(title=f"A{number}", slug=slug, summary=page.summary, programme=page.programme, live=False)
        page_at("/about/").add_child(instance=other)
        translate_missing(publish(other), "ru", mark=str(number))
    assert memory.known(into_russian) == {}


@pytest.mark.django_db
def test_the_former_translation_of_a_changed_text_is_found(page):
    translate_missing(page, "ru")
    save_target(page, "ru")
    before = page.summary
    page = fresh(page)
    page.summary = "Altfel."
    publish(page)
    russian = Locale.objects.get(language_code="ru")
    assert memory.earlier(page.translation_key, russian, "summary", before) == f"ru {before}"

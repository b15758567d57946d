"""Facts about the four languages: forms that belong together, alphabets, keyboards, mistakes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text import fold
from search.language.mistakes import ALPHABETS, distance, one_away
from search.language.roots import root
from search.language.typing import as_latin_layout, as_russian_layout, latin_key, latin_keys
from search.language.words import is_stop, words_of
from tests.search.pairs import PAIRS


@pytest.mark.parametrize(("language", "one", "other"), PAIRS)
def test_two_forms_of_a_word_have_one_root(language, one, other):
    assert root(one, language) == root(other, language)


@pytest.mark.parametrize(("language", "one", "other"), PAIRS)
def test_a_form_without_marks_has_the_same_root(language, one, other):
    assert root(fold(one), language) == root(other, language)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ro", "viză", "vizită"),
        ("ro", "pensie", "pensiune"),
        ("ro", "lege", "legume"),
        ("ru", "виза", "визит"),
        ("ru", "язык", "яблоко"),
        ("nl", "huis", "huur"),
        ("nl", "brief", "bril"),
        ("en", "wife", "wifi"),
        ("en", "policy", "police"),
    ],
)
def test_two_words_keep_two_roots(language, one, other):
    assert root(one, language) != root(other, language)


@pytest.mark.parametrize(
    ("word", "typed"),
    [
        ("миграция", "migratsiya"), ("миграция", "migracija"), ("миграция", "migratsia"), ("район", "rayon"),
        ("район", "raion"), ("ребёнок", "rebyonok"), ("ребёнок", "rebenok"), ("новый", "novyj"), ("новый", "novy"),
        ("счёт", "schet"), ("такси", "taxi"), ("хорошо", "xorosho"), ("жена", "jena"), ("съезд", "syezd"),
        ("юрист", "jurist"), ("Чехия", "chekhiya"), ("семья", "sem'ya"), ("пенсия", "pensia"), ("вид", "vid"),
        ("жительство", "zhitel'stvo"), ("документы", "dokumenty"), ("гражданство", "grazhdanstvo"),
    ],
)  # fmt: skip
def test_russian_in_latin_letters_has_one_canonical_form(word, typed):
    assert latin_key(word) in latin_keys(typed)


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюя", min_size=1, max_size=20))
def test_a_russian_word_survives_the_wrong_keyboard(word):
    assert as_russian_layout(as_latin_layout(word, "en")) == word


@pytest.mark.parametrize(("typed", "meant"), [("gfcgjhn", "паспорт"), (",bktn", "билет"), ("GTYCBZ", "пенсия")])
def test_latin_keys_are_read_as_a_russian_keyboard(typed, meant):
    assert as_russian_layout(typed) == meant


@pytest.mark.parametrize(
    ("typed", "language", "meant"), [("зфыызщке", "en", "passport"), ("зукьшы", "ro", "permis"), ("цукл", "nl", "werk")]
)
def test_russian_keys_are_read_as_a_latin_keyboard(typed, language, meant):
    assert as_latin_layout(typed, language) == meant


words = st.text(alphabet="abcdefghij", min_size=3, max_size=9)


@given(words, words)
def test_words_one_away_are_those_at_distance_one(one, other):
    assert (other in one_away(one, ALPHABETS["en"])) == (distance(one, other) == 1)


@given(words, words)
def test_distance_has_no_direction(one, other):
    assert distance(one, other) == distance(other, one)


@pytest.mark.parametrize(
    ("text", "words"),
    [("Într-o zi, la 9:30!", ["într", "o", "zi", "la", "9", "30"]), ("şcoală", ["școală"]), ("ЁЖ", ["ёж"]), ("", [])],
)
def test_words_are_taken_out_of_a_text(text, words):
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("word", "language"), [("și", "ro"), ("si", "ro"), ("ещё", "ru"), ("еще", "ru"), ("de", "nl"), ("the", "en")]
)
def test_small_words_say_nothing(word, language):
    assert is_stop(word, language)

"""Codes as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handover import codes

CODES = st.text(codes.ALPHABET, min_size=12, max_size=12)


def test_the_alphabet_has_no_vowels_and_nothing_that_looks_like_something_else():
    assert not set("AEIOUY01") & set(codes.ALPHABET)
    assert not set(codes.LOOK_ALIKES) & set(codes.ALPHABET)


def test_the_alphabet_has_as_many_signs_as_the_check_sign_needs():
    assert codes.BASE == len(set(codes.ALPHABET)) == 23


@given(CODES)
def test_small_letters_spaces_and_dashes_do_not_matter(code):
    typed = f" {codes.in_groups(code.lower(), 4, ' - ')}. "
    assert codes.tidy(typed) == code


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("o0q", "DDD"), ("il1|", "LLLL"), ("buzz", "8V22"), ("СКР", "CKP"), ("ｈ４ｋ", "H4K"), ("sagey", "5463V")],
)
def test_look_alikes_are_understood(typed, meant):
    assert codes.tidy(typed) == meant


@given(st.text())
def test_whatever_is_typed_is_understood_or_refused_but_never_an_error(typed):
    assert codes.is_code(codes.tidy(typed), 6) in (True, False)


@given(st.integers(min_value=0, max_value=23**6 - 1))
def test_a_number_comes_back_from_its_signs(number):
    assert codes.to_number(codes.to_signs(number, 6)) == number


def test_a_new_code_is_as_long_as_asked_and_made_of_the_alphabet():
    assert all(codes.is_code(codes.new_code(6), 6) for _ in range(100))

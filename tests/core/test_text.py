import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from core.text import mend_letters


def test_cedilla_becomes_comma_below():
    assert mend_letters("Şcoală şi ţară, Ţările") == "Școală și țară, Țările"


def test_decomposed_letters_are_composed():
    assert mend_letters(unicodedata.normalize("NFD", "ёлка, înțelegere")) == "ёлка, înțelegere"


@given(st.text())
def test_mending_twice_changes_nothing_more(text):
    assert mend_letters(mend_letters(text)) == mend_letters(text)


@given(st.text())
def test_no_cedilla_letter_is_left(text):
    assert not set("şţŞŢ") & set(mend_letters(text))

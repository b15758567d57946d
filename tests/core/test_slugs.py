import re

from hypothesis import given
from hypothesis import strategies as st

from core.slugs import english_slug


def test_a_cyrillic_title_gives_a_latin_slug():
    assert english_slug("Пенсия за границей") == "pensiya-za-granitsey"


def test_romanian_letters_lose_their_marks():
    assert english_slug("Școală și țară") == "scoala-si-tara"


@given(st.text())
def test_any_title_gives_a_slug_that_an_address_can_hold(title):
    assert re.fullmatch(r"[a-z0-9_-]{1,200}", english_slug(title))

"""The public test set: judged queries in four languages, as written and as people mistype them."""

from pathlib import Path

import pytest

from core.languages import LANGUAGES
from search.quality import VARIANTS, measure, ours, read, stock

pytestmark = pytest.mark.django_db


@pytest.fixture
def judged():
    return read(Path(__file__).with_name("judged.txt"))


def test_each_language_has_sixty_judged_queries(judged):
    assert {
        language: sum(each.language == language for each in judged) >= 60 for language in LANGUAGES
    } == dict.fromkeys(LANGUAGES, True)


def test_no_query_whose_words_stand_in_the_texts_finds_nothing(judged, language):
    own = [each for each in judged if each.language == language]
    assert {variant: measure(own, variant, ours).nothing for variant in VARIANTS} == dict.fromkeys(VARIANTS, 0.0)


@pytest.mark.slow
def test_what_is_found_is_better_than_wagtails_own_search_in_every_variant(judged, language):
    own = [each for each in judged if each.language == language]
    for variant in VARIANTS:
        score, other = measure(own, variant, ours), measure(own, variant, stock)
        if score.queries:
            assert (variant, score.mrr > other.mrr, score.recall >= other.recall) == (variant, True, True)

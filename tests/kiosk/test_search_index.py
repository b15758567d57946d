"""The index that a kiosk searches: what is in it, what never is, and that it agrees with the site's search."""

import datetime
import gzip
import json

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from core import addresses
from core.languages import LANGUAGES
from core.tables import forget_all
from home.models import HelpPage
from kiosk.search_index import MOST_LETTERS, build
from search.language.roots import root
from search.models import Document, PromotedResult, ProtectedWord, SynonymSet, Word

pytestmark = pytest.mark.django_db
LARGEST = 2_000_000  # bytes of the four together, as they are sent
GUIDE = "/before-you-go/papers-to-take/"


@pytest.fixture
def guide():
    """A page that is in the index."""
    return Page.objects.get(pk=addresses.find("ro", GUIDE).page_id)


def index_of(language):
    return json.loads(build(language))


def paths_of(language):
    return {page["path"] for page in index_of(language)["pages"]}


def promoted_to(language, inner):
    return [query for query, path in index_of(language)["promoted"] if path == f"/{language}{inner}"]


def test_every_public_page_of_the_language_is_in_it(language):
    public = {address.url for address in addresses.addresses.get().by_id.values() if address.language == language}
    assert paths_of(language) == public


def test_the_same_content_makes_the_same_bytes(language):
    first = build(language)
    forget_all()
    assert build(language) == first


def test_the_four_together_are_small():
    assert sum(len(gzip.compress(build(language))) for language in LANGUAGES) < LARGEST


def test_an_unpublished_page_is_not_in_it(guide):
    guide.unpublish()
    forget_all()
    assert f"/ro{GUIDE}".encode() not in build("ro")


def test_a_private_page_is_not_in_it(guide):
    PageViewRestriction.objects.create(page=guide, restriction_type=PageViewRestriction.LOGIN)
    forget_all()
    assert f"/ro{GUIDE}".encode() not in build("ro")


def test_an_expired_page_is_not_in_it_before_anybody_unpublished_it(guide):
    Page.objects.filter(pk=guide.pk).update(expire_at=timezone.now() - datetime.timedelta(seconds=1))
    assert f"/ro{GUIDE}".encode() not in build("ro")


def test_a_draft_of_a_public_page_is_not_in_it(guide):
    specific = guide.specific
    specific.title = "Zmeură nepublicată"
    specific.save_revision()
    assert "Zmeură" not in build("ro").decode()


def test_words_of_a_page_that_went_are_not_in_it(guide):
    Document.objects.filter(pk=guide.pk).update(passages=["zmeurătoare"])
    guide.unpublish()
    forget_all()
    assert "zmeuratoare" not in build("ro").decode()


def test_its_roots_are_those_of_the_sites_search(language):
    roots = index_of(language)["roots"]
    wrong = [word for value, words in roots.items() for word in words.split() if root(word, language) != value]
    assert wrong == []


def test_it_knows_every_word_of_the_sites_vocabulary(language):
    known = {word for words in index_of(language)["roots"].values() for word in words.split()}
    vocabulary = set(Word.objects.filter(language=language, documents__gt=0).values_list("word", flat=True))
    assert vocabulary <= known


def test_the_help_pages_are_in_it(language):
    wanted = {
        addresses.addresses.get().by_id[page.pk].url for page in HelpPage.objects.filter(locale__language_code=language)
    }
    assert (len(wanted) >= 4, wanted <= paths_of(language)) == (True, True)


def test_kinds_are_named_in_its_language():
    kinds = {page["path"]: page["kind"] for page in index_of("ru")["pages"]}
    assert kinds[f"/ru{GUIDE}"] == "Руководство"


def test_synonyms_of_editors_come_as_roots():
    SynonymSet.objects.create(language="ro", words="zmeură, fructe de pădure")
    assert [root("zmeură", "ro"), f"{root('fructe', 'ro')} {root('pădure', 'ro')}"] in index_of("ro")["synonyms"]


def test_protected_words_of_editors_come_along():
    ProtectedWord.objects.create(language="ro", word="Zmeură")
    assert index_of("ro")["protected"] == {"zmeură": root("zmeură", "ro")}


def test_promoted_results_come_with_the_roots_of_their_queries(guide):
    PromotedResult.objects.create(page=guide, queries="zmeuri, acte de drum")
    key = " ".join(sorted([root("acte", "ro"), root("drum", "ro")]))
    assert promoted_to("ro", GUIDE) == sorted([key, root("zmeuri", "ro")])


def test_promoted_results_stay_in_their_language(guide):
    PromotedResult.objects.create(page=guide, queries="zmeuri")
    assert promoted_to("en", GUIDE) == []


def test_a_long_file_of_a_page_is_searched_up_to_a_limit(guide):
    Document.objects.filter(pk=guide.pk).update(passages=["început", *["cuvânt " * 1000] * 20])
    page = next(page for page in index_of("ro")["pages"] if page["path"] == f"/ro{GUIDE}")
    assert 0 < sum(len(passage) for passage in page["passages"]) <= MOST_LETTERS


def test_the_emergency_number_leads_to_help(language):
    assert "112" in promoted_to(language, "/get-help-now/")


def test_it_names_what_the_home_page_says_people_look_for(language):
    popular = index_of(language)["popular"]
    assert (len(popular) >= 3, {path for path, _title in popular} <= paths_of(language)) == (True, True)

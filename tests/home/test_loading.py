"""The small content, loaded through the real translation machinery into a database that had other content."""

import pytest
from django.core.management import call_command
from wagtail.models import Page, Site
from wagtail_localize.models import StringTranslation, Translation

from core import addresses
from core.models import PageCheck, Term
from facts.models import Contact
from home.models import GuidePage, Menu
from services.models import Provider, ServicePage
from tests.conftest import ROOT, database_copy

CONTENT = ROOT / "tests" / "content"


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    """Loaded once for this file: nothing here changes it, but for loading it again."""
    with database_copy(django_db_blocker, tmp_path_factory.mktemp("loaded")):
        call_command("load_content", CONTENT, "--reset", verbosity=0)
        yield


def test_every_page_is_live_in_four_languages(loaded):
    assert len(addresses.addresses.get().by_id) == 8 * 4


def test_the_root_of_the_site_is_the_romanian_home(loaded):
    assert Site.objects.get().root_page.locale.language_code == "ro"


def test_an_original_in_dutch_has_translations_from_dutch(loaded):
    sources = {
        row.source.locale.language_code for row in Translation.objects.filter(source__object_repr__contains="service")
    }
    assert "nl" in sources
    assert ServicePage.objects.filter(live=True).count() == 4


def test_no_translation_has_an_error(loaded):
    assert not StringTranslation.objects.filter(has_error=True).exists()


def test_words_are_in_their_language(loaded):
    page = GuidePage.objects.get(locale__language_code="ru")
    assert "Текст с <b>словами</b>" in page.answer
    assert page.body[0].value["items"][0]["title"] == "Шаг"


def test_blocks_have_the_same_ids_in_all_languages(loaded):
    ids = {tuple(block.id for block in page.body) for page in GuidePage.objects.all()}
    assert len(ids) == 1


def test_relations_reach_every_language(loaded):
    assert {page.destination.get().code for page in GuidePage.objects.all()} == {"netherlands"}


def test_a_check_stands_once_for_all_languages(loaded):
    assert PageCheck.objects.filter(translation_key=GuidePage.objects.first().translation_key).count() == 1


def test_snippets_are_translated(loaded):
    for model in (Term, Provider, Menu):
        assert {row.locale.language_code for row in model.objects.all()} == {"ro", "ru", "nl", "en"}


def test_a_provider_of_a_page_is_the_one_in_its_language(loaded):
    service = ServicePage.objects.get(locale__language_code="ru")
    assert service.provider.name == "Учреждение"


def test_facts_have_words_in_four_languages(loaded):
    contact = Contact.objects.get(code="test-contact")
    assert [contact.words_in(code).name for code in ("ro", "ru", "nl", "en")] == ["Oficiul", "Офис", "Loket", "Office"]


def test_loading_again_with_reset_gives_the_same(loaded):
    call_command("load_content", CONTENT, "--reset", verbosity=0)
    assert Page.objects.filter(depth__gt=1).count() == 8 * 4

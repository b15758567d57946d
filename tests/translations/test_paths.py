"""By no path may a text that nobody translated stand on a public page. One test per path, asked over HTTP."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from wagtail.models import Locale
from wagtail_localize.models import LocaleSynchronization, StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import translate_object
from wagtail_localize.synctree import synchronize_tree

from core.models import Term
from home.models import StandardPage
from tests.translations.doing import (
    fresh,
    page_at,
    publish,
    save_target,
    translate_missing,
    translation_of,
)

pytestmark = pytest.mark.django_db
GUIDE = "/before-you-go/posted-work/"
SENTENCE = "Propoziție proaspătă, pe care nimeni nu a tradus-o."


def locale(language):
    return Locale.objects.get(language_code=language)


@pytest.fixture
def changed():
    """A live guide of which one sentence has just changed."""
    guide = page_at(GUIDE)
    guide.for_whom = SENTENCE
    return publish(guide)


@pytest.fixture
def new():
    """A page that is public in Romanian and exists in no other language."""
    page = StandardPage(title="Pagină nouă", slug="new-page", summary=SENTENCE, programme=page_at("/about/").programme)
    page.live = False
    page_at("/").add_child(instance=page)
    return publish(page)


def russian(client, inner=GUIDE):
    """The status, and whether the sentence stands there, apart from the notice that names it as Romanian."""
    response = client.get(f"/ru{inner}")
    text = re.sub(r'<(a|del) [^>]*lang="ro"[^>]*>.*?</\1>', "", response.content.decode(), flags=re.DOTALL)
    return response.status_code, SENTENCE in text


def test_the_original_shows_its_new_sentence(client, changed):
    assert SENTENCE in client.get(f"/ro{GUIDE}").content.decode()


def test_save_target_with_publish_and_one_text_missing(client, changed):
    save_target(changed, "ru", publish=True)
    assert russian(client) == (200, False)


def test_save_target_without_publish_on_a_live_translation(client, changed):
    save_target(changed, "ru", publish=False)
    assert russian(client) == (200, False)


def test_save_target_of_a_page_that_is_new(client, new):
    save_target(new, "ru", publish=True)
    assert russian(client, "/new-page/") == (404, False)


def test_translate_object_as_the_submit_form_does_it(client, new):
    translate_object(new, [locale("ru")])
    assert russian(client, "/new-page/") == (404, False)


def test_translate_object_of_a_child_whose_parent_is_not_translated(client, new):
    child = StandardPage(title="Copil", slug="child", summary=SENTENCE, programme=new.programme, live=False)
    new.add_child(instance=child)
    publish(child)
    translate_object(child, [locale("ru")])
    assert russian(client, "/new-page/child/") == (404, False)


def test_copy_for_translation_and_publish(client, new):
    publish(new.copy_for_translation(locale("ru")))
    assert russian(client, "/new-page/") == (404, False)


def test_copy_for_translation_saved_as_live(client, new):
    copy = new.copy_for_translation(locale("ru"))
    copy.live = True
    copy.save()
    assert russian(client, "/new-page/") == (404, False)


def test_copy_for_translation_as_a_live_alias(client, new):
    new.copy_for_translation(locale("ru"), alias=True)
    assert russian(client, "/new-page/") == (404, False)


def test_an_alias_is_not_made_public_when_its_original_is_published_again(client, new):
    alias = new.copy_for_translation(locale("ru"), alias=True)
    publish(fresh(new))
    assert (fresh(alias).live, russian(client, "/new-page/")) == (False, (404, False))


def test_a_tree_that_is_synchronised(client, new):
    LocaleSynchronization.objects.create(locale=locale("ru"), sync_from=locale("ro"))
    synchronize_tree(locale("ro"), locale("ru"))
    assert russian(client, "/new-page/") == (404, False)


def test_a_translation_under_a_parent_that_is_not_translated(client, new):
    child = StandardPage(title="Copil", slug="child", summary=SENTENCE, programme=new.programme, live=False)
    new.add_child(instance=child)
    child = publish(child)
    translate_missing(child, "ru")
    save_target(child, "ru", publish=True)
    assert client.get("/ru/new-page/child/").status_code == 404


def test_publishing_in_bulk_in_the_admin(admin_client, client, new):
    copy = new.copy_for_translation(locale("ru"))
    copy.save_revision()
    admin_client.post(f"/admin/bulk/wagtailcore/page/publish/?id={copy.pk}&next=/admin/", {"include_descendants": "on"})
    assert russian(client, "/new-page/") == (404, False)


def test_publishing_in_the_page_editor_is_refused_and_said(admin_client, client, new):
    copy = new.copy_for_translation(locale("ru"))
    data = {"title": new.title, "slug": new.slug, "summary": SENTENCE, "programme": new.programme_id, "action-publish": "1",
            "body-count": "0", "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}  # fmt: skip
    response = admin_client.post(f"/admin/pages/{copy.pk}/edit/", data, follow=True)
    assert russian(client, "/new-page/") == (404, False)
    assert "nu sunt traduse" in response.content.decode()


def test_publishing_in_the_translation_editor_with_a_text_missing_is_refused_and_said(admin_client, client, changed):
    copy = translation_of(changed, "ru")
    response = admin_client.post(f"/admin/pages/{copy.pk}/edit/", {"action": "publish"}, follow=True)
    assert russian(client) == (200, False)
    assert "nu sunt traduse" in response.content.decode()


def test_a_translation_scheduled_to_go_live(client, new):
    copy = new.copy_for_translation(locale("ru"))
    revision = copy.save_revision()
    revision.approved_go_live_at = "2020-01-01T00:00:00Z"
    revision.save()
    call_command("publish_scheduled")
    assert russian(client, "/new-page/") == (404, False)


def test_the_update_form_with_publish(admin_client, client, changed):
    source = TranslationSource.objects.get(object_id=changed.translation_key)
    admin_client.post(f"/admin/localize/update/{source.pk}/", {"publish_translations": "on"})
    assert russian(client) == (200, False)


def test_a_term_with_a_missing_explanation_is_not_saved():
    term = Term.objects.get(locale__language_code="ro", code="posted-worker")
    term.definition = SENTENCE
    term.save()
    translation = Translation.objects.get(source__object_id=term.translation_key, target_locale=locale("ru"))
    with pytest.raises(ValidationError):
        translation.save_target()
    assert SENTENCE not in Term.objects.get(translation_key=term.translation_key, locale=locale("ru")).definition


def test_a_whole_translation_does_go_live(client, new):
    translate_missing(new, "ru")
    save_target(new, "ru")
    assert client.get("/ru/new-page/").status_code == 200


def test_a_name_that_is_the_same_in_both_languages_may_be_entered_as_such(client, new):
    translate_missing(new, "ru")
    StringTranslation.objects.filter(context__object_id=new.translation_key, context__path="title").update(
        data=new.title
    )
    save_target(new, "ru")
    assert client.get("/ru/new-page/").status_code == 200

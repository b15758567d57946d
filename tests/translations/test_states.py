"""How every language version stands, after what editors do to originals and translations."""

import pytest
from django.core.management import call_command
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation

from core import addresses
from core.models import Term
from home.models import StandardPage
from tests.translations.doing import (
    all_rows,
    fresh,
    page_at,
    publish,
    save_target,
    states,
    translate_missing,
    translation_of,
)
from translations.models import Original, Version
from translations.records import confirm, mark_minor

pytestmark = pytest.mark.django_db
GUIDE = "/before-you-go/posted-work/"
CURRENT = dict.fromkeys(("ru", "nl", "en"), ("up-to-date", 0))
ONE_BEHIND = dict.fromkeys(("ru", "nl", "en"), ("outdated", 1))


@pytest.fixture
def guide():
    return page_at(GUIDE)


def with_sentence(page, text):
    page.for_whom = text
    return publish(page)


def test_everything_that_was_loaded_is_up_to_date():
    assert {row["state"] for row in all_rows()} == {"up-to-date"}


def test_there_is_one_row_per_original_page_and_other_language():
    rows = all_rows()
    pages = {row["page"] for row in rows}
    assert len(rows) == len(pages) * 3 == len({(row["page"], row["language"]) for row in rows})


def test_a_row_says_the_address_without_the_language(guide):
    assert {row["path"] for row in all_rows() if row["page"] == guide.pk} == {GUIDE}


def test_a_draft_is_no_drift(guide):
    guide.for_whom = "Altceva."
    guide.save_revision()
    assert states(guide) == CURRENT


def test_publishing_the_same_text_again_is_no_drift(guide):
    publish(guide)
    assert states(guide) == CURRENT


def test_one_changed_sentence_is_one_segment_in_each_language(guide):
    with_sentence(guide, "Pentru toți cei trimiși de firmă.")
    assert states(guide) == ONE_BEHIND


def test_going_back_to_the_old_sentence_is_no_drift(guide):
    before = guide.for_whom
    with_sentence(with_sentence(guide, "Pentru toți."), before)
    assert states(guide) == CURRENT


def test_a_moved_block_is_no_drift(guide):
    guide.body = guide.body.stream_block.to_python(list(reversed(list(guide.body.raw_data))))
    publish(guide)
    assert states(guide) == CURRENT


def test_a_moved_block_moves_in_all_languages(guide):
    guide.body = guide.body.stream_block.to_python(list(reversed(list(guide.body.raw_data))))
    publish(guide)
    order = [block.id for block in fresh(guide).body]
    assert [block.id for block in translation_of(guide, "ru").body] == order


def test_a_choice_in_a_block_changes_in_all_languages_and_is_no_drift(guide):
    raw = list(guide.body.raw_data)
    for block in raw:
        if block["type"] == "warning":
            block["value"]["level"] = "stop"
    guide.body = guide.body.stream_block.to_python(raw)
    publish(guide)
    russian = next(b for b in translation_of(guide, "ru").body if b.block_type == "warning")
    assert (russian.value["level"], states(guide)) == ("stop", CURRENT)


def test_a_new_paragraph_counts(guide):
    guide.body = guide.body.stream_block.to_python([*guide.body.raw_data, {"type": "heading", "value": "Nou"}])
    publish(guide)
    assert states(guide) == ONE_BEHIND


def test_a_removed_paragraph_counts(guide):
    guide.body = guide.body.stream_block.to_python([b for b in guide.body.raw_data if b["type"] != "warning"])
    publish(guide)
    assert states(guide)["ru"] == ("outdated", 2)


def test_a_minor_edit_does_not_outdate(guide):
    guide.for_whom = "Pentru șoferi, constructori și alții, trimiși temporar."
    revision = guide.save_revision()
    mark_minor(revision)
    revision.publish()
    assert states(guide) == CURRENT


def test_an_edit_can_be_marked_as_minor_afterwards(guide):
    guide.for_whom = "Pentru șoferi, constructori și alții, trimiși temporar."
    revision = guide.save_revision()
    revision.publish()
    mark_minor(revision)
    assert states(guide) == CURRENT


def test_after_a_minor_edit_the_translation_can_still_be_saved_whole(guide):
    guide.for_whom = "Pentru șoferi, constructori și alții, trimiși temporar."
    revision = guide.save_revision()
    mark_minor(revision)
    revision.publish()
    save_target(fresh(guide), "ru")
    assert states(guide)["ru"] == ("up-to-date", 0)


def test_translating_the_changed_sentence_makes_one_language_current(guide):
    guide = with_sentence(guide, "Pentru toți cei trimiși.")
    translate_missing(guide, "ru")
    save_target(guide, "ru")
    assert states(guide) == {**ONE_BEHIND, "ru": ("up-to-date", 0)}


def test_a_translation_of_an_older_text_is_not_current_when_the_text_goes_back(guide):
    before = guide.for_whom
    guide = with_sentence(guide, "Pentru toți cei trimiși.")
    translate_missing(guide, "ru")
    save_target(guide, "ru")
    with_sentence(guide, before)
    assert states(guide) == {**CURRENT, "ru": ("outdated", 1)}


def test_a_translation_published_as_a_page_is_kept_and_clears_no_drift(guide):
    guide = with_sentence(guide, "Pentru toți cei trimiși.")
    russian = translation_of(guide, "ru")
    russian.not_for_whom = "Другим."
    publish(russian)
    translate_missing(guide, "ru")
    assert states(guide)["ru"] == ("outdated", 1)
    save_target(guide, "ru")
    assert translation_of(guide, "ru").not_for_whom == "Другим."


def test_confirming_clears_drift(guide):
    guide = with_sentence(guide, "Pentru toți cei trimiși.")
    confirm(Version.objects.get(original_id=guide.translation_key, locale__language_code="ru"))
    assert states(guide)["ru"] == ("up-to-date", 0)


def test_a_language_that_nobody_wants_has_that_state(guide):
    Version.objects.filter(original_id=guide.translation_key, locale__language_code="nl").update(wanted=False)
    publish(guide)
    assert states(guide)["nl"] == ("not-wanted", 0)


def new_page(text="Text nou de tot."):
    about = page_at("/about/")
    page = StandardPage(title="Pagină nouă", slug="new-page", summary=text, programme=about.programme, live=False)
    page_at("/").add_child(instance=page)
    return page


def test_a_draft_that_was_never_public_has_no_row():
    assert states(new_page()) == {}


def test_a_new_page_is_missing_in_the_other_languages():
    assert states(publish(new_page())) == dict.fromkeys(("ru", "nl", "en"), ("missing", 0))


def test_a_translation_that_is_a_draft_is_in_translation():
    page = publish(new_page())
    save_target(page, "ru", publish=False)
    assert states(page)["ru"] == ("in-translation", 0)


def test_words_of_a_machine_that_nobody_confirmed_are_said_to_be_so():
    page = publish(new_page())
    translate_missing(page, "ru")
    StringTranslation.objects.filter(context__object_id=page.translation_key).update(translation_type="machine")
    save_target(page, "ru")
    assert states(page)["ru"] == ("machine-drafted", 0)
    confirm(Version.objects.get(original_id=page.translation_key, locale__language_code="ru"))
    assert states(page)["ru"] == ("up-to-date", 0)


def test_with_the_original_its_translations_are_unpublished(guide, client):
    guide.unpublish()
    assert client.get(f"/ru{GUIDE}").status_code == 404
    assert states(guide) == dict.fromkeys(("ru", "nl", "en"), ("orphan", 0))


def test_translations_move_with_their_original(guide, client):
    guide.move(page_at("/life-abroad/"), pos="last-child")
    assert client.get("/ru/life-abroad/posted-work/").status_code == 200
    assert states(guide) == CURRENT


def test_where_the_new_parent_is_not_translated_the_translation_is_an_orphan(guide, client):
    parent = publish(new_page())
    guide.move(parent, pos="last-child")
    assert client.get("/ru/new-page/posted-work/").status_code == client.get(f"/ru{GUIDE}").status_code == 404
    assert states(guide) == dict.fromkeys(("ru", "nl", "en"), ("orphan", 0))


def test_translations_of_a_deleted_original_are_taken_down_and_listed(guide, client):
    page_id = guide.pk
    guide.delete()
    assert client.get(f"/ru{GUIDE}").status_code == 404
    assert states(page_id) == dict.fromkeys(("ru", "nl", "en"), ("orphan", 0))


def test_a_deleted_translation_is_missing(guide):
    translation_of(guide, "ru").delete()
    assert states(guide) == {**CURRENT, "ru": ("missing", 0)}


def test_adding_a_language_is_no_drift(guide):
    Locale.objects.create(language_code="uk")
    publish(guide)
    found = Version.objects.filter(original_id=guide.translation_key).exclude(locale__language_code="uk")
    assert set(found.values_list("state", "outdated_segments")) == {("up-to-date", 0)}


def test_what_was_published_before_there_were_records_is_adopted(guide):
    Original.objects.all().delete()
    assert {row["state"] for row in all_rows()} == {"up-to-date"}


def test_a_term_has_states_too():
    term = Term.objects.filter(locale__language_code="ro").first()
    term.definition = "Alt înțeles."
    term.save()
    versions = Version.objects.filter(original_id=term.translation_key)
    assert set(versions.values_list("state", "outdated_segments")) == {("outdated", 1)}


def test_since_is_when_the_state_began(guide):
    before = {row["language"]: row["since"] for row in all_rows() if row["page"] == guide.pk}
    publish(guide)
    assert {row["language"]: row["since"] for row in all_rows() if row["page"] == guide.pk} == before


def test_the_table_for_people_prints_too(capsys):
    call_command("translation_states")
    assert GUIDE in capsys.readouterr().out


def test_homes_are_pages_too():
    assert addresses.find("ro", "/").page_id in {row["page"] for row in all_rows()}
    assert Page.objects.filter(depth=2).count() == 4

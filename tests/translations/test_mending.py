"""Orphans are mended with one action; another language can become the original."""

import re

import pytest
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page

from core.models import User
from home.models import StandardPage
from tests.translations.doing import (
    fresh,
    page_at,
    publish,
    save_target,
    states,
    translate_missing,
    translation_of,
)
from translations.mending import ACTIONS, Trouble, mend, trouble_of
from translations.originals import make_original, reason_against
from translations.records import is_original

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    """An original under /about/ with public translations into Russian and Dutch."""
    above = page_at("/about/")
    page = StandardPage(title="Nouă", slug="mended", summary="Ceva.", programme=above.programme, live=False)
    above.add_child(instance=page)
    page = publish(page)
    for language in ("ru", "nl"):
        translate_missing(page, language)
        save_target(page, language)
    return page


def is_live(page):
    return Page.objects.get(pk=page.pk).live


def test_a_translation_of_a_deleted_original_becomes_the_original_and_the_others_follow(page):
    russian, dutch = translation_of(page, "ru"), translation_of(page, "nl")
    page.delete()
    assert trouble_of(russian) == Trouble.DELETED
    mend(fresh(russian))
    assert (is_original(russian), is_live(russian), is_live(dutch)) == (True, True, True)
    assert states(russian) == {"ro": ("missing", 0), "nl": ("up-to-date", 0), "en": ("missing", 0)}


def test_after_that_a_change_of_the_new_original_outdates_the_others(page):
    russian = translation_of(page, "ru")
    page.delete()
    mend(fresh(russian))
    russian = fresh(russian)
    russian.summary = "Иначе."
    publish(russian)
    assert states(russian)["nl"] == ("outdated", 1)


def test_an_unpublished_original_is_published_with_its_translations(page):
    russian, dutch = translation_of(page, "ru"), translation_of(page, "nl")
    page.unpublish()
    assert (trouble_of(russian), is_live(dutch)) == (Trouble.UNPUBLISHED, False)
    mend(fresh(russian))
    assert (is_live(page), is_live(russian), is_live(dutch)) == (True, True, True)
    assert states(page) == {"ru": ("up-to-date", 0), "nl": ("up-to-date", 0), "en": ("missing", 0)}


def test_a_draft_that_was_never_public_is_not_published_by_mending_another(page):
    save_target(page, "en", publish=False)
    russian, english = translation_of(page, "ru"), translation_of(page, "en")
    page.unpublish()
    mend(fresh(russian))
    assert not is_live(english)


def test_a_translation_in_the_wrong_place_is_moved_to_it(page):
    russian = translation_of(page, "ru")
    russian.move(translation_of(page_at("/terms/"), "ru"), pos="last-child")
    assert trouble_of(russian) == Trouble.PLACE
    mend(fresh(russian))
    assert (fresh(russian).url, is_live(russian)) == ("/ru/about/mended/", True)


def test_a_translation_without_a_page_above_names_that_as_the_trouble(page):
    russian = translation_of(page, "ru")
    translation_of(page_at("/about/"), "ru").unpublish()
    assert trouble_of(russian) == Trouble.ABOVE


def test_a_translation_becomes_the_original_while_the_former_one_is_there(page):
    russian = translation_of(page, "ru")
    make_original(russian)
    assert (is_original(russian), is_original(page)) == (True, False)
    assert states(russian) == {"ro": ("up-to-date", 0), "nl": ("up-to-date", 0), "en": ("missing", 0)}


def test_the_former_original_can_be_translated_from_the_new_one(page):
    russian = translation_of(page, "ru")
    make_original(russian)
    russian = fresh(russian)
    russian.summary = "Иначе."
    publish(russian)
    assert states(russian)["ro"] == ("outdated", 1)
    translate_missing(fresh(russian), "ro")
    save_target(fresh(russian), "ro")
    assert (fresh(page).summary, states(russian)["ro"]) == ("ro Иначе.", ("up-to-date", 0))


def test_what_lagged_behind_the_former_original_lags_behind_the_new_one(page):
    page.summary = "Altceva."
    page = publish(page)
    translate_missing(page, "ru")
    save_target(page, "ru")
    make_original(translation_of(page, "ru"))
    assert states(translation_of(page, "ru"))["nl"] == ("outdated", 1)


def test_a_translation_that_lags_behind_does_not_become_the_original(page):
    page.summary = "Altceva."
    publish(page)
    russian = translation_of(page, "ru")
    assert reason_against(russian)
    with pytest.raises(ValueError, match=re.escape(reason_against(russian))):
        make_original(russian)


@pytest.mark.parametrize(("username", "allowed"), [("admin", True), ("editor", False), ("translator-ru", False)])
def test_only_administrators_change_the_original(client, page, username, allowed):
    client.force_login(User.objects.get(username=username))
    russian = translation_of(page, "ru")
    client.post(reverse("translations_make_original", args=[russian.pk]))
    assert is_original(russian) is allowed


@pytest.mark.parametrize(
    ("username", "allowed"), [("admin", True), ("editor", True), ("translator-ru", False), ("counsellor-cahul", False)]
)
def test_who_may_publish_the_original_mends_its_orphans(client, page, username, allowed):
    client.force_login(User.objects.get(username=username))
    russian = translation_of(page, "ru")
    page.unpublish()
    client.post(reverse("translations_mend", args=[russian.pk]))
    assert is_live(russian) is allowed


def test_the_page_that_mends_names_the_trouble_and_the_action(client, page):
    client.force_login(User.objects.get(username="admin"))
    russian = translation_of(page, "ru")
    page.unpublish()
    text = client.get(reverse("translations_mend", args=[russian.pk])).content.decode()
    with override("ro"):  # the admin's language where nobody chose another
        assert str(Trouble.UNPUBLISHED.label) in text
        assert str(ACTIONS[Trouble.UNPUBLISHED]) in text


def test_the_desk_links_an_orphan_to_the_page_that_mends_it(client, page):
    client.force_login(User.objects.get(username="admin"))
    russian = translation_of(page, "ru")
    page.unpublish()
    text = client.get(reverse("translations_table"), {"state": "orphan"}).content.decode()
    assert reverse("translations_mend", args=[russian.pk]) in text

"""Facts that differ between languages: found on publish, shown side by side, mended or kept with a reason."""

import datetime

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from core.models import User
from tests.translations.doing import page_at, publish, translation_of
from translations.models import Contradiction

pytestmark = pytest.mark.django_db
GUIDE = "/before-you-go/posted-work/"
REPORT = "/admin/translations/contradictions/"


@pytest.fixture
def differing():
    """A guide that says three months in Romanian and two in Russian."""
    guide = page_at(GUIDE)
    guide.not_for_whom = "Nu pentru cei care pleacă pe 3 luni."
    guide = publish(guide)
    russian = translation_of(guide, "ru")
    russian.not_for_whom = "Не для тех, кто едет на два месяца."
    publish(russian)
    return guide


def in_russian():
    return Contradiction.objects.filter(version__locale__language_code="ru")


def test_a_difference_is_found_on_publish_with_both_sides(differing):
    assert [(row.kind, row.in_original, row.in_translation) for row in in_russian()] == [
        ("duration", "3 luni", "два месяца")
    ]


def test_a_difference_that_was_mended_is_gone(differing):
    russian = translation_of(differing, "ru")
    russian.not_for_whom = "Не для тех, кто едет на три месяца."
    publish(russian)
    assert not in_russian().exists()


def test_the_report_shows_the_passages_side_by_side(admin_client, differing):
    text = admin_client.get(REPORT).content.decode()
    assert "Nu pentru cei care pleacă pe 3 luni." in text
    assert "Не для тех, кто едет на два месяца." in text


def test_a_difference_is_kept_with_a_reason_and_stays_kept(admin_client, differing):
    admin_client.post(f"{REPORT}{in_russian().get().pk}/", {"reason": "Alt termen pentru cei din Rusia."})
    publish(translation_of(differing, "ru"))
    row = in_russian().get()
    assert (row.reason, row.accepted_at is not None) == ("Alt termen pentru cei din Rusia.", True)
    assert "Alt termen" in admin_client.get(f"{REPORT}?accepted=yes").content.decode()


def test_without_a_reason_nothing_is_kept(admin_client, differing):
    admin_client.post(f"{REPORT}{in_russian().get().pk}/", {"reason": " "})
    assert in_russian().get().accepted_at is None


def test_who_may_not_change_the_translation_keeps_nothing(client, differing):
    client.force_login(User.objects.get(username="counsellor-cahul"))
    client.post(f"{REPORT}{in_russian().get().pk}/", {"reason": "x"})
    assert in_russian().get().accepted_at is None


def test_an_empty_report_says_so(admin_client):
    assert "Nu se cunoaște nicio contradicție" in admin_client.get(REPORT).content.decode()


def test_an_editor_is_warned_when_he_publishes(admin_client):
    page = page_at("/about/")
    data = {"title": page.title, "slug": page.slug, "summary": "Pentru 7 luni.", "programme": page.programme_id,
            "body-count": "0", "action-publish": "1", "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}  # fmt: skip
    response = admin_client.post(f"/admin/pages/{page.pk}/edit/", data, follow=True)
    assert "7 luni" in response.content.decode()


def test_what_was_accepted_two_years_ago_is_forgotten(differing):
    in_russian().update(accepted_at=timezone.now() - datetime.timedelta(days=731), reason="x")
    with time_machine.travel(timezone.now().replace(minute=0), tick=False):
        call_command("tick")
    assert not in_russian().exists()

"""Pages of several languages go live together, or none of them does."""

import datetime

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from core.models import User
from home.models import StandardPage
from tests.translations.doing import page_at, save_target, states, translate_missing, translation_of
from translations.bundles import problems, publish
from translations.models import Bundle

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    """A page that was never public, with a whole Russian draft."""
    about = page_at("/about/")
    page = StandardPage(title="Nouă", slug="new", summary="Ceva.", programme=about.programme, live=False)
    page_at("/").add_child(instance=page)
    page.save_revision()
    translate_missing(page, "ru")
    save_target(page, "ru", publish=False)
    return page


def bundle_of(*pages, **values):
    bundle = Bundle.objects.create(name="Împreună", **values)
    bundle.pages.set(pages)
    return bundle


def public(client):
    return [client.get(f"/{language}/new/").status_code for language in ("ro", "ru")]


def test_original_and_translation_go_live_at_once(client, draft):
    assert publish(bundle_of(draft, translation_of(draft, "ru"))) == []
    assert public(client) == [200, 200]


def test_one_page_that_is_not_translated_stops_all_and_is_named(client, draft):
    save_target(draft, "nl", publish=False)
    bundle = bundle_of(draft, translation_of(draft, "ru"), translation_of(draft, "nl"))
    found = publish(bundle)
    assert (len(found), public(client)) == (1, [404, 404])
    assert "Nouă" in found[0]


def test_looking_for_problems_publishes_nothing(client, draft):
    assert problems(bundle_of(draft, translation_of(draft, "ru"))) == []
    assert public(client) == [404, 404]


def test_a_bundle_goes_live_at_its_time_with_no_hands(client, draft):
    bundle_of(draft, translation_of(draft, "ru"), go_live_at=timezone.now() + datetime.timedelta(minutes=5))
    call_command("tick")
    assert public(client) == [404, 404]
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=6), tick=False):
        call_command("tick")
    assert public(client) == [200, 200]


def test_a_bundle_is_made_on_the_desk_and_published_there(admin_client, client, draft):
    response = admin_client.post("/admin/translations/bundles/add/", {"page": [draft.pk], "language": ["ru"]})
    assert admin_client.get(response["Location"]).status_code == 200
    admin_client.post(response["Location"], {"name": "Împreună", "go_live_at": "", "publish": "now"})
    assert public(client) == [200, 200]
    assert "Împreună" in admin_client.get("/admin/translations/bundles/").content.decode()


@pytest.mark.parametrize("username", ["translator-ru", "editor-cahul", "counsellor-cahul"])
def test_who_may_not_publish_every_page_makes_no_bundle(client, draft, username):
    client.force_login(User.objects.get(username=username))
    client.post("/admin/translations/bundles/add/", {"page": [draft.pk], "language": ["ru"]})
    assert not Bundle.objects.exists()


def test_a_mended_translation_in_a_bundle_is_up_to_date():
    guide = page_at("/before-you-go/posted-work/")
    guide.for_whom = "Pentru toți cei trimiși."
    guide.save_revision().publish()
    translate_missing(guide, "ru")
    save_target(guide, "ru", publish=False)
    assert publish(bundle_of(translation_of(guide, "ru"))) == []
    assert states(guide)["ru"] == ("up-to-date", 0)

"""The offline set on the server: what is in it, when it changes, and that it changes as a whole or not at all."""

import datetime
import gzip
import json
import zoneinfo

import pytest
import time_machine
from django.core.cache import cache
from django.utils import timezone

from core import addresses
from core.languages import LANGUAGES
from core.sitemaps import extra_entries
from kiosk.offline import building, opening, store
from kiosk.offline.rendering import RenderingError, render
from tests.pages import PAGE_TYPES, longest_page
from tests.translations.doing import fresh, page_at, publish

pytestmark = pytest.mark.django_db
CHISINAU = zoneinfo.ZoneInfo("Europe/Chisinau")
TEN = datetime.datetime(2026, 11, 27, 10, 0, tzinfo=CHISINAU)  # a Friday


@pytest.fixture(autouse=True)
def own_storage(settings, tmp_path):
    storage = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = settings.STORAGES | {"kiosk": storage}
    cache.delete_many([building.DIRTY, building.LOCK])


@pytest.fixture
def few_pages(monkeypatch):
    """One page of each type, in Romanian, and the language-less screens: the whole set takes a quarter of a minute."""
    paths = ["/kiosk/", "/kiosk/panels/ro/", "/kiosk/missing/ro/", "/ro/services/providers/anofm/"]
    paths += [longest_page(model, "ro").url for model in PAGE_TYPES]
    monkeypatch.setattr(building, "page_paths", lambda: paths)
    monkeypatch.setattr(building, "by_language", {})
    return paths


def changed(before, after):
    return {
        path for path in before.files.keys() | after.files.keys() if before.files.get(path) != after.files.get(path)
    }


def test_every_public_address_is_in_it():
    paths = set(building.page_paths())
    assert {address.url for address in addresses.addresses.get().in_tree_order()} <= paths
    assert {url for more in extra_entries for urls in more() for url in urls.values()} <= paths


def test_it_has_every_screen_of_its_own_in_every_language():
    paths = building.page_paths()
    assert {f"/kiosk/{part}/{language}/" for part in ("panels", "missing") for language in LANGUAGES} <= set(paths)


def test_whatever_a_page_shows_is_in_it_too(few_pages):
    files = building.make().files
    for path in few_pages:
        _kind, packed = store.read(files[path][0])
        text = gzip.decompress(packed).decode()
        assert set(building._IN_MARKUP.findall(text)) <= files.keys(), path


def test_the_same_content_is_the_same_version(few_pages):
    assert building.make().name == building.make().name


def test_the_hour_changes_nothing(few_pages):
    with time_machine.travel(TEN, tick=False):
        morning = building.make()
    with time_machine.travel(TEN + datetime.timedelta(hours=9), tick=False):
        assert changed(morning, building.make()) == set()


def test_the_next_day_changes_the_sentences_about_open_and_closed(few_pages):
    with time_machine.travel(TEN, tick=False):
        today = building.make()
    with time_machine.travel(TEN + datetime.timedelta(days=1), tick=False):
        assert "/kiosk/opening.json" in changed(today, building.make())


def test_one_edit_changes_one_page(few_pages):
    page = fresh(page_at("/about/"))
    few_pages[:] = [url for url in few_pages if "/about/" not in url] + ["/ro/about/"]
    before = building.make()
    page.summary = f"{page.summary} Și încă ceva."
    publish(page)
    assert changed(before, building.make()) == {"/ro/about/"}


def test_an_unpublished_page_is_gone(monkeypatch, few_pages):
    monkeypatch.undo()
    page = page_at("/news/").get_children().live().first()
    url = addresses.addresses.get().by_id[page.pk].url
    assert url in building.page_paths()
    page.specific.unpublish()
    assert url not in building.page_paths()


def test_a_page_that_cannot_be_rendered_leaves_the_old_version(monkeypatch, few_pages):
    before = building.make()
    few_pages.append("/ro/not-there/")
    with pytest.raises(building.SetError, match="/ro/not-there/: 404"):
        building.make()
    assert store.current() == before


def test_a_set_that_is_too_large_is_refused(monkeypatch, few_pages):
    monkeypatch.setattr(building, "MOST", 1000)
    with pytest.raises(building.SetError, match="devices take 1000"):
        building.make()


def test_a_saved_fact_makes_it_due(few_pages):
    from facts.models import Contact

    building.refresh()
    assert not building.is_due(timezone.now())
    Contact.objects.first().save()
    assert building.is_due(timezone.now())


def test_it_is_looked_at_again_after_an_hour(few_pages):
    building.refresh()
    assert building.is_due(timezone.now() + datetime.timedelta(minutes=61))


def test_files_that_no_version_needs_go_after_two_days(few_pages):
    building.make()
    lonely = store.put(b"of an older version", "text/plain")[0]
    with time_machine.travel(timezone.now() + datetime.timedelta(days=3), tick=False):
        building.make()
        store.sweep()
    with pytest.raises(FileNotFoundError):
        store.read(lonely)


def test_files_of_the_version_before_stay_for_a_device_in_the_middle_of_a_sync(few_pages):
    building.make()
    recent = store.put(b"of the version before", "text/plain")[0]
    store.sweep()
    assert store.read(recent)[0] == "text/plain"


def test_a_page_of_the_set_says_nothing_about_now():
    with time_machine.travel(TEN, tick=False):
        text = render("/ro/pilot-areas/cahul/").body.decode()
    assert "Deschis" not in text
    assert "data-hours=" in text


def test_rendering_names_what_is_missing():
    with pytest.raises(RenderingError, match="/ro/nowhere/: 404"):
        render("/ro/nowhere/")


@pytest.mark.parametrize("hour,is_open", [(7, 0), (10, 1), (23, 0)])
def test_the_states_of_a_desk_follow_its_hours(hour, is_open):
    from countries.models import ShopFrontPage

    data = json.loads(opening.build(TEN))
    hours = ShopFrontPage.objects.filter(area__code="cahul").first().place.hours
    moment = TEN.replace(hour=hour).timestamp()
    row = [row for row in data["desks"][str(hours.uuid)] if row[0] <= moment][-1]
    assert row[1] == is_open


def test_the_sentences_about_open_and_closed_are_those_of_the_site(client, language):
    from countries.models import ShopFrontPage

    data = json.loads(opening.build(TEN))
    front = ShopFrontPage.objects.filter(area__code="cahul", locale__language_code=language).first()
    row = [row for row in data["desks"][str(front.place.hours.uuid)] if row[0] <= TEN.timestamp()][-1]
    with time_machine.travel(TEN, tick=False):
        page = client.get(addresses.addresses.get().by_id[front.pk].url).content.decode()
    assert data["words"][row[2 + LANGUAGES.index(language)]] in page

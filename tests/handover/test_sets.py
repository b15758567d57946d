"""Sets of pages: what is kept, for how long, and the address that needs no network."""

import datetime

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Page, PageViewRestriction

from core import addresses, clockwork
from handover import sets
from handover.models import HandOver

IDS = st.lists(st.integers(min_value=1, max_value=sets.LARGEST), min_size=1, max_size=sets.MOST, unique=True)


@given(IDS)
def test_ids_come_back_from_the_address(page_ids):
    assert sets.decode(sets.encode(page_ids)) == page_ids


@given(st.text())
def test_garbage_is_refused_or_is_what_encode_would_write(text):
    found = sets.decode(text)
    assert found is None or sets.encode(found) == text


@given(st.from_regex(r"[0-9a-z.]{1,80}", fullmatch=True))
def test_what_looks_like_ids_is_read_in_one_way_only(text):
    found = sets.decode(text)
    assert found is None or sets.encode(found) == text


@pytest.mark.parametrize(
    "text", ["", ".", "1.", ".1", "1..2", "0", "01", "1.1", "zzzzzz", "zzzzzzz", "-1", "1 2", "٣", ".".join(["1"] * 31)]
)
def test_what_encode_never_writes_is_refused(text):
    assert sets.decode(text) is None


def test_the_address_of_thirty_pages_is_short_enough_for_a_code_that_a_phone_reads():
    address = f"https://portal.example.md/ro/mine/p/{sets.encode(range(46_000, 46_030))}/"
    assert len(address) <= 160


@pytest.mark.django_db
def test_a_set_keeps_ids_in_their_order_and_drops_what_is_not_public(ids):
    draft, private = Page.objects.get(pk=ids[0]), Page.objects.get(pk=ids[1])
    draft.unpublish()
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    other = addresses.find("ro", "/about/").page_id
    assert sets.create([ids[2], 987654, *ids, other], "ro", "cahul").page_ids == [ids[2], other]


@pytest.mark.django_db
def test_a_set_has_thirty_pages_at_most():
    public = list(addresses.addresses.get().by_id)
    assert sets.create(public, "ro", "").page_ids == public[:30]


@pytest.mark.django_db
@pytest.mark.parametrize(("pages", "language"), [([], "ro"), ([987654], "ro"), (None, "de")])
def test_a_set_without_a_public_page_or_with_an_unknown_language_is_refused(ids, pages, language):
    with pytest.raises(sets.SetError):
        sets.create(ids if pages is None else pages, language, "cahul")


@pytest.mark.django_db
def test_an_unknown_office_is_left_out(ids):
    assert sets.create(ids, "ro", "atlantis").office == ""


@pytest.mark.django_db
def test_a_code_that_somebody_has_already_is_not_given_again(ids, monkeypatch):
    codes = iter(["222222", "222222", "333333"])
    monkeypatch.setattr(sets, "new_code", lambda length: next(codes))
    assert [sets.create(ids, "ro", "").code for _ in range(2)] == ["222222", "333333"]


@pytest.mark.django_db
@pytest.mark.parametrize("change", [str.lower, lambda code: f" {code[:3]} - {code[3:]}", lambda code: f"{code}."])
def test_a_set_is_found_as_people_type_its_code(ids, change):
    made = sets.create(ids, "ro", "cahul")
    assert sets.find(change(made.code)) == made


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["", "222222", "\0", "22222", "ÀÈÌÒÙÝ", "x" * 500])
def test_what_is_no_code_finds_nothing(code):
    assert sets.find(code) is None


@pytest.mark.django_db
def test_a_set_works_for_fourteen_days(ids):
    with time_machine.travel("2026-03-01T12:00:00Z", tick=False) as clock:
        code = sets.create(ids, "ro", "cahul").code
        clock.shift(datetime.timedelta(days=14, seconds=-1))
        assert sets.find(code)
        clock.shift(1)
        assert sets.find(code) is None


@pytest.mark.django_db
def test_expired_sets_are_deleted_for_good(ids):
    with time_machine.travel("2026-03-01T12:00:00Z", tick=False) as clock:
        sets.create(ids, "ro", "cahul")
        clock.shift(datetime.timedelta(days=13))
        young = sets.create(ids, "ro", "cahul")
        clock.shift(datetime.timedelta(days=1))
        for work in clockwork.each_hour:
            work()
    assert list(HandOver.objects.all()) == [young]


@pytest.mark.django_db
def test_a_page_stands_in_the_language_that_is_asked_for(ids, language):
    contents = sets.contents_of(ids[:2], language)
    assert [item.url.split("/")[1] for item in contents.items] == [language] * 2
    assert all(item.summary for item in contents.items)


@pytest.mark.django_db
def test_two_versions_of_a_page_are_one_page(ids):
    russian = addresses.localized(ids[0], "ru").page_id
    assert len(sets.contents_of([ids[0], russian], "nl").items) == 1


@pytest.mark.django_db
def test_a_page_without_a_translation_stays_in_its_language(ids):
    Page.objects.get(pk=addresses.localized(ids[0], "nl").page_id).unpublish()
    contents = sets.contents_of(ids, "nl")
    assert [item.language for item in contents.items] == ["ro", ""]
    assert contents.in_other_languages == 1


@pytest.mark.django_db
def test_an_unpublished_version_gives_way_to_another_that_is_public(ids):
    russian = addresses.localized(ids[0], "ru").page_id
    Page.objects.get(pk=russian).unpublish()
    assert sets.contents_of([russian], "nl").items[0].url.startswith("/nl/")


@pytest.mark.django_db
def test_a_page_that_was_unpublished_is_named(ids):
    page = Page.objects.get(pk=ids[0])
    page.unpublish()  # takes its translations with it
    contents = sets.contents_of(ids, "ro")
    assert (contents.gone, contents.lost) == ([page.title], 0)


@pytest.mark.django_db
def test_a_page_that_is_private_now_or_was_never_public_is_not_named(ids):
    PageViewRestriction.objects.create(page=Page.objects.get(pk=ids[0]), restriction_type="login")
    Page.objects.filter(translation_key=Page.objects.get(pk=ids[1]).translation_key).update(
        live=False, first_published_at=None
    )
    addresses.addresses.renew()
    contents = sets.contents_of(ids, "ro")
    assert (contents.gone, contents.lost, contents.items) == ([], 2, [])

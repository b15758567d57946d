"""Codes on paper: what is signed, what is refused, what is said of them."""

import datetime
import re
import uuid

import pytest
import time_machine
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from handover import codes, slips
from handover.models import SlipBatch
from handover.slips import Slip, Verdict

SLIPS = st.builds(
    Slip,
    st.integers(min_value=0, max_value=slips.ROOM // slips.PER_BATCH - 1),
    st.integers(min_value=0, max_value=slips.PER_BATCH - 1),
)
PLACES = st.integers(min_value=0, max_value=slips.LENGTH - 1)
DEVICE = uuid.UUID(int=7)


@given(SLIPS)
def test_a_code_says_what_was_written_into_it(slip):
    assert slips.read(slips.write(slip)) == slip


@given(SLIPS)
def test_a_code_is_three_groups_of_the_alphabet(slip):
    assert re.fullmatch(f"[{codes.ALPHABET}]{{4}}(-[{codes.ALPHABET}]{{4}}){{2}}", slips.write(slip))


@given(SLIPS, PLACES, st.sampled_from(codes.ALPHABET))
def test_one_changed_sign_is_always_refused(slip, place, sign):
    code = slips.write(slip).replace("-", "")
    changed = code[:place] + sign + code[place + 1 :]
    assert changed == code or slips.read(changed) is None


@given(SLIPS, PLACES, PLACES)
def test_two_signs_that_changed_places_are_always_refused(slip, one, other):
    signs = list(slips.write(slip).replace("-", ""))
    signs[one], signs[other] = signs[other], signs[one]
    changed = "".join(signs)
    assert changed == slips.write(slip).replace("-", "") or slips.read(changed) is None


@given(SLIPS)
def test_every_look_alike_is_understood(slip):
    code = slips.write(slip)
    for wrong, right in codes.LOOK_ALIKES.items():
        assert slips.read(code.replace(right, wrong).lower()) == slip


@given(st.text())
def test_whatever_is_typed_is_no_error(text):
    assert slips.read(text) is None


@given(SLIPS)
def test_a_code_signed_with_another_key_is_refused(slip):
    with override_settings(SECRET_KEY="somebody else's"):
        forged = slips.write(slip)
    assert slips.read(forged) != slip


@given(SLIPS)
def test_a_code_signed_with_the_key_before_is_still_good(slip):
    with override_settings(SECRET_KEY="of last year"):
        old = slips.write(slip)
    with override_settings(SECRET_KEY_FALLBACKS=["of last year"]):
        assert slips.read(old) == slip


def test_neighbours_look_nothing_alike():
    one, two = (slips.write(Slip(1, serial))[:8] for serial in (0, 1))
    assert sum(a == b for a, b in zip(one, two, strict=True)) <= 4


@pytest.mark.parametrize("slip", [Slip(1, -1), Slip(1, slips.PER_BATCH), Slip(slips.ROOM, 0)])
def test_there_is_no_code_outside_of_the_room(slip):
    with pytest.raises(ValueError, match="no codes left"):
        slips.write(slip)


@pytest.mark.django_db
def test_a_forgery_is_refused_without_the_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert slips.check("2222-2222-2222").verdict is Verdict.NOT_OURS


@pytest.mark.django_db
def test_a_stock_is_as_many_different_genuine_codes_as_were_asked_for():
    stock = slips.issue_stock(DEVICE, "cahul", 1500)
    assert len(set(stock)) == 1500
    assert {slips.check(code).verdict for code in stock[::100]} == {Verdict.GENUINE}


@pytest.mark.django_db
def test_stocks_of_one_day_share_a_batch_and_no_code():
    first, second = (slips.issue_stock(DEVICE, "cahul", 20) for _ in range(2))
    assert not set(first) & set(second)
    assert SlipBatch.objects.get().count == 40


@pytest.mark.django_db
def test_a_stock_of_another_day_shop_front_or_device_is_another_batch():
    with time_machine.travel("2026-03-01T12:00:00Z", tick=False) as clock:
        slips.issue_stock(DEVICE, "cahul", 1)
        slips.issue_stock(DEVICE, "ungheni", 1)
        slips.issue_stock(uuid.uuid4(), "cahul", 1)
        clock.shift(datetime.timedelta(days=1))
        slips.issue_stock(DEVICE, "cahul", 1)
    assert SlipBatch.objects.count() == 4


@pytest.mark.django_db
def test_nothing_is_issued_for_an_unknown_shop_front():
    with pytest.raises(slips.UnknownOfficeError):
        slips.issue_stock(DEVICE, "atlantis", 1)


@pytest.mark.django_db
def test_an_answer_knows_who_issued_the_code_and_when():
    with time_machine.travel("2026-03-01T12:00:00Z", tick=False):
        batch = slips.check(slips.issue_stock(DEVICE, "cahul", 1)[0]).batch
    assert (batch.area.code, batch.issued_on, batch.valid_until) == (
        "cahul", datetime.date(2026, 3, 1), datetime.date(2027, 3, 1),
    )  # fmt: skip


@pytest.mark.django_db
def test_a_code_holds_through_its_last_day():
    with time_machine.travel("2026-03-01T12:00:00Z", tick=False) as clock:
        code = slips.issue_stock(DEVICE, "cahul", 1)[0]
        clock.move_to("2027-03-01T20:00:00Z")
        assert slips.check(code).verdict is Verdict.GENUINE
        clock.move_to("2027-03-02T12:00:00Z")
        assert slips.check(code).verdict is Verdict.EXPIRED


@pytest.mark.django_db
def test_a_revoked_device_takes_its_codes_with_it_and_no_others():
    lost, kept = (slips.issue_stock(device, "cahul", 1)[0] for device in (DEVICE, uuid.uuid4()))
    assert slips.revoke(device=DEVICE) == 1
    assert (slips.check(lost).verdict, slips.check(kept).verdict) == (Verdict.REVOKED, Verdict.GENUINE)


@pytest.mark.django_db
def test_a_stock_after_a_revocation_is_good_again():
    slips.issue_stock(DEVICE, "cahul", 1)
    slips.revoke(device=DEVICE)
    assert slips.check(slips.issue_stock(DEVICE, "cahul", 1)[0]).verdict is Verdict.GENUINE


@pytest.mark.django_db
def test_a_signed_code_that_was_never_given_out_is_not_ours():
    slips.issue_stock(DEVICE, "cahul", 1)
    batch = SlipBatch.objects.get()
    assert slips.check(slips.write(Slip(batch.pk, 1))).verdict is Verdict.NOT_OURS


@pytest.mark.django_db
def test_a_code_whose_batch_is_forgotten_counts_as_expired():
    code = slips.issue_stock(DEVICE, "cahul", 1)[0]
    SlipBatch.objects.all().delete()
    assert slips.check(code).verdict is Verdict.EXPIRED

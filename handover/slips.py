"""Codes on paper: twelve signs that prove that a slip or a card is ours. docs/handover.md has the format.

    sign  1-6   the number of the batch and of the code in it, masked
          7-11  a signature of it
          12    the check sign: the sum of all values, each times its place, is a multiple of 23

23 is a prime number, so any one mistaken sign, and any two that changed places, are refused by the check sign alone.
A forged code is refused by the signature, without a look into the database.
"""

import datetime
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from core.classification import Area
from handover.codes import ALPHABET, BASE, VALUES, in_groups, is_code, tidy, to_number, to_signs
from handover.models import SlipBatch

PAYLOAD, SIGNATURE = 6, 5  # signs
LENGTH = PAYLOAD + SIGNATURE + 1
ROOM = BASE**PAYLOAD
PER_BATCH = 1000  # codes; so there is room for 148 035 batches
STOCK_LIFE = datetime.timedelta(days=365)


class UnknownOfficeError(Exception):
    """There is no area with this code."""


class Verdict(Enum):
    """What can be said of a code."""

    GENUINE = "genuine"
    EXPIRED = "expired"
    REVOKED = "revoked"
    NOT_OURS = "not-ours"


@dataclass(frozen=True)
class Slip:
    """What a code says: the number of its batch, and which of the batch it is."""

    batch: int
    serial: int


@dataclass(frozen=True)
class Answer:
    """The verdict on a code, and the batch to which it belongs, if it is still known."""

    verdict: Verdict
    batch: SlipBatch | None = None


def write(slip: Slip) -> str:
    """The code of a slip, signed with the key of today: ABCD-EFGH-JKLM."""
    number = slip.batch * PER_BATCH + slip.serial
    if not 0 <= slip.serial < PER_BATCH or not 0 <= number < ROOM:
        raise ValueError("there are no codes left for this batch")
    signature = _signature(number, settings.SECRET_KEY)
    signs = to_signs((number + _mask(signature, settings.SECRET_KEY)) % ROOM, PAYLOAD) + signature
    return in_groups(signs + _check_sign(signs), 4, "-")


def read(text: str) -> Slip | None:
    """What a code says, as somebody typed it; None for a mistake and for a forgery. Asks no database."""
    code = tidy(text)
    if not is_code(code, LENGTH) or _check_sign(code[:-1]) != code[-1]:
        return None
    payload, signature = to_number(code[:PAYLOAD]), code[PAYLOAD:-1]
    for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        number = (payload - _mask(signature, key)) % ROOM
        if constant_time_compare(_signature(number, key), signature):
            return Slip(*divmod(number, PER_BATCH))
    return None


def _signature(number: int, key: str) -> str:
    return to_signs(_digest("signature", str(number), key) % BASE**SIGNATURE, SIGNATURE)


def _mask(signature: str, key: str) -> int:
    """Makes neighbours look nothing alike: nobody counts our slips, or takes one for the next."""
    return _digest("mask", signature, key) % ROOM


def _digest(use: str, value: str, key: str) -> int:
    digest = salted_hmac(f"handover.slips.{use}", value, secret=key, algorithm="sha256").digest()
    return int.from_bytes(digest[:16], "big")


def _check_sign(signs: str) -> str:
    """The twelfth sign, such that the sum of value times place (1 to 12) is a multiple of 23."""
    total = sum(place * VALUES[sign] for place, sign in enumerate(signs, start=1))
    return ALPHABET[-total * pow(LENGTH, -1, BASE) % BASE]


def check(text: str) -> Answer:
    """What can be said of a code, as somebody typed it."""
    slip = read(text)
    if slip is None:
        return Answer(Verdict.NOT_OURS)
    batch = SlipBatch.objects.select_related("area").filter(pk=slip.batch).first()
    if batch is None:  # signed by us, and so old that its batch is forgotten
        return Answer(Verdict.EXPIRED)
    if slip.serial >= batch.count:
        return Answer(Verdict.NOT_OURS)
    if batch.is_revoked:
        return Answer(Verdict.REVOKED, batch)
    return Answer(Verdict.EXPIRED if batch.is_expired else Verdict.GENUINE, batch)


def issue_stock(device: uuid.UUID, office: str, count: int) -> list[str]:
    """`count` new codes for a device of the shop-front in `office`; each is good for one slip.

    Several stocks of one day share a batch. Raises UnknownOfficeError.
    """
    area = Area.objects.filter(code=office).first()
    if area is None:
        raise UnknownOfficeError(office)
    with transaction.atomic():
        return [code for size in _sizes(count) for code in _issue(device, area, size)]


def _sizes(count: int) -> Iterator[int]:
    for start in range(0, count, PER_BATCH):
        yield min(PER_BATCH, count - start)


def _issue(device: uuid.UUID, area: Area, count: int) -> list[str]:
    today = timezone.localdate()
    batch = (
        SlipBatch.objects.valid()
        .select_for_update()
        .filter(device=device, area=area, issued_on=today, count__lte=PER_BATCH - count)
        .first()
    )
    if batch is None:
        batch = SlipBatch(device=device, area=area, issued_on=today, valid_until=today + STOCK_LIFE, count=0)
    first = batch.count
    batch.count = first + count
    batch.save()
    return [write(Slip(batch.pk, serial)) for serial in range(first, batch.count)]


def code_of(batch: SlipBatch) -> str:
    """The code of a printed card, the same on every copy."""
    return write(Slip(batch.pk, 0))


def revoke(device: uuid.UUID) -> int:
    """No code of this device holds any more; how many batches that were."""
    return SlipBatch.objects.filter(device=device, is_revoked=False).update(is_revoked=True)

"""What is done with devices: begin and end an enrolment, revoke, tell a device how it is set up."""

import datetime
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from core import addresses
from core.languages import LANGUAGES
from core.models import User
from countries.models import ShopFrontPage
from facts.models import OpeningHours
from handover import slips
from kiosk.models import Device, Enrolment
from kiosk.secrecy import ITERATIONS, hash_of, new_code, new_salt, new_token, pin_hash, tidy

COOKIE, COOKIE_PATH = "kiosk-device", "/kiosk/"
TEN_YEARS = 10 * 365 * 24 * 60 * 60  # seconds; a device is revoked, it does not expire
CODE_LIFE = datetime.timedelta(minutes=10)


class EnrolmentError(Exception):
    """A code was not accepted: unknown, used, or too old."""


def begin() -> tuple[str, str, datetime.datetime]:
    """A new waiting screen: the code to show, the secret to ask with, until when. Old ones are forgotten."""
    now = timezone.now()
    Enrolment.objects.filter(expires_at__lt=now - CODE_LIFE).delete()
    code, secret = new_code(), new_token()
    Enrolment.objects.create(code_hash=hash_of(code), secret_hash=hash_of(secret), expires_at=now + CODE_LIFE)
    return code, secret, now + CODE_LIFE


def waiting(code: str) -> Enrolment:
    """The screen that shows `code`; raises EnrolmentError."""
    row = Enrolment.objects.filter(code_hash=hash_of(tidy(code)), device=None, expires_at__gt=timezone.now()).first()
    if row is None:
        raise EnrolmentError
    return row


@transaction.atomic
def approve(code: str, device: Device, pin: str, user: User | None) -> Device:
    """Somebody of the staff typed the code: the screen that shows it becomes `device`. Raises EnrolmentError."""
    row = waiting(code)
    if not Enrolment.objects.filter(pk=row.pk, device=None).exists():
        raise EnrolmentError
    if pin:
        set_pin(device, pin)
    device.enrolled_by, device.revoked_at, device.token_hash = user, None, None
    device.save()
    row.device = device
    row.save(update_fields=["device"])
    return device


@transaction.atomic
def claim(secret: str) -> tuple[Device, str] | None:
    """The device of a waiting screen and its new token, once; None while nobody has typed the code.

    Raises EnrolmentError if the code is too old, was claimed already, or never was.
    """
    row = Enrolment.objects.select_for_update().filter(secret_hash=hash_of(secret)).first()
    now = timezone.now()
    if row is None or row.claimed_at or (row.device is None and row.expires_at <= now):
        raise EnrolmentError
    if row.device is None:
        return None
    token = new_token()
    row.claimed_at = now
    row.save(update_fields=["claimed_at"])
    row.device.token_hash, row.device.enrolled_at = hash_of(token), now
    row.device.save(update_fields=["token_hash", "enrolled_at"])
    return row.device, token


def revoke(device: Device, with_slips: bool = False) -> None:
    """Its token is worth nothing from now on; the screen asks for an enrolment with its next call.

    `with_slips`: neither is any slip that it printed or could print, because somebody else has it.
    """
    if with_slips:
        slips.revoke(device.uuid)
    device.token_hash, device.revoked_at, device.silent_since = None, timezone.now(), None
    device.save(update_fields=["token_hash", "revoked_at", "silent_since"])


def set_pin(device: Device, pin: str) -> None:
    """Give the device another PIN for the staff; it learns of it with its next call."""
    device.pin_salt = new_salt()
    device.pin_hash = pin_hash(pin, device.pin_salt)


def of_request(request: HttpRequest) -> Device | None:
    """The device whose token came with the request."""
    token = request.COOKIES.get(COOKIE, "")
    if not token:
        return None
    return Device.objects.in_use().select_related("area").filter(token_hash=hash_of(token)).first()


def give_token(response: HttpResponse, token: str) -> None:
    """The token as a cookie that no script reads and no other site sends."""
    response.set_cookie(
        COOKIE, token, max_age=TEN_YEARS, path=COOKIE_PATH, secure=True, httponly=True, samesite="Strict"
    )


def hours_of(device: Device) -> OpeningHours | None:
    """When it should be on: its own hours, else those of its shop-front."""
    if device.hours:
        return device.hours
    front = ShopFrontPage.objects.live().filter(area=device.area).with_place().first()
    return front.place.hours if front else None


def configuration(device: Device) -> dict[str, Any]:
    """What a device knows of itself, as its page gets it (assets/js/device.js)."""
    fronts = {
        front.locale.language_code: front
        for front in ShopFrontPage.objects.live().filter(area=device.area).select_related("locale", "place")
    }
    table = addresses.addresses.get().by_id
    hours = next((front.place.hours_id and front.place.hours for front in fronts.values()), None)
    return {
        "id": str(device.uuid),
        "name": device.name,
        "language": device.language,
        "printer": bool(device.paper),
        "paper": device.paper,
        "mm_per_px": float(device.mm_per_px),
        "idle": device.idle_seconds,
        "warning": device.warning_seconds,
        "office": {
            "area": device.area.code,
            "hours": str(hours.uuid) if hours else "",
            "names": {code: fronts[code].title for code in LANGUAGES if code in fronts},
            "paths": {code: table[fronts[code].pk].url for code in LANGUAGES
                      if code in fronts and fronts[code].pk in table},
        },
        "pin": {"salt": device.pin_salt, "hash": device.pin_hash, "iterations": ITERATIONS},
    }  # fmt: skip

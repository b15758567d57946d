"""What a device says about itself every five minutes."""

import datetime
from typing import Any

from django.utils import timezone

from kiosk.models import Device

MOST_MEGABYTES = 2**31 - 1
MANY = 1000


class HeartbeatError(Exception):
    """A heartbeat that cannot be right; the message names the field."""


def keep(device: Device, data: dict[str, Any]) -> int:
    """Check a heartbeat and write it down with the server's time; raises HeartbeatError and changes nothing.

    `version` of the set, `synced` in milliseconds since 1970 by the device's clock, `free` in bytes, `error` in a few
    words, `resets` of the day, `codes` for slips that it has left, which is the answer.
    """
    codes = _number({"codes": MANY} | data, "codes", MANY)
    device.set_version = _text(data, "version", 16)
    device.last_error = _text(data, "error", 120)
    device.resets = _number(data, "resets", 100_000)
    device.free_megabytes = min(_number(data, "free", 2**60) // 2**20, MOST_MEGABYTES)
    synced = _number(data, "synced", 10**13)
    device.synced_at = datetime.datetime.fromtimestamp(synced / 1000, datetime.UTC) if synced else None
    device.seen_at = timezone.now()
    device.save(update_fields=["set_version", "last_error", "resets", "free_megabytes", "synced_at", "seen_at"])
    return codes


def _text(data: dict[str, Any], name: str, most: int) -> str:
    value = data.get(name) or ""
    if not isinstance(value, str) or "/" in value:  # no address of a page ever gets here
        raise HeartbeatError(f"{name}: a short text without a slash is wanted")
    return value[:most]


def _number(data: dict[str, Any], name: str, most: int) -> int:
    value = data.get(name, 0)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= most:
        raise HeartbeatError(f"{name}: a number from 0 to {most} is wanted")
    return int(value)

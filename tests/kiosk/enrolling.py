"""How tests ask the kiosk host, and fill in the form of an enrolment."""

import json

from core.classification import Area

HOST = {"host": "kiosk.testserver"}
PIN = "135790"
GOOD = {"version": "abc", "synced": 1_795_000_000_000, "free": 5 * 2**30, "error": "", "resets": 7}  # a heartbeat


def post(client, path, data=None, **more):
    return client.post(path, json.dumps(data or {}), content_type="application/json", headers=HOST | more)


def get(client, path):
    return client.get(path, headers=HOST)


def form(code, **changes):
    area = Area.objects.get(code="cahul")
    return {"code": code, "name": "Hol", "area": area.pk, "language": "ro", "paper": "A4", "mm_per_px": "0.248",
            "idle_seconds": "120", "warning_seconds": "30", "hours": "", "pin": PIN} | changes  # fmt: skip

"""What a screen asks of the portal. The token opens the list of files, the announcements and the heartbeat, no more.

These views take JSON and are exempt from Django's CSRF check: what they do is bound to a cookie that is SameSite=Strict
and sent below /kiosk/ only, and a request that says it comes from another site is refused.
"""

import functools
import json
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from core.languages import LANGUAGES
from core.limits import Limit, address_of
from handover import slips
from home.models import Notice
from kiosk import devices, heartbeats
from kiosk.devices import EnrolmentError, configuration

View = Callable[..., HttpResponse]
MOST_BYTES = 20_000
CODES = Limit("kiosk-codes", most=60, seconds=3600)  # codes for waiting screens, per address
FEW, STOCK = 10, 40  # codes for slips: with fewer a device gets so many more


def for_device(view: View) -> View:
    """Only for devices with a valid token: `request.device`; others get a 401 and show the enrolment."""

    @functools.wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        device = devices.of_request(request)
        if device is None:
            return JsonResponse({"error": "This screen is not enrolled."}, status=401)
        request.device = device  # type: ignore[attr-defined]
        return view(request, *args, **kwargs)

    return wrapped


def own_json(view: View) -> View:
    """Takes a JSON object of our own page: `request.data`; anything else gets a 400 that says what is wrong."""

    @csrf_exempt
    @never_cache
    @require_POST
    @functools.wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
            return JsonResponse({"error": "Not from another site."}, status=403)
        if request.content_type != "application/json" or len(request.body) > MOST_BYTES:
            return JsonResponse({"error": "A small JSON object is wanted."}, status=400)
        try:
            data = json.loads(request.body)
        except (ValueError, RecursionError):
            return JsonResponse({"error": "This is no JSON."}, status=400)
        if not isinstance(data, dict):
            return JsonResponse({"error": "A JSON object is wanted."}, status=400)
        request.data = data  # type: ignore[attr-defined]
        return view(request, *args, **kwargs)

    return wrapped


@own_json
def enrolment(request: HttpRequest) -> HttpResponse:
    """A code for a screen that waits, and the secret with which it asks."""
    if not CODES.count(address_of(request)):
        return JsonResponse({"error": "Too many codes; come back in an hour."}, status=429)
    code, secret, expires = devices.begin()
    return JsonResponse({"code": code, "secret": secret, "expires": expires.isoformat()}, status=201)


@own_json
def claim(request: HttpRequest) -> HttpResponse:
    """Whether the code was typed: 202 not yet, 200 with configuration and token, 410 never any more."""
    try:
        found = devices.claim(str(request.data.get("secret", "")))
    except EnrolmentError:
        return JsonResponse({"error": "The code is used or too old."}, status=410)
    if found is None:
        return JsonResponse({"waiting": True}, status=202)
    device, token = found
    response = JsonResponse({"device": configuration(device)})
    devices.give_token(response, token)
    return response


@require_safe
@never_cache
@for_device
def announcements(request: HttpRequest) -> HttpResponse:
    """What the shop-front has to say now or later, in all languages, and how the device is set up.

    The device itself decides by its clock what shows, also without a network.
    """
    now, area = timezone.now(), request.device.area
    rows = Notice.objects.filter(area=area).exclude(ends_at__lte=now).select_related("locale")
    found: dict[str, dict[str, Any]] = {}
    for row in rows.order_by("starts_at", "pk"):
        entry = found.setdefault(str(row.translation_key), {"id": str(row.translation_key), "text": {}})
        entry["starts"] = row.starts_at.isoformat()
        entry["ends"] = row.ends_at.isoformat() if row.ends_at else None
        if row.locale.language_code in LANGUAGES:
            entry["text"][row.locale.language_code] = row.text
    return JsonResponse({"announcements": list(found.values()), "device": configuration(request.device)})


@own_json
@for_device
def heartbeat(request: HttpRequest) -> HttpResponse:
    """How the device is; the answer has new codes for its slips when few are left, else it is a 204."""
    try:
        left = heartbeats.keep(request.device, request.data)
    except heartbeats.HeartbeatError as error:
        return JsonResponse({"error": str(error)}, status=400)
    if left >= FEW or not request.device.paper:
        return HttpResponse(status=204)
    return JsonResponse({"codes": slips.issue_stock(request.device.uuid, request.device.area.code, STOCK)})


@require_safe
@never_cache
def demo_enrolment(request: HttpRequest, secret: str) -> HttpResponse:
    """The link that `make demo` prints: this browser becomes the demo kiosk. Once, and nowhere but in the demo."""
    if not settings.KIOSK_DEMO:
        raise Http404
    try:
        found = devices.claim(secret)
    except EnrolmentError:
        found = None
    response = HttpResponseRedirect("/kiosk/")
    if found:
        devices.give_token(response, found[1])
    return response

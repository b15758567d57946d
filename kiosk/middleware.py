"""The kiosk's own host name: other addresses, another skin, stricter headers."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

SKIN = "kiosk/base.html"


def is_kiosk(request: HttpRequest) -> bool:
    """Whether the request came to the host name of the kiosks; without KIOSK_HOST there is none."""
    host = request.META.get("HTTP_HOST", "").rsplit(":", 1)[0].lower()
    return bool(settings.KIOSK_HOST) and host == settings.KIOSK_HOST


class KioskHostMiddleware:
    """On KIOSK_HOST only the addresses of kiosk.urls exist, and every page wears the kiosk's skin."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_kiosk(request):
            return self.get_response(request)
        request.urlconf = "kiosk.urls"  # type: ignore[attr-defined]
        request.skin = SKIN  # type: ignore[attr-defined]
        response = self.get_response(request)
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Nexus-Kiosk"] = "1"  # so that the device knows an answer of ours from a captive portal's
        return response

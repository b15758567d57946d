"""Pages as a kiosk gets them, without a network: asked of the application itself."""

import io
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.urls import get_urlconf, set_urlconf
from django.utils import translation


class RenderingError(Exception):
    """An address that should be in the set could not be rendered; the message names it."""


@dataclass(frozen=True)
class Rendered:
    """The answer to one address."""

    body: bytes
    content_type: str


@cache
def _handler() -> BaseHandler:
    handler = BaseHandler()
    handler.load_middleware()
    return handler


def _request(path: str) -> WSGIRequest:
    scheme = "https" if settings.SECURE_SSL_REDIRECT else "http"
    return WSGIRequest(
        {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            "SCRIPT_NAME": "",
            "QUERY_STRING": "",
            "HTTP_HOST": settings.KIOSK_HOST,
            "SERVER_NAME": settings.KIOSK_HOST,
            "SERVER_PORT": "443" if scheme == "https" else "80",
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.url_scheme": scheme,
            "HTTP_X_FORWARDED_PROTO": scheme,
            "wsgi.input": io.BytesIO(),
        }
    )


def render(path: str, status: int = 200) -> Rendered:
    """What the kiosk host answers at `path`; raises RenderingError if it is not `status`."""
    language, urlconf = translation.get_language(), get_urlconf()
    try:
        response = _handler().get_response(_request(path))
    finally:
        translation.activate(language)
        set_urlconf(urlconf)  # else reverse() knows only the kiosk's addresses for as long as this thread lives
    if response.status_code != status:
        raise RenderingError(f"{path}: {response.status_code}")
    # Not closed: that would tell Django that a request has ended, and close the database of whoever asks.
    return Rendered(response.content, response.headers["Content-Type"])

"""Languages of addresses, without what Django's own middleware does to addresses that have no language."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.urls import get_script_prefix
from django.utils import translation

WITHOUT_LANGUAGE = (
    "/api/", "/admin/", "/static/", "/media/", "/documents/", "/sitemap", "/robots.txt", "/manifest.webmanifest",
    "/.well-known/", "/favicon", "/styleguide/", "/health/", "/metrics/", "/sw.js", "/_util/",
    "/kiosk/", "/mine/", "/check/",
)  # fmt: skip


class LanguageMiddleware(LocaleMiddleware):
    """Takes the language from the address alone, so that no page varies on a cookie or on Accept-Language.

    Django's middleware turns a 404 of any address into a redirect to the same address under a language, and adds
    `Vary: Accept-Language`; for addresses that have no language (API, files) that is wrong.
    """

    def process_request(self, request: HttpRequest) -> None:
        if request.path_info.startswith("/admin/"):
            return super().process_request(request)
        language = translation.get_language_from_path(request.path_info)
        translation.activate(language or translation.get_language_from_request(request))
        request.LANGUAGE_CODE = translation.get_language()
        return None

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        path = request.path_info.removeprefix(get_script_prefix().rstrip("/"))
        if path == "/" or path.startswith(WITHOUT_LANGUAGE):
            return response
        if translation.get_language_from_path(path):
            response.headers.setdefault("Content-Language", translation.get_language())
            return response
        return super().process_response(request, response)

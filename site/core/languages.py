"""The four languages: their order, and which one a visitor gets who has not chosen."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language, get_language_info
from django.utils.translation.trans_real import parse_accept_lang_header

LANGUAGES = ("ro", "ru", "nl", "en")
DEFAULT = "ro"
FALLBACK = "en"


def active() -> str:
    """The language in which texts are shown now; Romanian where none was activated."""
    return (get_language() or DEFAULT)[:2]


def own_name(language: str) -> str:
    """The name of a language in itself, with a capital letter: Română, Русский, Nederlands, English."""
    name = get_language_info(language)["name_local"]
    return name[0].upper() + name[1:]


def choose(request: HttpRequest) -> str:
    """The language of a visitor of `/`: the cookie, then Accept-Language, Romanian without it, else English."""
    cookie = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    if cookie in LANGUAGES:
        return cookie
    header = request.headers.get("Accept-Language", "").strip()
    if not header or header == "*":
        return DEFAULT
    for wanted, _quality in parse_accept_lang_header(header):
        language = wanted.partition("-")[0]
        if language == "mo":  # what old phones sold in Moldova still send
            language = "ro"
        if language in LANGUAGES:
            return language
    return FALLBACK

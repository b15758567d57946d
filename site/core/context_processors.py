"""What every template of a public page may use."""

from django.http import HttpRequest
from django.utils.translation import get_language

from core.languages import LANGUAGES


def portal(request: HttpRequest) -> dict[str, object]:
    """`language` of this request, all `languages`, and whether somebody of the staff may be logged in."""
    return {
        "language": (get_language() or LANGUAGES[0])[:2],
        "languages": LANGUAGES,
        "may_be_staff": "sessionid" in request.COOKIES,
    }

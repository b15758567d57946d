"""What every template of a public page may use."""

from django.http import HttpRequest

from core.languages import LANGUAGES, active


def portal(request: HttpRequest) -> dict[str, object]:
    """`language` of this request, all `languages`, and whether somebody of the staff may be logged in."""
    return {
        "language": active(),
        "languages": LANGUAGES,
        "may_be_staff": "sessionid" in request.COOKIES,
    }

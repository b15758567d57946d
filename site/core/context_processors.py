"""What every template of a public page may use."""

from django.http import HttpRequest

from core.languages import LANGUAGES, active


def portal(request: HttpRequest) -> dict[str, object]:
    """`language` of this request, all `languages`, whether somebody of the staff may be logged in, and the skin.

    `save_data` is what a phone on a dear network asks for; views whose answers differ by it say so in Vary.
    `is_kiosk` is for the few places where a touch screen in a shop-front needs something else than a reader's page.
    """
    skin = getattr(request, "skin", "base.html")
    return {
        "language": active(),
        "languages": LANGUAGES,
        "skin": skin,
        "is_kiosk": skin != "base.html",
        "save_data": request.headers.get("Save-Data", "").lower() == "on",
        "may_be_staff": "sessionid" in request.COOKIES,
    }

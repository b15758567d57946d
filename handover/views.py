"""Sets on a phone: by code, by the ids in the address; and the answer to a kiosk that hands one over."""

import functools
import json
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from core.addresses import locale_id_of
from core.languages import LANGUAGES, choose
from core.limits import EVERYBODY, Limit, address_of
from countries.models import ShopFrontPage
from handover import sets
from handover.models import HandOver

View = Callable[..., HttpResponse]
MINUTES = 5
GUESSES = Limit("hand-over-guesses", most=30, seconds=MINUTES * 60)  # codes that were not ours, per address
MADE = Limit("hand-overs-made", most=200, seconds=3600)  # per address: one shop-front with all its screens
MADE_BY_ALL = Limit("hand-overs-made-by-all", most=5000, seconds=3600)  # so that the table stays small
MOST_BYTES = 10_000
LONGEST = 40  # signs of a code that are shown again


def unlisted(referrer: str) -> Callable[[View], View]:
    """Kept by nobody, found by no search engine; `referrer` is what other pages learn of the address."""

    def decorate(view: View) -> View:
        @never_cache
        @functools.wraps(view)
        def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            response = view(request, *args, **kwargs)
            response.headers["X-Robots-Tag"] = "noindex"
            response.headers["Referrer-Policy"] = referrer
            return response

        return wrapped

    return decorate


def too_many(request: HttpRequest, path: str) -> HttpResponse:
    """429: this address has typed too many codes that do not exist; `path` is that of the form, without language."""
    context = {"alternates": in_all_languages(path), "minutes": MINUTES}
    response = render(request, "handover/too_many.html", context, status=429)
    response.headers["Retry-After"] = str(GUESSES.seconds)
    return response


def in_all_languages(path: str) -> dict[str, str]:
    """An address without language, in each language."""
    return {code: f"/{code}{path}" for code in LANGUAGES}


def shop_front_of(area: str, language: str) -> ShopFrontPage | None:
    """The page of the shop-front in an area, in one language."""
    rows = ShopFrontPage.objects.live().public().filter(area__code=area, locale_id=locale_id_of(language))
    return rows.first() if area else None


@require_safe
def in_own_language(request: HttpRequest, **kwargs: str) -> HttpResponse:
    """`/mine/`, `/check/`, `/check/CODE/` as they are printed: go on in the visitor's language, as `/` does."""
    response = HttpResponseRedirect(f"/{choose(request)}{request.path_info}")
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    patch_cache_control(response, private=True, max_age=0)
    return response


@require_safe
@unlisted("no-referrer")
def mine(request: HttpRequest) -> HttpResponse:
    """`/<lang>/mine/`: type the code; with the code in the query go to the set, in the language of the set."""
    typed = request.GET.get("code", "")[:LONGEST]
    if not typed.strip():
        return render(request, "handover/mine.html", {"alternates": in_all_languages("/mine/")})
    return _by_code(request, typed, lambda found: redirect(f"/{found.language}/mine/{found.code}/"))


@require_safe
@unlisted("no-referrer")
def mine_set(request: HttpRequest, code: str) -> HttpResponse:
    """`/<lang>/mine/CODE/`: the set."""

    def show(found: HandOver) -> HttpResponse:
        return _show(request, found.page_ids, f"/mine/{found.code}/", found)

    return _by_code(request, code[:LONGEST], show)


@require_safe
@unlisted("no-referrer")
def mine_pages(request: HttpRequest, ids: str) -> HttpResponse:
    """`/<lang>/mine/p/<ids>/`: the same for a set that was made without a network; it has no end."""
    page_ids = sets.decode(ids.lower())
    return _show(request, page_ids, f"/mine/p/{sets.encode(page_ids)}/") if page_ids else _not_here(request, "")


def _by_code(request: HttpRequest, typed: str, show: Callable[[HandOver], HttpResponse]) -> HttpResponse:
    """What `show` makes of the set of a code; wrong codes are counted, so that nobody tries them all."""
    who = address_of(request)
    if GUESSES.is_used_up(who):
        return too_many(request, "/mine/")
    found = sets.find(typed)
    if found is None:
        GUESSES.count(who)
        return _not_here(request, typed)
    return show(found)


def _not_here(request: HttpRequest, typed: str) -> HttpResponse:
    """Unknown, expired or damaged: one and the same answer, so that it tells nothing about what exists."""
    context = {"alternates": in_all_languages("/mine/"), "typed": typed, "days": sets.LIFE.days}
    return render(request, "handover/not_here.html", context, status=404)


def _show(request: HttpRequest, page_ids: list[int], path: str, found: HandOver | None = None) -> HttpResponse:
    language = request.LANGUAGE_CODE
    contents = sets.contents_of(page_ids, language)
    if contents.is_empty:
        return _not_here(request, "")
    context = {
        "contents": contents,
        "hand_over": found,
        "office": shop_front_of(found.office, language) if found else None,
        "alternates": in_all_languages(path),
    }
    return render(request, "handover/set.html", context)


@csrf_exempt  # no cookie gives it any right: everybody may make a set, which says nothing about who made it
@never_cache
@require_POST
def create_set(request: HttpRequest) -> JsonResponse:
    """A kiosk hands over {pages, language, office}; the answer has code, url, expires and the code as it is spoken."""
    if request.content_type != "application/json":  # another site cannot send that from somebody's browser
        return _error("Send application/json.")
    try:
        asked = _read(request)
    except (ValueError, RecursionError):
        return _error("This is not the JSON that was expected.")
    if not (MADE.count(address_of(request)) and MADE_BY_ALL.count(EVERYBODY)):
        return _error("Too many sets; try again later.", 429)
    try:
        made = sets.create(**asked)
    except sets.SetError as error:
        return _error(str(error))
    return JsonResponse(
        {
            "code": made.code,
            "url": f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}/{made.language}/mine/{made.code}/",
            "expires": made.expires_at.isoformat(timespec="seconds"),
            "spoken": made.spoken,
        }
    )


def _read(request: HttpRequest) -> dict[str, Any]:
    """What `sets.create` wants to know; ValueError where something is not of the right kind."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES:
        raise ValueError
    data = json.loads(request.body)
    if not isinstance(data, dict):
        raise ValueError
    pages, language, office = data.get("pages"), data.get("language"), data.get("office", "")
    # True is an int to Python, not to us.
    if not isinstance(pages, list) or any(type(page) is not int for page in pages):
        raise ValueError
    if not isinstance(language, str) or not isinstance(office, str):
        raise ValueError
    return {"page_ids": pages, "language": language, "office": office}


def _error(message: str, status: int = 400) -> JsonResponse:
    return JsonResponse({"error": message}, status=status)

"""Answers that belong to no page: the choice of a language, a page by its address, what was not found."""

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_cache_control, patch_vary_headers
from wagtail import hooks
from wagtail.models import Page
from wagtail.views import serve as wagtail_serve
from wagtail.views import serve_chain
from wagtail.wagtail_hooks import check_view_restrictions

from core import addresses
from core.addresses import Address
from core.languages import LANGUAGES, choose
from core.models import BasePage


def choose_language(request: HttpRequest) -> HttpResponse:
    """`/`: go to the home page in the visitor's language."""
    response = HttpResponseRedirect(f"/{choose(request)}/")
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    patch_cache_control(response, private=True, max_age=0)
    return response


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """A page by its address: found in the table of addresses, else by Wagtail's own routing (docs/decisions/)."""
    language = translation.get_language()
    address = addresses.find(language, f"/{path}")
    if address is None:
        return wagtail_serve(request, path)
    page = _read_page(address)
    if page is None:
        return wagtail_serve(request, path)
    chain = serve_chain
    for wrap in reversed(hooks.get_hooks("on_serve_page")):
        chain = wrap(chain)
    for hook in hooks.get_hooks("before_serve_page"):
        if hook is check_view_restrictions:  # two queries; a restricted page is not in the table of addresses
            continue
        response = hook(page, request, [], {})
        if isinstance(response, HttpResponse):
            return response
    return chain(page, request, [], {})


def _read_page(address: Address) -> Page | None:
    model = ContentType.objects.get_for_id(address.content_type_id).model_class()
    if model is None:
        return None
    pages = model.objects.filter(pk=address.page_id, live=True)
    return (model.for_serving(pages) if issubclass(model, BasePage) else pages).first()


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: say what happened and offer the same address in the languages that have it."""
    path = request.path_info
    language = translation.get_language_from_path(path) or choose(request)
    inner = path.removeprefix(f"/{language}") if path.startswith(f"/{language}/") else path
    inner = inner if inner.endswith("/") else f"{inner}/"
    offers = [found for code in LANGUAGES if code != language and (found := addresses.find(code, inner))]
    translation.activate(language)
    request.LANGUAGE_CODE = language
    response = render(request, "404.html", {"offers": offers}, status=404)
    response.headers["Nexus-Published"] = "gone"  # phones forget their copy (phones/keeping.py)
    patch_cache_control(response, public=True, max_age=60)
    patch_vary_headers(response, ["Save-Data"])
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """500: a page that needs nothing that could be broken, in the language of the address."""
    language = translation.get_language_from_path(request.path_info) or LANGUAGES[0]
    with translation.override(language):
        return render(request, "500.html", {"language": language}, status=500)

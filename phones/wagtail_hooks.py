"""Every public page says when it was published, so that phones may keep it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.models import Page

from phones.keeping import mark

Serve = Callable[[Page, HttpRequest, list, dict], HttpResponse]


@hooks.register("on_serve_page")
def mark_what_may_be_kept(serve: Serve) -> Serve:
    def serve_marked(page: Page, request: HttpRequest, args: list, kwargs: dict) -> HttpResponse:
        response = serve(page, request, args, kwargs)
        mark(page, request, response)
        return response

    return serve_marked

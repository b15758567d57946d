"""The service worker and the page that lists what is saved."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from phones.worker import offline_page, worker


@require_safe
@cache_control(no_cache=True)
def service_worker(request: HttpRequest) -> HttpResponse:
    """`/sw.js`: at the root, so that it may look after the whole site; asked anew at every visit (304 if unchanged)."""
    return HttpResponse(worker(), content_type="text/javascript; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=300)
def offline(request: HttpRequest) -> HttpResponse:
    """`/<lang>/offline/`: the list is made by the phone; without a script the page says so."""
    return HttpResponse(offline_page(request.LANGUAGE_CODE))

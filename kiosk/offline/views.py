"""What a device asks for to keep the set: the list of its files, each file by its hash, and its worker."""

import functools

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from kiosk.offline import store

YEAR = 31_536_000  # seconds; a file under its hash never changes


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """The newest version: its name, when its content was made, and address, hash, bytes of each file.

    A device that says which version it has (If-None-Match) gets a 304 while that is the newest.
    """
    version = store.current()
    if not version.name:
        return JsonResponse({"error": "The set is being made."}, status=503, headers={"Retry-After": "10"})
    tag = f'"{version.name}"'
    if request.headers.get("If-None-Match") == tag:
        response = HttpResponse(status=304)
    else:
        files = [[path, digest, size] for path, (digest, size) in sorted(version.files.items())]
        response = JsonResponse({"version": version.name, "made": version.made, "files": files})
    response.headers["ETag"] = tag
    patch_cache_control(response, private=True, no_cache=True)
    return response


@require_safe
def set_file(request: HttpRequest, digest: str) -> HttpResponse:
    """One file of the set; public, as all pages are."""
    try:
        content_type, packed = store.read(digest)
    except FileNotFoundError as error:
        raise Http404 from error
    response = HttpResponse(packed, content_type=content_type, headers={"Content-Encoding": "gzip"})
    patch_cache_control(response, public=True, max_age=YEAR, immutable=True)
    return response


@require_safe
def data(request: HttpRequest, **kwargs: str) -> HttpResponse:
    """A file of data under its own address, for a screen whose set is not whole yet."""
    found = store.current().files.get(request.path_info)
    if found is None:
        raise Http404
    return set_file(request, found[0])


@functools.cache
def _worker() -> str:
    return (settings.ROOT / "kiosk" / "assets" / "worker" / "worker.js").read_text(encoding="utf-8")


@require_safe
@cache_control(no_cache=True)
def worker(request: HttpRequest) -> HttpResponse:
    """`/sw.js` of the kiosk host: at the root, so that it answers for every address."""
    return HttpResponse(_worker(), content_type="text/javascript; charset=utf-8")

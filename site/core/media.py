"""Uploaded pictures and videos, served by the application; a proxy in front may do it instead (same folder)."""

import mimetypes
import re
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils._os import safe_join
from django.utils.cache import patch_cache_control

# Everything else that editors upload goes through /documents/, with its type, its language and no right to run.
SHOWN = re.compile(r"^(images|original_images)/.+\.(avif|webp|jpe?g|png|gif)$|^documents/.+\.(mp4|vtt)$", re.IGNORECASE)
YEAR = 31_536_000  # seconds; the name of a rendition changes with its picture


def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """One file; videos also in parts, because players ask for them so."""
    file = Path(safe_join(settings.MEDIA_ROOT, path)) if SHOWN.match(path) else None
    if file is None or not file.is_file():
        raise Http404
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    size = file.stat().st_size
    wanted = re.fullmatch(r"bytes=(\d*)-(\d*)", request.headers.get("Range", ""))
    response: HttpResponseBase
    if wanted and (wanted[1] or wanted[2]):
        response = _part(file, kind, size, wanted[1], wanted[2])
    else:
        response = FileResponse(file.open("rb"), content_type=kind)
    response.headers["Accept-Ranges"] = "bytes"
    patch_cache_control(response, public=True, max_age=YEAR)
    return response


def _part(file: Path, kind: str, size: int, first: str, last: str) -> HttpResponse:
    start = int(first) if first else max(0, size - int(last))
    end = min(int(last), size - 1) if first and last else size - 1
    if start > end:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    with file.open("rb") as stream:
        stream.seek(start)
        body = stream.read(end - start + 1)
    return HttpResponse(body, status=206, content_type=kind, headers={"Content-Range": f"bytes {start}-{end}/{size}"})

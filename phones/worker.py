"""The text of /sw.js: the worker of site/static/js/worker.js with what it needs to know, or the one that ends it."""

import functools
import hashlib
import json
from pathlib import Path

from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import translation

from core.languages import LANGUAGES

SCRIPTS: Path = settings.ROOT / "site" / "static" / "js"
FILES = ("site.css", "site.js", "saved.js")  # what a kept page needs to look and work as it should


def offline_page(language: str) -> str:
    """The page that lists what is on the phone; the same for everybody, so that the worker can carry it."""
    request = HttpRequest()
    request.path = request.path_info = f"/{language}/offline/"
    alternates = {code: f"/{code}/offline/" for code in LANGUAGES}
    with translation.override(language):
        return render_to_string("phones/offline.html", {"alternates": alternates}, request)


def worker() -> str:
    """The worker, or the kill switch where SERVICE_WORKER is off."""
    if not settings.SERVICE_WORKER:
        return _source("worker-off")
    return _worker()


@functools.cache
def _worker() -> str:
    known = {
        "languages": LANGUAGES,
        "files": {f"{settings.STATIC_URL}{name}": static(name) for name in FILES},
        "pages": {language: offline_page(language) for language in LANGUAGES},
        "policy": build_policy(),
    }
    rest = f"{_source('keep')}\n{_source('worker')}"
    text = json.dumps(known, ensure_ascii=False)
    version = hashlib.sha256(f"{text}{rest}".encode()).hexdigest()[:12]
    return f'const NEXUS = {text};\nNEXUS.version = "{version}";\n{rest}'


def _source(name: str) -> str:
    return (SCRIPTS / f"{name}.js").read_text(encoding="utf-8")

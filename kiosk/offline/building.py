"""Make the set: which addresses it has, what they need beside them, and when it is made again."""

import datetime
import logging
import mimetypes
import re
from collections.abc import Callable, Iterable
from functools import cache
from html import unescape
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import find
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.cache import cache as shared
from django.core.files.storage import default_storage
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.templatetags.static import static
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from core import addresses
from core.languages import LANGUAGES
from core.sitemaps import extra_entries
from kiosk.offline import opening, store
from kiosk.offline.rendering import RenderingError, render

logger = logging.getLogger(__name__)
DIRTY, LOCK = "kiosk-set-dirty", "kiosk-set-making"
LONGEST = datetime.timedelta(hours=1)  # what time changes in a page (a notice, an overdue check) is at most this old
MOST = 25 * 1024 * 1024  # bytes on a device (K19)
STATIC = ("site.css", "kiosk.css", "kiosk.js", "img/favicon.svg", "img/scenes.svg")
# Files of data with one version per language: address with {language}, and what makes them. Apps may add to it.
by_language: dict[str, Callable[[str], bytes]] = {}
_IN_MARKUP = re.compile(r'\s(?:src|href)="(/(?:static|media)/[^"#?]+)')


class SetError(Exception):
    """No new version was made; the message says why. The one before stays."""


def page_paths() -> list[str]:
    """Every address of the kiosk's pages: the tree in four languages, providers, the kiosk's own screens."""
    paths = [address.url for address in addresses.addresses.get().in_tree_order()]
    paths += [url for more in extra_entries for urls in more() for url in urls.values()]
    own = [f"/kiosk/{part}/{language}/" for part in ("missing", "panels") for language in LANGUAGES]
    return ["/kiosk/", *own, *paths]


def collect() -> dict[str, tuple[str, int]]:
    """Render and keep everything; {address: (hash, bytes)}. Raises SetError."""
    files: dict[str, tuple[str, int]] = {}
    beside: set[str] = {static(name) for name in STATIC}
    for path in page_paths():
        try:
            page = render(path)
        except RenderingError as error:
            raise SetError(str(error)) from error
        files[path] = store.put(page.body, page.content_type)
        beside |= {unescape(found) for found in _IN_MARKUP.findall(page.body.decode())}
    files["/kiosk/opening.json"] = store.put(opening.build(), "application/json")
    for path, build in by_language.items():
        for language in LANGUAGES:
            files[path.format(language=language)] = store.put(build(language), "application/json")
    for path in sorted(beside):
        files[path] = _file(path)
    return files


def _file(path: str) -> tuple[str, int]:
    """A picture, style or script, from the disk or as the site serves it."""
    if path.startswith(settings.STATIC_URL):
        return _static_file(path)
    name = path.removeprefix(settings.MEDIA_URL)
    try:
        with default_storage.open(name) as stream:
            return store.put(stream.read(), mimetypes.guess_type(name)[0] or "application/octet-stream")
    except FileNotFoundError as error:
        raise SetError(f"{path}: no such file") from error


@cache
def _static_names() -> dict[str, str]:
    return {static(name): name for name in STATIC}


def _static_file(path: str) -> tuple[str, int]:
    name = path.removeprefix(settings.STATIC_URL)
    source = _static_names().get(path, name)
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    if staticfiles_storage.exists(name):
        with staticfiles_storage.open(name) as stream:
            return store.put(stream.read(), kind)
    local = find(source)
    if local is None:
        raise SetError(f"{path}: no such file")
    return store.put(Path(local).read_bytes(), kind)


def make() -> store.Version:
    """Make a new version and put it in the place of the one before; raises SetError and leaves that one."""
    files = collect()
    size = sum(dict(files.values()).values())
    if size > MOST:
        raise SetError(f"The set has {size} bytes; devices take {MOST}.")
    return store.publish(files)


def soil(*args: object, **kwargs: object) -> None:
    """Something changed that may stand in a page: make the set again with the next tick."""
    shared.set(DIRTY, timezone.now().isoformat(), None)


def is_due(now: datetime.datetime) -> bool:
    """Whether the set has to be made (again)."""
    looked = parse_datetime(store.current().looked)
    return looked is None or shared.get(DIRTY) is not None or now - looked >= LONGEST


def refresh() -> bool:
    """What `tick` does each minute: make the set again if something changed; whether it did."""
    if not settings.KIOSK_HOST or not is_due(timezone.now()) or not shared.add(LOCK, True, 600):
        return False
    dirty = shared.get(DIRTY)
    try:
        make()
        if shared.get(DIRTY) == dirty:
            shared.delete(DIRTY)
        store.sweep()
        return True
    except SetError:
        logger.exception("The offline set of the kiosks could not be made; the one before stays.")
        return False
    finally:
        shared.delete(LOCK)


def watched(models: Iterable[type]) -> None:
    """Have a change of any of these models soil the set."""
    for model in models:
        for signal in (post_save, post_delete):
            signal.connect(soil, sender=model, dispatch_uid=f"kiosk-set-{model._meta.label}-{signal is post_save}")
    m2m_changed.connect(soil, dispatch_uid="kiosk-set-m2m")

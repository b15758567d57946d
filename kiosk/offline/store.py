"""Where the set is kept: each file under its hash, and one small file that says what the newest version is made of.

The folder (or bucket) is the storage `kiosk` of the settings. A version is whole before `current.json` names it, so a
device never learns of a file that is not there yet.
"""

import datetime
import gzip
import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages
from django.utils import timezone

CURRENT = "current.json"
KEPT = datetime.timedelta(days=2)  # a device in the middle of a sync may still ask for a file of an older version


@dataclass
class Version:
    """One state of the set. `files`: address to (hash, bytes); `made` is when this content was first rendered."""

    name: str = ""
    made: str = ""
    looked: str = ""
    files: dict[str, tuple[str, int]] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """Bytes of all files, each content once, uncompressed."""
        return sum(dict(self.files.values()).values())


def _storage() -> Storage:
    return storages["kiosk"]


def put(body: bytes, content_type: str) -> tuple[str, int]:
    """Keep a file; its hash (SHA-256 of the body, in hex) and its size."""
    digest = hashlib.sha256(body).hexdigest()
    name = f"files/{digest}"
    if not _storage().exists(name):
        packed = content_type.encode() + b"\n" + gzip.compress(body, 6, mtime=0)
        _storage().save(name, ContentFile(packed))
    return digest, len(body)


def read(digest: str) -> tuple[str, bytes]:
    """Type and gzipped body of a file; raises FileNotFoundError."""
    with _storage().open(f"files/{digest}") as stream:
        content_type, _, packed = stream.read().partition(b"\n")
    return content_type.decode(), packed


def version_name(files: dict[str, tuple[str, int]]) -> str:
    """The same files give the same name."""
    text = "\n".join(f"{path} {digest}" for path, (digest, _size) in sorted(files.items()))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def current() -> Version:
    """The newest whole version; an empty one if none was made yet."""
    try:
        with _storage().open(CURRENT) as stream:
            data: dict[str, Any] = json.loads(stream.read())
    except FileNotFoundError:
        return Version()
    files = {path: (digest, size) for path, (digest, size) in data["files"].items()}
    return Version(data["version"], data["made"], data["looked"], files)


def publish(files: dict[str, tuple[str, int]]) -> Version:
    """Make these files the newest version; the same files stay the same version, looked at just now."""
    now = timezone.now().isoformat(timespec="seconds")
    before, name = current(), version_name(files)
    made = before.made if before.name == name else now
    data = {"version": name, "made": made, "looked": now, "files": files}
    storage, temporary = _storage(), f"{CURRENT}.new"
    storage.delete(temporary)
    storage.save(temporary, ContentFile(json.dumps(data, ensure_ascii=False).encode()))
    _replace(storage, temporary)
    return current()


def _replace(storage: Storage, temporary: str) -> None:
    """In one step where the storage is a folder; elsewhere a device that asks in between gets a 503 and comes again."""
    try:
        Path(storage.path(temporary)).replace(storage.path(CURRENT))
    except NotImplementedError:
        storage.delete(CURRENT)
        with storage.open(temporary) as stream:
            storage.save(CURRENT, ContentFile(stream.read()))


def sweep() -> int:
    """Delete files that no version has needed for two days; how many."""
    wanted = {digest for digest, _size in current().files.values()}
    limit, gone = timezone.now() - KEPT, 0
    try:
        names = _storage().listdir("files")[1]
    except FileNotFoundError:
        return 0
    for name in names:
        path = f"files/{name}"
        if name not in wanted and _storage().get_modified_time(path) < limit:
            _storage().delete(path)
            gone += 1
    return gone

"""Secrets that a demo machine makes for itself; production never uses them."""

import secrets
from pathlib import Path


def secret_key(path: Path) -> str:
    """Return the key stored at `path`; the first call makes it, readable by its owner only."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50), encoding="ascii")
    return path.read_text(encoding="ascii").strip()

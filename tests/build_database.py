"""Make var/test.sqlite3 from content/, once per state of content and code; every test process works on a copy."""

import hashlib
import sqlite3
from pathlib import Path

import django
from django.core.management import call_command

ROOT = Path(__file__).resolve().parents[1]
SOURCES = (
    "content/**/*.yml",
    "home/**/*.py",
    "services/**/*.py",
    "countries/**/*.py",
    "site/**/*.py",
    "search/**/*.py",
    "phones/**/*.py",
    "handover/**/*.py",
    "kiosk/**/*.py",
    "translations/**/*.py",
    "quality/**/*.py",
)


def fingerprint() -> str:
    """A hash of everything the database is made from."""
    digest = hashlib.sha256()
    for pattern in SOURCES:
        for path in sorted(ROOT.glob(pattern)):
            digest.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


def main() -> None:
    django.setup()
    from django.conf import settings

    from home.people import make_demo_logins, make_groups

    database = Path(settings.DATABASES["default"]["NAME"])
    mark = database.with_suffix(".made-from")
    if database.exists() and mark.exists() and mark.read_text() == fingerprint():
        return
    for path in database.parent.glob(f"{database.name}*"):
        path.unlink()
    print("Building the test database from content/ ...", flush=True)
    call_command("migrate", verbosity=0)
    call_command("load_content")
    make_groups()
    make_demo_logins("demo-password")
    with sqlite3.connect(database) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    mark.write_text(fingerprint())


if __name__ == "__main__":
    main()

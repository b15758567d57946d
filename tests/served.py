"""The portal in its demo shape, for the browser tests: gunicorn, compressed files, a copy of the database."""

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.contrib.auth.hashers import PBKDF2PasswordHasher

ROOT = Path(__file__).resolve().parents[1]
PUBLIC = "https://portal.example.md"  # what QR codes of a served kiosk carry


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]


@contextmanager
def served(name: str, password: str = "", with_set: bool = False, **variables: str) -> Iterator[str]:
    """Serve on a free port with all state in var/served-<name>; yields the base address.

    With `password` every login of the demo has it; the hashes of the test database are of a kind that only tests know.
    `with_set`: with the offline set of the kiosks. `variables` are added to the environment of the server.
    """
    folder = ROOT / "var" / f"served-{name}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "var" / "test.sqlite3", folder / "portal.sqlite3")
    if password:
        give_password(folder / "portal.sqlite3", password)
    port = free_port()
    environment = os.environ | {
        "VAR_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "config.settings.demo",
        "PORT": str(port),
        **variables,
    }
    if with_set:
        shutil.copytree(set_files(), folder / "kiosk")
    for part in ("build", "static"):
        shutil.copytree(built_files() / part, folder / part, dirs_exist_ok=True)
    log = (folder / "server.log").open("w")
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "config.wsgi:application", "--bind", f"127.0.0.1:{port}", "--threads", "4"],
        cwd=ROOT,
        env=environment,
        stdout=log,
        stderr=log,
    )
    base = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{base}/robots.txt", server)
        yield base
    finally:
        server.terminate()
        server.wait(timeout=20)
        log.close()
        shutil.rmtree(folder, ignore_errors=True)


def built_files() -> Path:
    """The folder with built and collected files; made once, since compressing them takes a while."""
    folder = ROOT / "var" / "served-files"
    if not (folder / "ready").exists():
        environment = os.environ | {"VAR_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "config.settings.demo"}
        folder.mkdir(parents=True, exist_ok=True)
        for command in (["build_assets"], ["collectstatic", "--noinput", "-v0"]):
            subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=True)
        (folder / "ready").touch()
    return folder


def set_files() -> Path:
    """The folder with the offline set of the kiosks, rendered once for the public address PUBLIC."""
    folder = built_files()
    if not (folder / "kiosk" / "current.json").exists():
        shutil.copy(ROOT / "var" / "test.sqlite3", folder / "portal.sqlite3")
        environment = os.environ | {
            "VAR_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "config.settings.demo", "BASE_URL": PUBLIC,
        }  # fmt: skip
        subprocess.run([sys.executable, "manage.py", "kiosk_set"], cwd=ROOT, env=environment, check=True)
    return folder / "kiosk"


def give_password(database: Path, password: str) -> None:
    """Let all logins in a database file have one password."""
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE core_user SET password = ?", [PBKDF2PasswordHasher().encode(password, "salt")])


def _wait_for(url: str, server: subprocess.Popen) -> None:
    for _ in range(200):
        if server.poll() is not None:
            raise RuntimeError("the server ended before it answered")
        try:
            urllib.request.urlopen(url, timeout=2)  # noqa: S310
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the server did not answer in 20 seconds")


if __name__ == "__main__":
    shutil.rmtree(ROOT / "var" / "served-files", ignore_errors=True)
    set_files()

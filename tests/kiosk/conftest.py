"""Folders for the tests of provisioning, a page with the kiosk's search, and the screens of a served kiosk."""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page

from core.models import User
from tests.kiosk.device import NOBODY, provisioned
from tests.kiosk.enrolling import form, post
from tests.kiosk.search_page import HOST, answering, files
from tests.playing import playwright
from tests.served import PUBLIC, served


@pytest.fixture
def device(tmp_path: Path) -> Path:
    """A folder with all that the script writes."""
    root = tmp_path / "device"
    root.mkdir()
    provisioned(root)
    return root


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    browser = playwright().chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def search_files(django_db_setup: None, django_db_blocker: Any) -> dict[str, tuple[str, str | bytes]]:
    """The files of the page with the kiosk's search, made once."""
    with django_db_blocker.unblock():
        return files()


@pytest.fixture
def open_search(chromium: Browser, search_files: dict) -> Iterator[Callable[..., Page]]:
    """Open the kiosk's search in a language; `others` stand in the place of its files."""
    contexts = []

    def open_one(language: str, others: dict | None = None, width: int = 1080, height: int = 1920) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": height}, has_touch=True, locale="en", reduced_motion="reduce"
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.route("**/*", answering(search_files | (others or {})))
        page.goto(f"{HOST}/{language}/")
        page.locator(".keyboard").wait_for()
        return page

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def kiosk_host(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of the kiosk host of a served portal with its set; one for each file of tests."""
    name = request.module.__name__.rsplit(".", 1)[1].replace("_", "-")
    with served(name, with_set=True, BASE_URL=PUBLIC) as base:
        yield base.replace("127.0.0.1", "kiosk.localhost")


@pytest.fixture
def open_screen(chromium: Browser, kiosk_host: str) -> Iterator[Callable[..., Page]]:
    """Open an address on a screen that is not enrolled and keeps nothing; `before` is a script that runs first."""
    contexts = []

    def open_one(path: str, width: int = 1080, height: int = 1920, scheme: str = "light", before: str = "") -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": height}, has_touch=True, color_scheme=scheme, locale="en",
            reduced_motion="reduce", service_workers="block", base_url=kiosk_host,
        )  # fmt: skip
        contexts.append(context)
        if before:
            context.add_init_script(before)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.goto(path)
        page.wait_for_selector("html[data-ready]")
        return page

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture
def kiosk_folder() -> Iterator[Path]:
    """A folder for the kiosk's user with a short path (sockets) that root and the user can reach."""
    with tempfile.TemporaryDirectory(prefix="kiosk-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        for part in ("run", "home", "profile"):
            (folder / part).mkdir(mode=0o700)
        if os.geteuid() == 0:
            for path in (folder, *folder.iterdir()):
                os.chown(path, NOBODY, NOBODY)
        yield folder


@pytest.fixture
def staff(client_class):
    def log_in(username):
        client = client_class()
        client.force_login(User.objects.get(username=username))
        return client

    return log_in


@pytest.fixture
def client_class() -> type[Client]:
    return Client


@pytest.fixture
def enrolled(client, staff):
    """A client that is a device of Cahul, as a whole enrolment makes it."""
    shown = post(client, "/kiosk/enrolment/").json()
    staff("admin").post("/admin/kiosks/enrol/", form(shown["code"]))
    post(client, "/kiosk/enrolment/claim/", {"secret": shown["secret"]})
    return client

"""A real Chromium against the portal in its demo shape."""

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.playing import playwright
from tests.served import served

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def portal() -> Iterator[str]:
    """The base address of the served portal."""
    with served(os.environ.get("PYTEST_XDIST_WORKER", "main")) as base:
        yield base


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    browser = playwright().chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    yield browser
    browser.close()


@pytest.fixture
def open_page(browser: Browser, portal: str) -> Iterator[Callable[..., Page]]:
    """Open an address in a fresh browser (`width`, `height`, `script`, `scheme`, `language` of the browser)."""
    contexts: list[BrowserContext] = []

    def open_one(
        path: str, width: int = 360, height: int = 640, script: bool = True, scheme: str = "light", language: str = "ro"
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            java_script_enabled=script,
            color_scheme=scheme,
            locale=language,
            base_url=portal,
            reduced_motion="reduce",  # a colour in the middle of a fade is no colour of ours
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(path)
        return page

    yield open_one
    for context in contexts:
        context.close()

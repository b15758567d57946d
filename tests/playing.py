"""One Playwright per test process: it keeps an event loop running, and a second one beside it refuses to start."""

import atexit
import functools
import os

from playwright.sync_api import Playwright, sync_playwright


@functools.cache
def playwright() -> Playwright:
    """Started by the first test that needs a browser, ended with the process."""
    started = sync_playwright().start()
    atexit.register(started.stop)
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Django's ORM would refuse to work beside that loop
    return started

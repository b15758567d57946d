"""How fast a kiosk shows pages without a network, syncs, and is made ready; beside the same pages from the server."""

import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page

from tests.journeys.kiosk import edit, enrol, kiosk_served, profile, show, start, synced, thirty


def _reloads(page: Page, addresses: list[str]) -> list[float]:
    """Milliseconds until each page's first heading is there."""
    times = []
    for address in addresses:
        started = time.perf_counter()
        page.goto(address, wait_until="domcontentloaded")
        page.locator("#main h1").first.wait_for()
        times.append((time.perf_counter() - started) * 1000)
    return times


def _touches(page: Page, paths: list[str]) -> list[float]:
    """Milliseconds from a touch to the new page, as the screen does it."""
    times = []
    for path in paths:
        started = time.perf_counter()
        show(page, path)
        times.append((time.perf_counter() - started) * 1000)
    return times


def kiosk() -> None:
    """Print medians, and the ratio to the server of the same run."""
    with kiosk_served("bench-kiosk") as between, tempfile.TemporaryDirectory() as folder:
        paths = thirty(between)
        context = profile(Path(folder), service_workers="block")
        from_server = _reloads(context.pages[0], [between.kiosk + path for path in paths])
        context.close()
        context = profile(Path(folder))
        started = time.perf_counter()
        page = enrol(context.pages[0], between)
        print(f"kiosk: first sync of the whole set, enrolment included {time.perf_counter() - started:.1f} s")
        edit(between, "/ro/about/", "<h1>", '<h1 data-bench="1">')
        asked = len(between.asked)
        synced(page, between)
        fetched = [path for path in between.paths()[asked:] if path.startswith("/kiosk/set/")]
        print(f"kiosk: one edit, files fetched {len(fetched)}")
        touches = _touches(start(page), paths)
        between.die()
        from_set = _reloads(page, [between.kiosk + path for path in paths])
        context.close()
    server, offline = statistics.median(from_server), statistics.median(from_set)
    print(f"kiosk: 30 pages, server dead: median {offline:.0f} ms, slowest {max(from_set):.0f} ms (limit 500 median)")
    print(f"kiosk: the same from the server, no worker: median {server:.0f} ms; ratio {server / offline:.1f}")
    print(f"kiosk: from touch to page: median {statistics.median(touches):.0f} ms, slowest {max(touches):.0f} ms")

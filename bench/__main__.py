"""`make bench`: print figures of the portal in its demo shape: weights, times, queries, Lighthouse.

Every time stands beside a baseline that was measured in the same run; nothing here fails a build.
"""

import gzip
import json
import os
import statistics
import subprocess
import time
import urllib.request

import brotli

from bench.desk import desk
from bench.kiosk import kiosk
from bench.search import search_figures
from tests.served import served

PAGES = (
    "/ro/",
    "/ru/before-you-go/having-your-diploma-recognised/",
    "/nl/services/pare-1-plus-1/",
    "/en/pilot-areas/cahul/",
)
ROUNDS = 30
LIGHTHOUSE_RUNS = 5


def read(url: str) -> bytes:
    with urllib.request.urlopen(url) as response:  # noqa: S310
        return response.read()


def seconds(url: str) -> float:
    """Median time of one answer."""
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        read(url)
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def pages(base: str) -> None:
    """Weights, and times against the smallest answer that Django gives (robots.txt)."""
    baseline = seconds(f"{base}/robots.txt")
    print(f"{'page':56} {'bytes':>7} {'gzip':>6} {'br':>6} {'ms':>6} ratio")
    for page in PAGES:
        body = read(base + page)
        taken = seconds(base + page)
        sizes = f"{len(body):7} {len(gzip.compress(body, 6)):6} {len(brotli.compress(body, quality=5)):6}"
        print(f"{page:56} {sizes} {taken * 1000:6.1f} {taken / baseline:5.1f}")


def lighthouse(base: str) -> None:
    """Median of five mobile runs of the home page and a guide."""
    environment = os.environ | {"CHROME_PATH": "/usr/bin/chromium"}
    for page in PAGES[:2]:
        scores: dict[str, list[float]] = {"performance": [], "accessibility": []}
        for _ in range(LIGHTHOUSE_RUNS):
            command = [
                "node_modules/.bin/lighthouse", base + page, "--quiet", "--output=json",
                "--only-categories=performance,accessibility",
                "--chrome-flags=--headless --no-sandbox --disable-gpu",
            ]  # fmt: skip
            result = subprocess.run(command, capture_output=True, env=environment, text=True)
            if result.returncode:
                print(f"Lighthouse did not run: {result.stderr.strip().splitlines()[-1:]}")
                return
            for name in scores:
                scores[name].append(json.loads(result.stdout)["categories"][name]["score"])
        medians = ", ".join(f"{name} {statistics.median(values):.2f}" for name, values in scores.items())
        print(f"Lighthouse, mobile, median of {LIGHTHOUSE_RUNS}: {page} {medians}")


if __name__ == "__main__":
    with served("bench") as address:
        pages(address)
        lighthouse(address)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    desk()
    kiosk()
    search_figures()

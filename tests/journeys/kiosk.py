"""A kiosk for the journeys: the served portal with its offline set, a network that can be spoiled, an enrolled browser."""

import gzip
import http.client
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings
from django.test import override_settings
from playwright.sync_api import BrowserContext, Error, Page

from kiosk.offline import store
from tests.journeys.conftest import CHROMIUM, FLAGS
from tests.journeys.network import Network, network
from tests.playing import playwright
from tests.served import PUBLIC, ROOT, served

PORTRAIT = {"width": 1080, "height": 1920}


@contextmanager
def kiosk_served(name: str, password: str = "") -> Iterator[Network]:
    """The portal with its set, behind a network; `.kiosk` is the address of the kiosk host, `.token` a device's."""
    with served(name, password, with_set=True, BASE_URL=PUBLIC) as base, network(base) as between:
        between.kiosk = f"http://kiosk.localhost:{between.port}"
        between.folder = ROOT / "var" / f"served-{name}" / "kiosk"
        between.token = token(between, name)
        yield between


def token(between: Network, name: str) -> str:
    """What a browser gets that follows the link which `make demo` prints."""
    environment = os.environ | {
        "VAR_DIR": str(ROOT / "var" / f"served-{name}"),
        "DJANGO_SETTINGS_MODULE": "config.settings.demo",
        "PORT": str(between.port),
    }
    command = [sys.executable, "manage.py", "kiosk_demo"]
    said = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True).stdout
    path = next(word for word in said.split() if "/kiosk/enrol/" in word).split(str(between.port))[1]
    connection = http.client.HTTPConnection("127.0.0.1", between.port)
    connection.request("GET", path, headers={"Host": f"kiosk.localhost:{between.port}"})
    return connection.getresponse().getheader("Set-Cookie").split(";")[0].removeprefix("kiosk-device=")


def profile(folder: Path, **options: object) -> BrowserContext:
    """A browser whose profile is on the disk, as on a device."""
    return playwright().chromium.launch_persistent_context(
        str(folder), executable_path=CHROMIUM, args=FLAGS, viewport=PORTRAIT, has_touch=True, reduced_motion="reduce",
        **options,
    )  # fmt: skip


def close(context: BrowserContext, folder: Path) -> None:
    """Close the browser and wait until its process has let go of the profile; Playwright does not wait for that."""
    process = browser_process(folder)
    with suppress(Error):
        context.close()
    for _ in range(100):
        if process is None or not Path(f"/proc/{process}").exists():
            break
        time.sleep(0.1)
    else:
        os.kill(process, signal.SIGKILL)
    for name in ("SingletonLock", "SingletonSocket", "SingletonCookie"):
        (folder / name).unlink(missing_ok=True)  # as the unit of a device does before each start


def browser_process(folder: Path) -> int | None:
    """The process that has the profile; None if there is none."""
    try:
        return int(str((folder / "SingletonLock").readlink()).rsplit("-", 1)[1])
    except FileNotFoundError:
        return None


def ready(page: Page) -> Page:
    """Wait until the page's script has started everything."""
    page.wait_for_selector("html[data-ready]", timeout=20_000)
    return page


def enrol(page: Page, between: Network, **changes: object) -> Page:
    """Make this browser the demo kiosk of Cahul, with the whole set; `changes` of its configuration."""
    cookie = {"name": "kiosk-device", "value": between.token, "domain": "kiosk.localhost", "path": "/kiosk/"}
    page.context.add_cookies([cookie | {"httpOnly": True, "secure": True, "sameSite": "Strict"}])
    page.goto(f"{between.kiosk}/kiosk/")
    wait_for(page, "() => Boolean(Device.config)")
    ready(page)
    wait_for(page, "async () => Boolean(await Device.recall('/kiosk/set.json'))", 60_000)
    if changes:
        page.evaluate("async changes => { await Device.save({...Device.config, ...changes}); }", changes)
    page.goto(f"{between.kiosk}/kiosk/")
    return ready(page)


def synced(page: Page, between: Network) -> Page:
    """Reload the attract screen and wait until a sync has ended."""
    before = page.evaluate("async () => ((await Device.recall('/kiosk/last-sync.json')) || {}).at || 0")
    page.goto(f"{between.kiosk}/kiosk/")
    ready(page)
    wait_for(page, f"async () => (((await Device.recall('/kiosk/last-sync.json')) || {{}}).at || 0) > {before}", 60_000)
    page.wait_for_timeout(300)
    return ready(page)


def wait_for(page: Page, condition: str, milliseconds: int = 10_000) -> None:
    """Wait for an asynchronous condition; Playwright's own takes the promise for a yes."""
    for _ in range(milliseconds // 100):
        try:
            if page.evaluate(condition):
                return
        except Exception as error:  # the page was renewed in between
            if "context was destroyed" not in str(error) and "is not defined" not in str(error):
                raise
        page.wait_for_timeout(100)
    raise AssertionError(f"never true: {condition}")


def start(page: Page, language: str = "ro") -> Page:
    """Touch a language on the attract screen."""
    page.locator(f".attract-languages a[lang={language}]").tap()
    wait_for(page, f"() => document.documentElement.lang === '{language}' && document.body.dataset.screen === 'page'")
    return page


def show(page: Page, path: str) -> Page:
    """Open a page as a link inside the screen does."""
    assert page.evaluate("path => Pages.show(path)", path), path
    return page


def thirty(between: Network) -> list[str]:
    """Thirty pages of the set, from all its parts."""
    files = json.loads((between.folder / store.CURRENT).read_text())["files"]
    pages = sorted(path for path in files if path[1:3] in ("ro", "ru", "nl", "en") and path[3] == "/")
    return pages[:: len(pages) // 30][:30]


@contextmanager
def set_of(between: Network) -> Iterator[None]:
    """Let `kiosk.offline.store` work on the set of the served portal."""
    storage = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": str(between.folder)}}
    with override_settings(STORAGES=settings.STORAGES | {"kiosk": storage}):
        yield


def edit(between: Network, path: str, old: str, new: str) -> str:
    """Put a new version into the place of the old one, with one page changed; its name."""
    with set_of(between):
        version = store.current()
        kind, packed = store.read(version.files[path][0])
        body = gzip.decompress(packed).decode()
        assert old in body
        return store.publish(version.files | {path: store.put(body.replace(old, new).encode(), kind)}).name


def remove(between: Network, path: str) -> None:
    """The page was unpublished: a version without it."""
    with set_of(between):
        files = store.current().files
        store.publish({key: value for key, value in files.items() if key != path})

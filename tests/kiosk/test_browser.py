"""Real browsers as the kiosk starts them: the screen, the watchdog, the policy, printing."""

import functools
import json
import os
import socket
import ssl
import subprocess
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error

from tests.kiosk.device import HOST, NOBODY, PAGE, POLICY, in_namespace, launch
from tests.playing import playwright


@contextmanager
def served(folder: Path, certificate: Path | None = None) -> Iterator[int]:
    """A server of a folder on a free port, with TLS if there is a certificate."""
    handler = functools.partial(SimpleHTTPRequestHandler, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until(what: Any, seconds: float, log: Path) -> Any:
    """The first true answer of what(); the log of the program is the message if there is none."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if answer := what():
                return answer
        except OSError:
            pass
        time.sleep(0.3)
    raise AssertionError(f"nothing within {seconds} s:\n{log.read_text()[-2000:]}")


@contextmanager
def running(command: list[str], log: Path, port: int, **options: Any) -> Iterator[Browser]:
    """A browser with a debugging port, and Playwright connected to it."""
    with log.open("w") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, start_new_session=True, **options)
    try:
        wait_until(lambda: urllib.request.urlopen(f"http://127.0.0.1:{port}/json/version"), 60, log)
        browser = playwright().chromium.connect_over_cdp(f"http://127.0.0.1:{port}")
        try:
            yield browser
        finally:
            browser.close()
    finally:
        os.killpg(process.pid, 15)
        process.wait(20)


def in_cage(device: Path, folder: Path, port: int, address: str) -> list[str]:
    """The command of the unit on a screen in memory, with a debugging port, another profile and another address."""
    command = [word for word in launch(device) if not word.startswith("--user-data-dir")][:-1]
    command += [f"--user-data-dir={folder}/profile", f"--remote-debugging-port={port}", address]
    values = {"HOME": f"{folder}/home", "XDG_RUNTIME_DIR": f"{folder}/run", "LANGUAGE": "ro", "LANG": "C.UTF-8"}
    values |= {"WLR_BACKENDS": "headless", "WLR_RENDERER": "pixman", "PATH": "/usr/bin:/bin"}
    # cage refuses to run as root
    who = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"] if os.geteuid() == 0 else []
    return [*who, "env", "-i", *(f"{name}={value}" for name, value in values.items()), *command]


def watchdog(device: Path, folder: Path) -> list[str]:
    """What the watchdog says of this kiosk, and "restarted" where it would restart it."""
    values = {
        "KIOSK_PROFILE": f"{folder}/profile",
        "KIOSK_RUNTIME_DIR": f"{folder}/run",
        "KIOSK_STATE": f"{folder}/state",
    }
    program = device / "usr/local/lib/kiosk/watchdog"
    environment = os.environ | values | {"KIOSK_RESTART": "echo restarted"}
    done = subprocess.run([program], env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.slow
def test_browser_fills_the_screen_and_the_watchdog_sees_it_hang(
    device: Path, kiosk_folder: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text(PAGE)
    port, log = free_port(), tmp_path / "cage.log"
    with served(site) as server:
        command = in_cage(device, kiosk_folder, port, f"http://127.0.0.1:{server}/")
        with running(command, log, port) as browser:
            page = browser.contexts[0].pages[0]
            page.wait_for_load_state()
            sizes = page.evaluate("[innerWidth, innerHeight, outerWidth, outerHeight, screen.width, screen.height]")
            assert sizes == [1280, 720] * 3  # the size of a headless output
            assert len(browser.contexts[0].pages) == 1
            assert page.evaluate("navigator.language").startswith("ro")
            check_watchdog(device, kiosk_folder, log)
            assert len(browser.contexts[0].pages) == 1  # looking opened nothing


def check_watchdog(device: Path, folder: Path, log: Path) -> None:
    """It is content; then the page falls silent, then the browser hangs."""
    storage = folder / "profile/Default/Local Storage/leveldb"
    wait_until(lambda: [path for path in storage.glob("*.log") if b"kiosk-beat" in path.read_bytes()], 60, log)
    assert watchdog(device, folder) == []
    for path in storage.glob("*.log"):
        os.utime(path, (0, 0))
    silent = "<4>the page has been silent for 5 minutes"
    assert watchdog(device, folder) == [f"{silent} (1 of 3)"]
    assert watchdog(device, folder) == [f"{silent} (2 of 3)"]
    assert watchdog(device, folder) == [f"{silent} (3 of 3)", "<4>restarting the kiosk", "restarted"]
    pid = int(str((folder / "profile/SingletonLock").readlink()).rsplit("-", 1)[1])
    os.kill(pid, 19)
    try:
        assert watchdog(device, folder) == ["<4>the browser does not answer (1 of 3)"]
    finally:
        os.kill(pid, 18)
    for path in storage.glob("*.log"):
        os.utime(path)
    assert watchdog(device, folder) == []
    assert not (folder / "state/bad").exists()  # a good answer forgets the bad ones


@pytest.fixture
def test_policy(device: Path, tmp_path: Path) -> Path:
    """A copy of the policies without the two lines that lock Playwright out too."""
    policy = json.loads((device / POLICY).read_text())
    del policy["DeveloperToolsAvailability"], policy["RemoteDebuggingAllowed"]
    copy = tmp_path / "chromium/policies/managed/portal.json"
    copy.parent.mkdir(parents=True)
    copy.write_text(json.dumps(policy))
    return copy


@contextmanager
def browser_with(policy: Path, tmp_path: Path) -> Iterator[Browser]:
    """A browser under that policy, for which every name is a local server that would answer."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "kiosk").mkdir()
    for place in (site, site / "kiosk"):
        (place / "index.html").write_text(PAGE)
    certificate = tmp_path / "certificate.pem"
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=kiosk", "-keyout"]
    subprocess.run([*make, certificate, "-out", tmp_path / "public.pem"], check=True, capture_output=True)
    certificate.write_text(certificate.read_text() + (tmp_path / "public.pem").read_text())
    port, log = free_port(), tmp_path / "chromium.log"
    with served(site, certificate) as server:
        command = ["chromium", "--headless", "--no-sandbox", "--ignore-certificate-errors", "--no-first-run"]
        command += [f"--user-data-dir={tmp_path}/profile", f"--remote-debugging-port={port}"]
        command += [f"--host-resolver-rules=MAP * 127.0.0.1:{server}", "about:blank"]
        folder = policy.parents[2]
        with running(in_namespace({folder: "/etc/chromium"}, command), log, port) as browser:
            yield browser


def answer_of(browser: Browser, address: str) -> str:
    """Title of the page, or the error. A page of its own each time: Chromium closes one that it refused chrome:// to."""
    page = browser.contexts[0].new_page()
    try:
        page.goto(address, timeout=20_000)
        return page.title()
    except Error as error:
        return "blocked" if "ERR_BLOCKED_BY_ADMINISTRATOR" in error.message else error.message
    finally:
        page.close()


# A new tab (Ctrl-T on a keyboard) is the kiosk's own page.
INSIDE = [f"https://{HOST}/", f"https://{HOST}/index.html", "chrome://newtab/"]
OUTSIDE = [
    "https://other.example.md/",
    "https://example.md/",
    f"https://sub.{HOST}/",
    f"https://{HOST}.example.com/",
    f"https://{HOST}:8443/",
    f"http://{HOST}/",
    "file:///etc/passwd",
    "data:text/html,<title>data</title>",
    f"view-source:https://{HOST}/",
    "devtools://devtools/bundled/inspector.html",
    *(
        f"chrome://{name}/"
        for name in [
            "settings",
            "version",
            "history",
            "inspect",
            "flags",
            "downloads",
            "policy",
            "net-export",
            "gpu",
            "chrome-urls",
            "new-tab-page",
            "new-tab-page-third-party",
            "extensions",
            "bookmarks",
            "system",
            "net-internals",
            "crashes",
            "dino",
        ]
    ),
]


@pytest.mark.slow
def test_policy_blocks_everything_but_the_kiosk_host(test_policy: Path, tmp_path: Path) -> None:
    with browser_with(test_policy, tmp_path) as browser:
        answers = {address: answer_of(browser, address) for address in INSIDE + OUTSIDE}
    assert answers == dict.fromkeys(INSIDE, "Attract") | dict.fromkeys(OUTSIDE, "blocked")


READ_POLICIES = """() => {
    const rows = [];
    const walk = (root) => root.querySelectorAll('*').forEach((element) => {
        if (element.shadowRoot) walk(element.shadowRoot);
        if (element.matches('.policy.row')) rows.push(element.innerText.split(/\\s+/));
    });
    walk(document);
    return rows;
}"""


@pytest.mark.slow
def test_printing_works_under_the_policy(device: Path, kiosk_folder: Path, test_policy: Path, tmp_path: Path) -> None:
    """Chromium renders a print in chrome://print, out of sight; blocking that page would silently end all printing."""
    policy = json.loads(test_policy.read_text())
    policy["URLAllowlist"] = ["http://127.0.0.1"]
    folder = kiosk_folder / "chromium"
    (folder / "policies/managed").mkdir(parents=True)
    (folder / "policies/managed/portal.json").write_text(json.dumps(policy))
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text(PAGE)
    port, log = free_port(), tmp_path / "cage.log"
    with served(tmp_path / "site") as server:
        command = in_cage(device, kiosk_folder, port, f"http://127.0.0.1:{server}/")
        with running(in_namespace({folder: "/etc/chromium"}, command), log, port) as browser:
            browser.contexts[0].pages[0].wait_for_load_state()
            browser.contexts[0].pages[0].evaluate("setTimeout(print, 100)")
            targets = f"http://127.0.0.1:{port}/json/list"
            wait_until(lambda: b"/print.pdf" in urllib.request.urlopen(targets).read(), 20, log)


@pytest.mark.slow
def test_chromium_knows_each_policy(test_policy: Path, tmp_path: Path) -> None:
    """No name that this Chromium ignores, refuses or calls deprecated; chrome://policy itself must be open for that."""
    policy = json.loads(test_policy.read_text())
    del policy["URLBlocklist"]
    test_policy.write_text(json.dumps(policy))
    with browser_with(test_policy, tmp_path) as browser:
        page = browser.contexts[0].new_page()
        page.goto("chrome://policy/")
        page.wait_for_function(f"({READ_POLICIES})().length > {len(policy)}")
        rows = [row for row in page.evaluate(READ_POLICIES) if "Mandatory" in row]
    told = {
        row[0]: [word for word in row if word in ("OK", "Error", "Deprecated", "Warning", "Unknown")] for row in rows
    }
    assert told == dict.fromkeys(policy, ["OK"])

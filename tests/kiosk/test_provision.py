"""The script that makes a kiosk of a bare Debian 12: its files, its refusals, its units, and the browser they start."""

import configparser
import functools
import json
import os
import shlex
import socket
import ssl
import stat
import subprocess
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, sync_playwright

PROVISION = Path(__file__).resolve().parents[2] / "kiosk" / "provision"
SCRIPT = PROVISION / "provision.sh"
HOST = "kiosk.example.md"
UNITS = "etc/systemd/system"
POLICY = "etc/chromium/policies/managed/portal.json"
NOBODY = 65534
PAGE = "<!doctype html><title>Attract</title>Touch<script>localStorage.setItem('kiosk-beat', Date.now())</script>"


def provision(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the script as a person would."""
    return subprocess.run(["sh", SCRIPT, *arguments], capture_output=True, text=True, timeout=60)


def provisioned(root: Path, *more: str) -> dict[str, str]:
    """Run it below a folder: what it said of each path."""
    done = provision("--host", HOST, "--root", str(root), *more)
    assert done.returncode == 0, done.stderr
    lines = [line.rsplit(" ", 1) for line in done.stdout.splitlines()]
    return {path.lstrip("/"): word for word, path in lines}


def everything_below(root: Path) -> dict[str, tuple[int, int, str]]:
    """Mode, time and content (or target) of all files: equal before and after means untouched."""
    found = {}
    for path in root.rglob("*"):
        info = path.lstat()
        content = str(path.readlink()) if path.is_symlink() else path.read_text() if path.is_file() else ""
        found[str(path.relative_to(root))] = (info.st_mode, info.st_mtime_ns, content)
    return found


@pytest.fixture
def device(tmp_path: Path) -> Path:
    """A folder with all that the script writes."""
    root = tmp_path / "device"
    root.mkdir()
    provisioned(root)
    return root


def test_first_run_writes_every_file(tmp_path: Path) -> None:
    said = provisioned(tmp_path)
    wanted = {str(path.relative_to(PROVISION / "files")) for path in (PROVISION / "files").rglob("*") if path.is_file()}
    assert wanted < set(said)
    assert set(said.values()) == {"created"}
    assert all((tmp_path / path).is_symlink() or (tmp_path / path).is_file() for path in said)


def test_nothing_is_left_to_fill_in(device: Path) -> None:
    for path in device.rglob("*"):
        if path.is_file() and not path.is_symlink():
            assert not [word for word in ("@KIOSK", "@LANG") if word in path.read_text()], path


def test_only_the_watchdog_may_be_executed(device: Path) -> None:
    files = [path for path in device.rglob("*") if path.is_file() and not path.is_symlink()]
    assert {path.name for path in files if path.stat().st_mode & stat.S_IXUSR} == {"watchdog"}
    assert not [path for path in files if path.stat().st_mode & (stat.S_IWGRP | stat.S_IWOTH)]


def test_second_run_changes_nothing(device: Path) -> None:
    before = everything_below(device)
    assert set(provisioned(device).values()) == {"unchanged"}
    assert everything_below(device) == before


@pytest.mark.parametrize(
    ("arguments", "changed"),
    [
        (["--lang", "ru"], {f"{UNITS}/kiosk.service"}),
        (["--host", "other.example.md"], {f"{UNITS}/kiosk.service", POLICY}),
    ],
)
def test_changed_argument_changes_only_what_depends_on_it(
    device: Path, arguments: list[str], changed: set[str]
) -> None:
    said = provisioned(device, *arguments)
    assert {path for path, word in said.items() if word == "changed"} == changed
    assert set(said.values()) == {"changed", "unchanged"}


def test_what_was_spoilt_by_hand_is_repaired(device: Path) -> None:
    (device / POLICY).write_text("{}")
    (device / UNITS / "kiosk.service").unlink()
    (device / "usr/local/lib/kiosk/watchdog").chmod(0o600)
    (device / UNITS / "getty@tty1.service").unlink()
    said = provisioned(device)
    assert {path: word for path, word in said.items() if word != "unchanged"} == {
        POLICY: "changed",
        f"{UNITS}/kiosk.service": "created",
        "usr/local/lib/kiosk/watchdog": "changed",
        f"{UNITS}/getty@tty1.service": "created",
    }
    assert set(provisioned(device).values()) == {"unchanged"}


def test_dry_run_writes_nothing(tmp_path: Path) -> None:
    said = provisioned(tmp_path, "--dry-run")
    assert set(said.values()) == {"would create"}
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "--host is missing"),
        (["--host"], "--host needs a value"),
        (["--host", "--lang", "ro"], "--host needs a value"),
        (["--host", ""], "--host needs a value"),
        (["--host", "kiosk"], "not a full host name"),
        (["--host", "10.0.0.1"], "not a full host name"),
        (["--host", "-a.example.md"], "not a full host name"),
        (["--host", "a..md"], "not a full host name"),
        (["--host", "https://kiosk.example.md"], "without scheme and path"),
        (["--host", "kiosk.example.md/kiosk/"], "without scheme and path"),
        (["--host", "Kiosk.example.md"], "small letters"),
        (["--host", "kiosk.example.md|x"], "small letters"),
        (["--host", "kiosk.example.md\nx"], "small letters"),
        (["--host", "*.example.md"], "small letters"),
        (["--host", "kiosk.example.md:70000"], "port above 65535"),
        (["--host", f"{'a.' * 130}md"], "longer than 253"),
        (["--host", HOST, "--lang", "fr"], "--lang is one of ro ru nl en"),
        (["--host", HOST, "--lang", "ro ru"], "--lang is one of ro ru nl en"),
        (["--host", HOST, "--root", "/nowhere"], "--root is not a folder"),
        (["--host", HOST, "--root", "/"], "leave --root out"),
        (["--host", HOST, "--colour", "red"], "unknown argument: --colour"),
        ([HOST], "unknown argument"),
    ],
)
def test_bad_arguments_are_refused(arguments: list[str], message: str, tmp_path: Path) -> None:
    if "--root" not in arguments:
        arguments = ["--root", str(tmp_path), *arguments]
    done = provision(*arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert not done.stdout
    assert not list(tmp_path.iterdir())


def test_policy_allows_one_host_and_no_other(device: Path) -> None:
    policy = json.loads((device / POLICY).read_text())
    assert policy["URLAllowlist"] == [f"https://.{HOST}:443"]
    pages = {f"chrome://{name}" for name in ("settings", "version", "history", "inspect", "flags", "downloads")}
    assert pages | {"*"} <= set(policy["URLBlocklist"])
    assert not {"chrome://*", "chrome://print"} & set(policy["URLBlocklist"])  # with these window.print() does nothing
    assert policy["DeveloperToolsAvailability"] == 2
    assert policy["SavingBrowserHistoryDisabled"] is True
    assert not {"AutofillAddressEnabled", "AutofillCreditCardEnabled"} & set(policy)


def test_port_goes_to_address_and_policy(device: Path) -> None:
    provisioned(device, "--host", f"{HOST}:8443")
    assert json.loads((device / POLICY).read_text())["URLAllowlist"] == [f"https://.{HOST}:8443"]
    assert launch(device)[-1] == f"https://{HOST}:8443/kiosk/"


def unit(device: Path) -> configparser.RawConfigParser:
    parser = configparser.RawConfigParser(strict=False, delimiters=("=",), comment_prefixes=("#",))
    parser.optionxform = str
    parser.read_string((device / UNITS / "kiosk.service").read_text().replace("\\\n", " "))
    return parser


def launch(device: Path) -> list[str]:
    """The command line of the browser, as the unit has it."""
    return shlex.split(unit(device)["Service"]["ExecStart"])


def test_unit_starts_without_a_network_and_without_a_way_in(device: Path) -> None:
    parser = unit(device)
    assert "network" not in parser["Unit"]["After"]
    assert parser["Unit"]["Conflicts"] == "getty@tty1.service"
    assert parser["Unit"]["StartLimitIntervalSec"] == "0"
    assert parser["Service"]["Restart"] == "always"
    command = launch(device)
    assert command[-2:] == ["--lang=ro", f"https://{HOST}/kiosk/"]
    assert "--kiosk" in command
    never = ("--incognito", "--guest", "--no-sandbox", "--remote-debugging-port")
    assert not [switch for switch in command if switch.startswith(never)]


def test_no_key_and_no_console_is_a_way_out(device: Path) -> None:
    assert (device / UNITS / "getty@tty1.service").readlink() == Path("/dev/null")
    assert (device / UNITS / "ctrl-alt-del.target").readlink() == Path("/dev/null")
    login = (device / "etc/systemd/logind.conf.d/kiosk.conf").read_text()
    assert {"NAutoVTs=0", "ReserveVT=0", "HandlePowerKey=ignore", "HandlePowerKeyLongPress=ignore"} <= set(
        login.split()
    )
    assert "-s" not in launch(device)[: launch(device).index("--")]  # cage -s would allow to switch consoles


def in_namespace(mounts: dict[Path, Path | str], command: list[str]) -> list[str]:
    """A command that sees the first folders in place of the second, and nobody else does."""
    binds = [f"mount --bind {shlex.quote(str(source))} {shlex.quote(str(place))}" for source, place in mounts.items()]
    who = [] if os.geteuid() == 0 else ["--map-root-user"]
    return ["unshare", "--mount", *who, "sh", "-c", " && ".join([*binds, f"exec {shlex.join(command)}"])]


def test_systemd_accepts_the_units(device: Path) -> None:
    """With the programs and units of this machine mounted below the device's folder."""
    for name in ("usr/bin", "usr/lib"):
        (device / name).mkdir(parents=True, exist_ok=True)
    (device / "lib").symlink_to("usr/lib")
    (device / "bin").symlink_to("usr/bin")
    units = sorted(path.name for path in (PROVISION / "files" / UNITS).iterdir())
    assert len(units) == 5
    command = ["systemd-analyze", "verify", "--man=no", f"--root={device}", *units]
    mounts = {Path("/usr/bin"): device / "usr/bin", Path("/usr/lib"): device / "usr/lib"}
    done = subprocess.run(in_namespace(mounts, command), capture_output=True, text=True, timeout=60)
    ours = [line for line in (done.stdout + done.stderr).splitlines() if "kiosk" in line]
    assert (done.returncode, ours) == (0, []), done.stderr


def test_systemd_accepts_user_and_folders(device: Path) -> None:
    for program in ("systemd-sysusers", "systemd-tmpfiles"):
        kind = program.removeprefix("systemd-")
        how = ["--dry-run"] if kind == "sysusers" else ["--cat-config"]
        file = device / f"etc/{kind}.d/kiosk.conf"
        done = subprocess.run([program, *how, file], capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
    assert (
        'u kiosk - "Portal kiosk" /var/lib/kiosk /usr/sbin/nologin'
        in (device / "etc/sysusers.d/kiosk.conf").read_text()
    )


def test_nightly_restart_has_a_time(device: Path) -> None:
    line = (device / UNITS / "kiosk-nightly.timer").read_text().split("OnCalendar=")[1].splitlines()[0]
    done = subprocess.run(["systemd-analyze", "calendar", line], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0
    assert "03:30:00" in done.stdout


@pytest.mark.parametrize("path", ["provision.sh", "files/usr/local/lib/kiosk/watchdog"])
def test_shell_is_clean(path: str) -> None:
    subprocess.run(["dash", "-n", PROVISION / path], check=True)
    done = subprocess.run(["shellcheck", PROVISION / path], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout


# The rest starts real browsers.


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
        with sync_playwright() as playwright:
            yield playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{port}")
    finally:
        os.killpg(process.pid, 15)
        process.wait(20)


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

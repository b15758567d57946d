"""The script that makes a kiosk of a bare Debian 12: its files, its refusals, its units."""

import json
import stat
import subprocess
from pathlib import Path

import pytest

from tests.kiosk.device import (
    HOST,
    POLICY,
    PROVISION,
    UNITS,
    everything_below,
    in_namespace,
    launch,
    provision,
    provisioned,
    unit,
)


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

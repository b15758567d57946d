"""The provisioning script run below a folder, and what it writes there."""

import configparser
import os
import shlex
import subprocess
from pathlib import Path

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


def unit(device: Path) -> configparser.RawConfigParser:
    parser = configparser.RawConfigParser(strict=False, delimiters=("=",), comment_prefixes=("#",))
    parser.optionxform = str
    parser.read_string((device / UNITS / "kiosk.service").read_text().replace("\\\n", " "))
    return parser


def launch(device: Path) -> list[str]:
    """The command line of the browser, as the unit has it."""
    return shlex.split(unit(device)["Service"]["ExecStart"])


def in_namespace(mounts: dict[Path, Path | str], command: list[str]) -> list[str]:
    """A command that sees the first folders in place of the second, and nobody else does."""
    binds = [f"mount --bind {shlex.quote(str(source))} {shlex.quote(str(place))}" for source, place in mounts.items()]
    who = [] if os.geteuid() == 0 else ["--map-root-user"]
    return ["unshare", "--mount", *who, "sh", "-c", " && ".join([*binds, f"exec {shlex.join(command)}"])]

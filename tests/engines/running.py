"""What both engines share: a folder by name and port, a pid file, waiting, stopping, pausing."""

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from abc import ABC, abstractmethod
from pathlib import Path

PATIENCE = 120  # seconds; a quiet machine needs 5 to 11
MAVEN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1"


class Engine(ABC):
    """One engine on one port; its folder is outside the clone, because its user must be able to reach it."""

    name: str
    variable: str  # the environment variable that attaches the portal to it
    ports = range(29200, 29300)  # where tests look for a free one

    def __init__(self, port: int) -> None:
        self.port = port
        self.folder = Path(tempfile.gettempdir()) / "portal-engines" / f"{self.name}-{port}"
        self.pid_file = self.folder / "pid"

    @classmethod
    def on_a_free_port(cls) -> "Engine":
        return cls(next(port for port in cls.ports if not _is_busy(port)))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @abstractmethod
    def prepare(self) -> None:
        """Fetch and unpack what is not there yet."""

    @abstractmethod
    def launch(self) -> int:
        """Start the server; its process id."""

    def start(self) -> None:
        """Start it unless it runs already; refuses a port that somebody else has."""
        if self.is_running():
            return
        if _is_busy(self.port):
            raise RuntimeError(f"Port {self.port} is taken by something else; {self.name} was not started.")
        self.folder.mkdir(parents=True, exist_ok=True)
        self.prepare()
        self.pid_file.write_text(str(self.launch()))
        self.wait()

    def wait(self) -> None:
        """Until it answers; an engine that ended says why in its log."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if not self.is_running():
                raise RuntimeError(f"{self.name} ended at once; see {self.folder}/log")
            try:
                if self.ask("/_cluster/health?wait_for_status=yellow&timeout=1s")["status"] != "red":
                    return
            except (OSError, urllib.error.URLError, ValueError):
                time.sleep(0.2)
        self.stop()
        raise RuntimeError(f"{self.name} did not answer within {PATIENCE} s; see {self.folder}/log")

    def ask(self, path: str, method: str = "GET", body: object = None) -> dict:
        """One request to the engine itself."""
        data = json.dumps(body).encode() if body is not None else None
        headers = {"Content-Type": "application/json"} if data else {}
        request = urllib.request.Request(f"{self.url}{path}", data, headers, method=method)
        with urllib.request.urlopen(request, timeout=10) as response:
            return json.loads(response.read() or b"{}")

    def pid(self) -> int | None:
        return int(self.pid_file.read_text()) if self.pid_file.exists() else None

    def is_running(self) -> bool:
        pid = self.pid()
        try:
            return pid is not None and Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
        except OSError:
            return False

    def stop(self, number: signal.Signals = signal.SIGTERM) -> None:
        """End it and wait for its end; nothing to do if it does not run."""
        if self.is_running():
            self.send(signal.SIGCONT)
            self.send(number)
            until = time.monotonic() + 30
            while self.is_running():
                _reap(self.pid())
                if time.monotonic() > until:
                    self.send(signal.SIGKILL)
                time.sleep(0.05)
        self.pid_file.unlink(missing_ok=True)

    def send(self, number: signal.Signals) -> None:
        """A signal; SIGSTOP makes a server that accepts and is silent."""
        os.kill(self.pid(), number)

    def send_continue(self) -> None:
        """Let a paused server go on; start one that was stopped."""
        if self.is_running():
            self.send(signal.SIGCONT)
        else:
            self.start()

    def throw_away(self) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


def _reap(pid: int | None) -> None:
    with contextlib.suppress(ChildProcessError):
        os.waitpid(pid or 0, os.WNOHANG)


def _is_busy(port: int) -> bool:
    with socket.socket() as sock:
        sock.settimeout(1)
        return sock.connect_ex(("127.0.0.1", port)) == 0


def maven(folder: Path, *arguments: str) -> None:
    """Run Maven quietly; what it says is shown when it fails."""
    result = subprocess.run(["mvn", "-q", "-B", *arguments], cwd=folder, capture_output=True, text=True, check=False)
    if result.returncode:
        raise RuntimeError(f"Maven could not fetch the engine: {result.stdout[-2000:]}{result.stderr[-500:]}")

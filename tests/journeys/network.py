"""A network between browser and portal that a test can spoil."""

import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from tests.served import free_port

CAPTIVE = b"<!doctype html><html lang=en><title>Hotel Wi-Fi</title><h1>Please log in</h1></html>"
HOP = ("transfer-encoding", "connection", "keep-alive")


class Network:
    """`mode`: open, hanging (takes the question, never answers), captive (answers everything itself), broken (503).

    `failing` are addresses that end in the middle of nothing; `asked` is what went through, in order.
    """

    def __init__(self, upstream: str) -> None:
        self.upstream, self.mode = upstream, "open"
        self.failing: set[str] = set()
        self.asked: list[tuple[str, str]] = []
        self.port = free_port()
        self.released = threading.Event()
        self._server: ThreadingHTTPServer | None = None
        self.start()

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        network = self

        class Handler(BaseHTTPRequestHandler):
            # HTTP/1.0: no connection outlives its answer, so that a dead server is dead at once
            def do_GET(self) -> None:
                network._answer(self)

            do_POST = do_GET  # noqa: N815

            def log_message(self, *args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def die(self) -> None:
        """Nobody listens any more."""
        if self._server:
            server, self._server = self._server, None
            server.shutdown()
            server.server_close()

    def close(self) -> None:
        self.released.set()
        self.die()

    def paths(self) -> list[str]:
        return [path for _method, path in self.asked]

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        if self._server is None:  # a connection that the browser had opened before the server died
            return
        self.asked.append((handler.command, handler.path))
        if self.mode == "hanging":
            self.released.wait(120)
            return
        if handler.path in self.failing:
            handler.close_connection = True
            return
        try:
            status, headers, body = self._fetch(handler) if self.mode == "open" else self._own_answer()
        except (OSError, http.client.HTTPException):
            return  # the portal behind was ended
        handler.send_response_only(status)
        for name, value in headers:
            if name.lower() not in HOP:
                handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    def _own_answer(self) -> tuple[int, list[tuple[str, str]], bytes]:
        status = {"captive": 200, "broken": 503}[self.mode]
        return status, [("Content-Type", "text/html"), ("Content-Length", str(len(CAPTIVE)))], CAPTIVE

    def _fetch(self, handler: BaseHTTPRequestHandler) -> tuple[int, list[tuple[str, str]], bytes]:
        connection = http.client.HTTPConnection(urlsplit(self.upstream).netloc, timeout=30)
        length = int(handler.headers.get("Content-Length") or 0)
        headers = {name: value for name, value in handler.headers.items() if name.lower() not in HOP}
        connection.request(handler.command, handler.path, handler.rfile.read(length) or None, headers)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, answer.getheaders(), body


@contextmanager
def network(upstream: str) -> Iterator[Network]:
    between = Network(upstream)
    try:
        yield between
    finally:
        between.close()

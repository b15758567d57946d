"""A server between browser and portal that can fail as networks do: dead, silent, a captive portal, one page missing."""

import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit


class Network:
    """`state` is up, dead, silent or captive; `broken` are paths that answer 500."""

    def __init__(self, portal: str) -> None:
        self.portal = urlsplit(portal).netloc
        self.state = "up"
        self.broken: set[str] = set()
        self.asked: list[str] = []
        self.base = ""
        self.over = threading.Event()


class _Handler(BaseHTTPRequestHandler):
    network: Network

    def do_GET(self) -> None:
        network = self.network
        network.asked.append(self.path)
        if network.state == "silent":
            network.over.wait(60)
        if network.state in ("dead", "silent"):
            self.close_connection = True
            return
        if network.state == "captive":
            self.answer(200, {"Content-Type": "text/html"}, b"<html><title>Wi-Fi</title>Pay first</html>")
            return
        if self.path in network.broken:
            self.answer(500, {}, b"broken")
            return
        connection = http.client.HTTPConnection(network.portal, timeout=30)
        headers = {name: value for name, value in self.headers.items() if name.lower() not in ("host", "connection")}
        connection.request("GET", self.path, headers=headers)
        response = connection.getresponse()
        # As if the page had been read longer ago than the browser may reuse it without asking.
        is_page = (response.getheader("Content-Type") or "").startswith("text/html")
        old = {"Cache-Control": "public, max-age=0"} if is_page else {}
        self.answer(response.status, dict(response.getheaders()) | old, response.read())

    def answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            if name.lower() not in ("connection", "transfer-encoding", "content-length", "server", "date"):
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        pass


@contextmanager
def weak_network(portal: str) -> Iterator[Network]:
    """Serve the portal through such a network on a free port."""
    network = Network(portal)
    handler = type("Handler", (_Handler,), {"network": network})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    network.base = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield network
    finally:
        network.over.set()
        server.shutdown()
        server.server_close()

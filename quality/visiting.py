"""Visit links that lead out: a few per minute, one per host, with a time limit, never into a private network."""

import datetime
import ipaddress
import socket
import ssl
import urllib.error
import urllib.request
from http.client import HTTPException
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone

from quality.links import settle_inside
from quality.models import Link

AT_ONCE = 10  # visits per minute, each to another host
TIMEOUT = 10  # seconds
AGAIN_AFTER = datetime.timedelta(days=7)
FAILED_AGAIN = (datetime.timedelta(hours=1), datetime.timedelta(hours=6), datetime.timedelta(days=1))
FAILURES_UNTIL_BROKEN = 2  # one bad moment of a server is no broken link
AGENT = "NEXUS-portal-link-check/1.0 (checks whether links for migrants still work)"


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follow redirects only to places that may be visited."""

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        if not is_public(newurl):
            raise urllib.error.URLError("private")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def is_public(address: str) -> bool:
    """Whether all addresses of the host are on the open internet; a name that is not known counts as public."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return False
    try:
        found = {row[4][0] for row in socket.getaddrinfo(parts.hostname, parts.port or 443, proto=socket.IPPROTO_TCP)}
    except OSError:
        return True
    allowed = settings.LINK_CHECK_ALLOW_LOOPBACK
    return all(
        (one := ipaddress.ip_address(each.partition("%")[0])).is_global or (allowed and one.is_loopback)
        for each in found
    )


def visit(address: str) -> str:
    """The reason why an address does not work; empty if it does. HEAD first, GET where a server does not know HEAD."""
    if not is_public(address):
        return Link.Reason.PRIVATE
    reason = _ask(address, "HEAD")
    return _ask(address, "GET") if reason in (Link.Reason.STATUS, Link.Reason.REFUSED, Link.Reason.GONE) else reason


def _ask(address: str, method: str) -> str:
    request = urllib.request.Request(address, method=method, headers={"User-Agent": AGENT, "Accept": "*/*"})  # noqa: S310
    try:
        with urllib.request.build_opener(_Stay).open(request, timeout=TIMEOUT):
            return ""
    except urllib.error.HTTPError as error:
        return _reason_of_status(error.code)
    except urllib.error.URLError as error:
        return _reason_of(error.reason)
    except (OSError, HTTPException, ValueError) as error:
        return _reason_of(error)


def _reason_of_status(status: int) -> str:
    if status in (404, 410):
        return Link.Reason.GONE
    if status in (401, 403):
        return Link.Reason.REFUSED
    return Link.Reason.SERVER if status >= 500 else Link.Reason.STATUS


def _reason_of(error: object) -> str:
    if error == "private":
        return Link.Reason.PRIVATE
    if isinstance(error, ssl.SSLError):
        return Link.Reason.CERTIFICATE
    if isinstance(error, socket.gaierror):
        return Link.Reason.NAME
    if isinstance(error, TimeoutError):
        return Link.Reason.SILENT
    return Link.Reason.UNREACHABLE


def visit_one(link: Link) -> None:
    """Visit a link and write down what came of it."""
    reason, now = visit(link.address), timezone.now()
    link.visited_at = now
    link.failures = link.failures + 1 if reason else 0
    broken = bool(reason) and (link.failures >= FAILURES_UNTIL_BROKEN or reason == Link.Reason.PRIVATE)
    state = Link.State.BROKEN if broken else Link.State.WORKS if not reason else link.state
    if state != link.state or (broken and reason != link.reason):
        link.since = now
    link.state, link.reason = state, reason if broken else ""
    waits = FAILED_AGAIN[min(link.failures, len(FAILED_AGAIN)) - 1] if reason and not broken else AGAIN_AFTER
    link.due_at = now + waits
    link.save()


def visit_some() -> int:
    """What one minute allows: links inside each time, links out only where CHECK_EXTERNAL_LINKS says so."""
    settle_inside()
    if not settings.CHECK_EXTERNAL_LINKS:
        return 0
    hosts: dict[str, Link] = {}
    due = Link.objects.exclude(address__startswith="page:").filter(due_at__lte=timezone.now())
    for link in due.order_by("due_at")[:200]:
        hosts.setdefault(urlsplit(link.address).hostname or "", link)
        if len(hosts) >= AT_ONCE:
            break
    for link in hosts.values():
        visit_one(link)
    return len(hosts)

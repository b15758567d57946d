"""Try every address as every role, and write down who got in."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlparse

from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from core.models import User
from tests.rights.addresses import address, page_targets, routes, targets_of

ROLES = ("admin", "editor", "editor-cahul", "translator-ru", "reviewer", "counsellor-cahul")
YES, NO = "yes", "no"
# Empty forms that Wagtail 8.0 itself answers with an error; only those get there who may do the thing.
ERRORS_OF_WAGTAIL = ("/admin/redirects/import/process/",)


def is_refused(response: HttpResponse) -> bool:
    """Refused, not found, or sent away: to the login or, with a message, to the first page of the admin."""
    if response.status_code in (301, 302):
        return urlparse(response["Location"]).path in ("/admin/", "/admin/login/")
    return response.status_code in (400, 403, 404, 405)


def gets_in(client: Client, url: str) -> bool:
    """Whether reading, or else sending an empty form, is answered; what it does is rolled back."""
    session = client.cookies["sessionid"].value
    for method in (client.get, client.post):
        with transaction.atomic():
            response = method(url)
            response.exc_info = getattr(response, "exc_info", None) or (None, None, None)
            transaction.set_rollback(True)
        client.cookies["sessionid"] = session  # logging out is undone as well
        if response.status_code >= 500 and url not in ERRORS_OF_WAGTAIL:
            print(f"{method.__name__} {url}: {response.status_code}", response.exc_info[1])
        if not is_refused(response):
            return True
    return False


def access(username: str, only: Iterable[str] | None = None) -> dict[str, str]:
    """{route: "yes", "no" or the targets that are open to this role}."""
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.get(username=username))
    pages, found = page_targets(), {}
    for route in only or routes():
        targets = targets_of(route, pages)
        opened = [target.name for target in targets if gets_in(client, address(route, target))]
        found[route] = NO if not opened else YES if len(opened) == len(targets) else ", ".join(opened)
    return found


def table(rows: dict[str, dict[str, str]]) -> str:
    """The matrix as Markdown: one line per route, one column per role."""
    sections: dict[str, list[str]] = defaultdict(list)
    for route in routes():
        cells = " | ".join(rows[role][route] for role in ROLES)
        sections[_section(route)].append(f"| `{route.removeprefix('admin/') or '/'}` | {cells} |")
    head = f"| address | {' | '.join(ROLES)} |\n|{' --- |' * (len(ROLES) + 1)}"
    parts = [f"## {section}\n\n{head}\n" + "\n".join(lines) for section, lines in sections.items()]
    return INTRODUCTION + "\n\n".join(parts) + "\n"


def _section(route: str) -> str:
    parts = route.removeprefix("admin/").split("/")
    return "/".join(parts[:2]) if parts[0] == "snippets" and len(parts) > 2 else parts[0] or "start"


INTRODUCTION = """# Who may do what in the admin

Made by `python -m tests.rights` by logging in as each role and asking for every address, by reading and by sending;
`make test-slow` makes it again and compares, and `make test` fails when an address is missing here.
"yes": open; "no": refused; else the targets that are open: pages by area and language, facts by area, snippets by
language. "yes" for a list or a form says only that it opens: what may be done in it is asked again for each target.

"""


def read(text: str) -> dict[str, dict[str, str]]:
    """The matrix back from its Markdown."""
    rows: dict[str, dict[str, str]] = {role: {} for role in ROLES}
    for line in text.splitlines():
        if line.startswith("| `"):
            route, *cells = [cell.strip() for cell in line.strip("|").split(" | ")]
            name = route.strip("`").strip()
            for role, cell in zip(ROLES, cells, strict=True):
                rows[role]["admin/" + ("" if name == "/" else name)] = cell.strip(" |")
    return rows


def measure() -> dict[str, Any]:
    """The whole matrix, measured."""
    return {role: access(role) for role in ROLES}

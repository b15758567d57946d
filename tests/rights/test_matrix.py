"""docs/rights.md is true, whole, and gives nobody what is not theirs."""

import re
from pathlib import Path

import pytest

from tests.rights.addresses import GAP, PAGE_GAPS, routes
from tests.rights.walk import NO, ROLES, YES, access, read

MATRIX = read((Path(__file__).resolve().parents[2] / "docs" / "rights.md").read_text())
# What each limited role may act on.
OWN = {
    "editor-cahul": {"Cahul ro", "Cahul ru", "Cahul nl", "Cahul shop-front ro", "Cahul"},
    "translator-ru": {"Cahul ru", "Ungheni ru", "ru"},
    "counsellor-cahul": {"Cahul shop-front ro", "Cahul"},
}
# Addresses that only show, or only ask again: open to all who may enter the admin.
ONLY_SHOWING = (
    r"admin/pages/<int:parent_page_id>/(results/)?",
    r"admin/pages/<int:page_id>/revisions/",  # sends on to the history, which asks
    r"admin/pages/workflow/confirm_cancellation/<int:page_id>/",  # a dialogue without a name in it
    r"admin/bulk/.*",  # lists what of the choice one may not touch, and leaves it alone
    r"admin/choose-page/.*",
    r"admin/snippets/choose/.*",
    r"admin/snippets/\w+/\w+/(usage|history|history-results|inspect|copy)/.*",  # copying opens an empty form's twin
    r"admin/localize/submit/page/<int:page_id>/",  # offers only languages in which one may write
)


def test_every_address_of_the_admin_stands_in_the_matrix():
    assert {role: set(routes()) ^ set(cells) for role, cells in MATRIX.items()} == {role: set() for role in ROLES}


@pytest.mark.parametrize("role", OWN)
def test_no_limited_role_acts_on_what_is_not_its_own(role):
    wrong = []
    for route, cell in MATRIX[role].items():
        if any(re.fullmatch(pattern, route) for pattern in ONLY_SHOWING) or cell == NO:
            continue
        about_one = set(GAP.findall(route)) & set(PAGE_GAPS) or re.match(r"admin/snippets/\w+/\w+/(edit|delete)", route)
        if about_one and (cell == YES or not set(cell.split(", ")) <= OWN[role]):
            wrong.append((route, cell))
    assert wrong == []


@pytest.mark.parametrize("role", [role for role in ROLES if role != "admin"])
def test_only_administrators_manage_people_sites_and_languages(role):
    closed = ("users", "groups", "sites", "locales", "collections", "workflows/add", "workflows/edit", "redirects")
    opened = [route for route, cell in MATRIX[role].items() if cell != NO and route[6:].startswith(closed)]
    assert opened == []


@pytest.mark.parametrize("role", ["editor", "editor-cahul", "counsellor-cahul"])
def test_who_writes_pages_may_add_pictures_and_files(role):
    assert (MATRIX[role]["admin/images/add/"], MATRIX[role]["admin/documents/add/"]) == (YES, YES)


@pytest.mark.parametrize("role", ["translator-ru", "reviewer", "counsellor-cahul"])
@pytest.mark.parametrize("action", ["delete", "privacy"])
def test_who_may_not_add_pages_neither_deletes_nor_hides_them(role, action):
    assert MATRIX[role][f"admin/pages/<int:page_id>/{action}/"] == NO


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_the_matrix_is_what_each_role_meets(role):
    assert access(role) == MATRIX[role]


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_a_part_of_the_matrix_is_what_each_role_meets(role):
    part = [route for route in routes() if route.startswith(("admin/translations/", "admin/check/", "admin/localize/"))]
    part += [f"admin/pages/<int:page_id>/{action}/" for action in ("edit", "delete", "unpublish", "copy", "privacy")]
    assert access(role, part) == {route: MATRIX[role][route] for route in part}


@pytest.mark.django_db
def test_without_a_login_nothing_of_the_admin_opens(client):
    open_to_all = ("login", "logout", "password_reset", "jsi18n", "sprite")
    opened = [
        route
        for route in routes()
        if "<" not in route
        and not route[6:].startswith(open_to_all)
        and client.get(f"/{route.replace('^', '')}").status_code == 200
    ]
    assert opened == []

"""Who may change the tree: a translation stands where its original stands, and a shop-front's page stays.

Wagtail lets everybody who may publish a page move it, delete it and hide it. Here that takes the right to add pages,
which editors have in their area, and translators, reviewers and counsellors do not.
"""

from collections.abc import Callable
from functools import wraps

from wagtail.models.pages import PagePermissionTester

from translations.records import is_original

EDITORS_RIGHT, REVIEWERS_RIGHT = "add", "lock"


def _has(tester: PagePermissionTester, *rights: str) -> bool:
    return tester.user.is_superuser or bool(tester.permissions & set(rights))


def _with_right(name: str) -> None:
    original: Callable = getattr(PagePermissionTester, name)

    @wraps(original)
    def asked(self: PagePermissionTester, *args: bool, **kwargs: bool) -> bool:
        return original(self, *args, **kwargs) and _has(self, EDITORS_RIGHT)

    setattr(PagePermissionTester, name, asked)


def install() -> None:
    """Ask for the right to add pages before a page is deleted, moved or hidden; and before an original goes off."""
    for name in ("can_delete", "can_set_view_restrictions"):  # moving asks whether one may delete
        _with_right(name)
    before = PagePermissionTester.can_unpublish

    @wraps(before)
    def can_unpublish(self: PagePermissionTester) -> bool:
        return before(self) and (_has(self, EDITORS_RIGHT, REVIEWERS_RIGHT) or not is_original(self.page))

    PagePermissionTester.can_unpublish = can_unpublish

"""Small tables that every request needs, kept in memory and renewed when somebody changes them.

A table is read from the database once per process and version. The version lives in the cache that all processes
share, so a change made by one process (the server, `tick`, a command) is seen by the others at their next request.
"""

import uuid
from collections.abc import Callable
from typing import Generic, TypeVar

from django.core.cache import cache
from django.db import transaction

T = TypeVar("T")
_tables: list["Table"] = []


class Table(Generic[T]):
    """A value made by `build`, remembered until `forget` is called in any process."""

    def __init__(self, name: str, build: Callable[[], T]) -> None:
        self.key = f"table-version:{name}"
        self.build = build
        self._version: str | None = None
        self._value: T | None = None
        _tables.append(self)

    def get(self) -> T:
        """Return the current value; costs one look into the shared cache when nothing has changed."""
        version = cache.get(self.key)
        if version is None:
            version = uuid.uuid4().hex
            cache.set(self.key, version, timeout=None)
        if self._value is None or version != self._version:
            self._value = self.build()
            self._version = version
        return self._value

    def forget(self, **kwargs: object) -> None:
        """Make every process read the table again, now and once more when the transaction is committed."""
        self.renew()
        transaction.on_commit(self.renew)

    def renew(self) -> None:
        """Make every process read the table again, now."""
        self._value = None
        cache.set(self.key, uuid.uuid4().hex, timeout=None)


def forget_all() -> None:
    """Forget every table, for tests and after a load."""
    for table in _tables:
        table.renew()

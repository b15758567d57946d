"""Fixtures for all tests: the database is a copy of the one made from the real content."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connections
from hypothesis import settings as hypothesis_settings

from core.languages import LANGUAGES
from core.tables import forget_all

ROOT = Path(__file__).resolve().parents[1]

# The same examples each time, so that a change lands or fails by its own merit; HYPOTHESIS_PROFILE=default searches on.
hypothesis_settings.register_profile("repeatable", derandomize=True, deadline=None)
hypothesis_settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: Any) -> Iterator[None]:
    """A copy of var/test.sqlite3 for this process; tests roll back what they change."""
    source = settings.VAR / "test.sqlite3"
    if not source.exists():
        pytest.exit("var/test.sqlite3 is missing: run `python -m tests.build_database` (make test does)")
    copy = Path(settings.DATABASES["default"]["TEST"]["NAME"])
    for path in copy.parent.glob(f"{copy.name}*"):
        path.unlink()
    shutil.copy(source, copy)
    with django_db_blocker.unblock():
        connections["default"].close()
        settings.DATABASES["default"]["NAME"] = copy
        connections["default"].settings_dict["NAME"] = copy
    yield
    with django_db_blocker.unblock():
        connections["default"].close()


@pytest.fixture(autouse=True)
def fresh_tables(request: pytest.FixtureRequest) -> Iterator[None]:
    """No test sees what another left in the tables in memory."""
    forget_all()
    yield
    forget_all()


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """Each of the four languages in turn."""
    return request.param


@pytest.fixture
def content() -> Path:
    """The small content that loader tests copy and spoil."""
    return ROOT / "tests" / "content"


@contextmanager
def database_copy(django_db_blocker: Any, folder: Path) -> Iterator[None]:
    """Work on a copy of the database that is thrown away, where changes are committed."""
    connection = connections["default"]
    shared, own = connection.settings_dict["NAME"], folder / "own.sqlite3"
    with django_db_blocker.unblock():
        connection.close()
        shutil.copy(shared, own)
        connection.settings_dict["NAME"] = own
        try:
            yield
        finally:
            connection.close()
            connection.settings_dict["NAME"] = shared


@pytest.fixture
def transactional_db_copy(django_db_setup: None, django_db_blocker: Any, tmp_path: Path) -> Iterator[None]:
    """A database of its own for tests that commit."""
    with database_copy(django_db_blocker, tmp_path):
        yield

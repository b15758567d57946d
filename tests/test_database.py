"""SQLite as the default: many writers, nothing lost."""

import sqlite3
import threading

import pytest
from django.conf import settings
from django.db import connection

pytestmark = pytest.mark.django_db


def test_the_journal_is_a_write_ahead_log():
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA journal_mode").fetchone()[0] in ("wal", "memory")


def test_transactions_take_the_write_lock_at_once():
    assert settings.DATABASES["default"]["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_twenty_writers_lose_nothing(tmp_path):
    path = tmp_path / "writers.sqlite3"
    options = settings.DATABASES["default"]["OPTIONS"]
    with sqlite3.connect(path) as setup:
        setup.executescript(options["init_command"])
        setup.execute("CREATE TABLE note (writer INTEGER, number INTEGER)")
    setup.close()
    errors = []

    def write(writer):
        own = sqlite3.connect(path, timeout=options["timeout"], isolation_level=None)
        own.executescript(options["init_command"])
        try:
            for number in range(25):
                own.execute(f"BEGIN {options['transaction_mode']}")
                own.execute("INSERT INTO note VALUES (?, ?)", (writer, number))
                own.execute("COMMIT")
        except sqlite3.Error as error:
            errors.append(error)
        finally:
            own.close()

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with sqlite3.connect(path) as check:
        count = check.execute("SELECT count(*) FROM note").fetchone()[0]
    check.close()
    assert (errors, count) == ([], 500)

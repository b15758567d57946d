"""Counting queries never makes anybody wait."""

import sqlite3

from django.db import connection

from search.asked import note
from search.models import AskedQuery


def test_a_search_does_not_wait_for_another_writer(transactional_db_copy, django_db_blocker):
    with django_db_blocker.unblock():
        other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        try:
            note("diploma", "en", 3)
        finally:
            other.execute("ROLLBACK")
            other.close()
        assert AskedQuery.objects.count() == 0
        note("diploma", "en", 3)
        assert AskedQuery.objects.count() == 1

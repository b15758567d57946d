"""Where the analysed texts stand when no search engine is set: in the database, with its own full-text search."""

from django.db import connection

from search.stores.base import Store


def store() -> Store:
    """The full-text search of the database in use."""
    if connection.vendor == "postgresql":
        from search.stores.postgresql import PostgresStore

        return PostgresStore()
    from search.stores.sqlite import SqliteStore

    return SqliteStore()

"""The tables of the database's own full-text search; which ones depends on the database."""

from django.db import migrations

from search.stores import postgresql, sqlite


def create(apps, schema_editor):
    tables = {"sqlite": sqlite, "postgresql": postgresql}.get(schema_editor.connection.vendor)
    if tables:
        with schema_editor.connection.cursor() as cursor:
            tables.create_tables(cursor)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_first")]
    operations = [migrations.RunPython(create, migrations.RunPython.noop)]

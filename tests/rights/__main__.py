"""`python -m tests.rights`: make docs/rights.md again, on the test database."""

import shutil
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    django.setup()
    from django.conf import settings
    from django.db import connection

    from tests.rights.walk import measure, table

    copy = settings.VAR / "rights.sqlite3"
    for left in copy.parent.glob(f"{copy.name}*"):  # of a run that was stopped
        left.unlink()
    shutil.copy(settings.VAR / "test.sqlite3", copy)
    connection.settings_dict["NAME"] = copy
    (ROOT / "docs" / "rights.md").write_text(table(measure()))
    copy.unlink()


if __name__ == "__main__":
    main()

"""`manage.py translation_states [--json]`: how every page stands in every language."""

import datetime
import json
from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand

from translations.records import adopt
from translations.rows import rows


class Command(BaseCommand):
    """Prints one row per original page and language."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="one JSON list, for scripts")

    def handle(self, *args: Any, **options: Any) -> None:
        adopt()
        found = [
            {
                "page": row.page,
                "path": row.path,
                "language": row.language,
                "state": row.state,
                "outdated_segments": row.outdated_segments,
                "since": row.since.astimezone(datetime.UTC).isoformat(),
            }
            for row in rows()
        ]
        if options["json"]:
            self.stdout.write(json.dumps(found, ensure_ascii=False, indent=1))
            return
        for row in found:
            self.stdout.write(f"{row['language']}  {row['state']:16} {row['outdated_segments']:3}  {row['path']}")

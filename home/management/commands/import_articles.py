"""`manage.py import_articles --locale LANG FILE.jsonl`: bring articles in as public pages of one language.

One JSON object per line: {"id", "title", "topic", "text"}. A bad line is refused with its number, and then nothing is
imported. Running it again changes nothing; a line whose text changed changes its page.
"""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError

from core.languages import LANGUAGES
from home.articles import BadLinesError, bring, read


class Command(BaseCommand):
    """See the module."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--locale", choices=LANGUAGES, required=True)

    def handle(self, *args: Any, file: Path, locale: str, **options: Any) -> None:
        try:
            articles = read(file)
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}") from error
        except UnicodeDecodeError as error:
            raise CommandError(f"{file} is not UTF-8: byte {error.start}") from error
        except BadLinesError as error:
            raise CommandError(f"Nothing was imported.\n{error}") from error
        report = bring(articles, locale)
        speed = report.made / report.seconds if report.seconds else 0
        self.stdout.write(
            f"{report.made} new, {report.changed} changed, {report.unchanged} unchanged; "
            f"{report.seconds:.1f} s, {speed:.0f} pages/s"
        )

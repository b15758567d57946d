"""`manage.py search_quality [FILE]`: MRR@10, recall@10, zero-result rate by language and variant, beside Wagtail."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand

from core.languages import LANGUAGES
from search.quality import VARIANTS, measure, ours, read, stock


class Command(BaseCommand):
    """See the module."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        default = settings.ROOT / "tests" / "search" / "judged.txt"
        parser.add_argument("file", nargs="?", type=Path, default=default)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        judged = read(file)
        self.stdout.write(
            f"{'':2} {'variant':14} {'queries':>7}  {'MRR':>5} {'recall':>6} {'none':>5}   stock: MRR recall none"
        )
        for language in LANGUAGES:
            own = [each for each in judged if each.language == language]
            for variant in VARIANTS:
                score, other = measure(own, variant, ours), measure(own, variant, stock)
                if score.queries:
                    self.stdout.write(
                        f"{language:2} {variant:14} {score.queries:7}  {score.mrr:5.3f} {score.recall:6.3f} "
                        f"{score.nothing:5.3f}        {other.mrr:5.3f} {other.recall:6.3f} {other.nothing:5.3f}"
                    )

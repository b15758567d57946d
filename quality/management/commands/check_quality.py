"""`manage.py check_quality [--visit]`: check texts and links of all public pages again; visit links that lead out."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand
from wagtail.models import Page

from quality.following import follow_all
from quality.links import settle_inside
from quality.models import Link
from quality.visiting import visit_one


class Command(BaseCommand):
    """See the module."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--visit", action="store_true", help="visit every link that leads out, whatever the settings"
        )

    def handle(self, *args: Any, visit: bool = False, **options: Any) -> None:
        pages = Page.objects.live().filter(alias_of=None, depth__gt=1).order_by("path").specific()
        found = follow_all(pages)
        broken = settle_inside()
        if visit:
            for link in Link.objects.exclude(address__startswith="page:").order_by("address"):
                visit_one(link)
        self.stdout.write(f"{found} findings in texts, {broken} broken links inside, {Link.objects.count()} links")

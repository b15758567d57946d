"""`manage.py tick [--forever]`: do what time makes due; run each minute.

Scheduled pages and bundles go live, pages expire; old sessions and contradictions that were accepted long ago are
removed once an hour. Open-now, overdue checks and notices need no
work here: pages compute them, and their max-age never passes the moment at which they change.
"""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, call_command
from django.db import close_old_connections
from django.utils import timezone

from core import clockwork
from translations.bundles import publish_due
from translations.contradictions import forget_old

SECONDS = 60


class Command(BaseCommand):
    """Once, or each minute until it is stopped."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--forever", action="store_true", help="each minute, until it is stopped")

    def handle(self, *args: Any, **options: Any) -> None:
        self.tick()
        while options["forever"]:
            time.sleep(SECONDS - time.time() % SECONDS)
            close_old_connections()
            self.tick()

    def tick(self) -> None:
        """Do everything that is due at this minute."""
        call_command("publish_scheduled", verbosity=0)
        publish_due()
        for work in clockwork.each_minute:
            work()
        if timezone.now().minute == 0:
            call_command("clearsessions", verbosity=0)
            forget_old()
            for work in clockwork.each_hour:
                work()

"""`manage.py search_index rebuild|check|drain`: make the index again, compare and repair it, or work the queue off."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand

from search import queue
from search.rebuilding import compare, rebuild, repair


class Command(BaseCommand):
    """See the module."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("action", choices=["rebuild", "check", "drain"])

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        {"rebuild": self.do_rebuild, "check": self.do_check, "drain": self.do_drain}[action]()

    def do_rebuild(self) -> None:
        pages, seconds = rebuild(self.say)
        self.stdout.write(f"{pages} pages in {seconds:.1f} s, {pages / max(seconds, 0.001):.0f} pages/s")

    def say(self, done: int, total: int) -> None:
        if done == total or done % 1000 == 0:
            self.stdout.write(f"{done} of {total}")

    def do_check(self) -> None:
        found = compare()
        self.stdout.write(
            f"missing {len(found.missing)}, too much {len(found.surplus)}, out of date {len(found.older)}"
        )
        if not found.is_right:
            repair(found)
            self.stdout.write("repaired" if compare().is_right else "still different")

    def do_drain(self) -> None:
        self.stdout.write(f"{queue.drain()} done")

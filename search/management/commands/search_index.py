"""`manage.py search_index rebuild|check|drain`: make the index again, compare and repair it, or work the queue off."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError

from search import queue
from search.engine import indexes, upkeep
from search.engine.client import WORKING, Engine, EngineError, attached
from search.rebuilding import compare, rebuild, repair


class Command(BaseCommand):
    """See the module."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("action", choices=["rebuild", "check", "drain"])

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        try:
            {"rebuild": self.do_rebuild, "check": self.do_check, "drain": self.do_drain}[action]()
        except (EngineError, upkeep.RebuildError) as error:
            raise CommandError(f"The database has it; the search engine has not: {error}") from error

    def do_rebuild(self) -> None:
        pages, seconds = rebuild(self.say)
        self.stdout.write(f"{pages} pages in {seconds:.1f} s, {pages / max(seconds, 0.001):.0f} pages/s")
        if engine := attached():
            started = time.perf_counter()
            count = upkeep.rebuild(self.say)
            upkeep.recover()
            seconds = time.perf_counter() - started
            self.stdout.write(f"{engine.name}: {count} documents in {seconds:.1f} s, {count / seconds:.0f} per second")

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
        if engine := attached():
            self.check_engine(engine)

    def check_engine(self, engine: Engine) -> None:
        trouble = indexes.is_right(engine)
        if trouble:
            self.stdout.write(f"{engine.name}: {trouble}; made again with {upkeep.rebuild()} documents")
            return
        names = indexes.in_use(engine)
        there = upkeep.compare(engine, names)
        numbers = f"missing {len(there.missing)}, too much {len(there.surplus)}, out of date {len(there.older)}"
        self.stdout.write(f"{engine.name}: {numbers}")
        if not there.is_right:
            upkeep.repair(engine, names, there)
            self.stdout.write("repaired" if upkeep.compare(engine, names).is_right else "still different")

    def do_drain(self) -> None:
        self.stdout.write(f"{queue.drain() + upkeep.drain(WORKING)} done")

"""`manage.py compare_facts --json FILE.jsonl`: which facts differ between two texts that should say the same."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError

from core.languages import LANGUAGES
from translations.parity import Finding, compare


class Command(BaseCommand):
    """Each line is {"a": {"language", "text"}, "b": {"language", "text"}}; FILE may be "-" for standard input."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="a file of JSON lines, or - for standard input")
        parser.add_argument("--json", action="store_true", help="one JSON list with a list of findings per line")

    def handle(self, *args: Any, **options: Any) -> None:
        found = [_compare(pair) for pair in self._pairs(options["file"])]
        if options["json"]:
            self.stdout.write(json.dumps([[_as_dict(one) for one in line] for line in found], ensure_ascii=False))
            return
        for number, line in enumerate(found, start=1):
            for one in line:
                self.stdout.write(f"{number}: {one.kind}: “{one.in_a}” / “{one.in_b}”")
        self.stdout.write(f"{sum(len(line) for line in found)} findings in {len(found)} lines")

    def _pairs(self, name: str) -> list[dict[str, dict[str, str]]]:
        """All lines, checked before anything is compared."""
        try:
            text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"{name} cannot be read: {error}") from error
        lines = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
        return [_checked(number, line) for number, line in lines]


def _checked(number: int, line: str) -> dict[str, dict[str, str]]:
    try:
        pair = json.loads(line)
    except ValueError as error:
        raise CommandError(f"line {number}: not JSON: {error}") from error
    for side in ("a", "b"):
        part = pair.get(side) if isinstance(pair, dict) else None
        if not isinstance(part, dict):
            raise CommandError(f'line {number}: "{side}" is missing or no object')
        if part.get("language") not in LANGUAGES:
            raise CommandError(f'line {number}: "{side}.language" must be one of {", ".join(LANGUAGES)}')
        if not isinstance(part.get("text"), str):
            raise CommandError(f'line {number}: "{side}.text" must be a text')
    return pair


def _compare(pair: dict[str, dict[str, str]]) -> list[Finding]:
    a, b = pair["a"], pair["b"]
    return compare(a["language"], a["text"], b["language"], b["text"])


def _as_dict(finding: Finding) -> dict[str, str]:
    return {"kind": finding.kind, "a": finding.in_a, "b": finding.in_b}

"""What is found in a text (Fact), what differs between two (Finding), and a text while it is being read (Draft)."""

import re
from dataclasses import dataclass, field

KINDS = (
    "phone", "email", "link", "file", "date", "time", "percentage", "amount", "duration", "number", "count",
)  # fmt: skip

Reading = tuple[str, str]  # a kind and a value

_BEFORE = re.compile(r"(?:\s|\*\*|&nbsp;|</?[a-zA-Z][^<>]*>)*")  # no part of a passage
TAKEN = "\x00"  # stands in a draft where a fact has been taken, so that no later rule reads it again


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: `text` is the passage from `start` to `end`, `value` is the same in every language.

    Values by kind: phone "+37322000000" or "22000000"; amount "1500 MDL"; percentage "5.5"; date "2026-05-12",
    "--05-12" (no year), "2026-05" or "--05"; time "14:00"; duration "90 minute", "3 month", "10 working-day", "20 km";
    number "1264"; count "4".
    """

    kind: str
    value: str
    text: str
    start: int
    end: int
    # What the passage may mean as well: "8 uur" is a period or a time of day.
    others: tuple[Reading, ...] = ()
    # An uncertain fact ("o lună", "at noon") answers a fact of the other text; by itself it is never a finding.
    certain: bool = True

    @property
    def reading(self) -> Reading:
        """The plain meaning."""
        return self.kind, self.value

    def means(self, other: "Fact") -> bool:
        """Tell whether the plain meaning of one of the two is a possible meaning of the other."""
        return self.reading == other.reading or self.reading in other.others or other.reading in self.others


@dataclass(frozen=True, slots=True)
class Finding:
    """A fact that differs: what stands in a and what in b; empty where it is missing."""

    kind: str
    in_a: str
    in_b: str


@dataclass
class Draft:
    """A text being read. `plain` is as long as `source`: small letters, one kind of space, without what was taken."""

    language: str
    source: str
    plain: str
    facts: list[Fact] = field(default_factory=list)

    def take(
        self, kind: str, value: str, span: tuple[int, int], others: tuple[Reading, ...] = (), certain: bool = True
    ) -> None:
        """Note a fact and take its passage out of what later rules read."""
        self.note(kind, value, span, others, certain)
        self.hide(span)

    def note(
        self, kind: str, value: str, span: tuple[int, int], others: tuple[Reading, ...] = (), certain: bool = True
    ) -> None:
        """Note a fact; later rules may read its passage too."""
        start, end = span
        if kind != "count":
            start += len(_BEFORE.match(self.source[start:end])[0])
        self.facts.append(Fact(kind, value, self.source[start:end], start, end, others, certain))

    def hide(self, span: tuple[int, int]) -> None:
        """Take a passage out of what later rules read."""
        start, end = span
        self.plain = f"{self.plain[:start]}{TAKEN * (end - start)}{self.plain[end:]}"

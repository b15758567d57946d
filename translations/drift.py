"""What changed in an original since a translation was made. Pure: segments in, changes out."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from translations.segments import Segment

CHANGED, ADDED, REMOVED = "changed", "added", "removed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One text that differs: `old` as it was translated (None: new), `new` as it is now (None: removed)."""

    path: str
    old: Segment | None
    new: Segment | None

    @property
    def kind(self) -> str:
        if self.old and self.new:
            return CHANGED
        return ADDED if self.new else REMOVED


@dataclass
class Minor:
    """Texts that count as the same, because somebody said that the change between them was minor.

    `links` joins two hashes of one path; `added` and `removed` are texts whose coming or going was minor.
    """

    links: dict[tuple[str, str], str] = field(default_factory=dict)
    added: set[tuple[str, str]] = field(default_factory=set)
    removed: set[tuple[str, str]] = field(default_factory=set)

    def note(self, path: str, old: str, new: str) -> None:
        """Remember that on `path` the change from hash `old` to hash `new` was minor; "" stands for no text."""
        if old and new:
            first, second = self.root(path, old), self.root(path, new)
            if first != second:
                self.links[path, first] = second
        elif new:
            self.added.add((path, new))
        elif old:
            self.removed.add((path, old))

    def root(self, path: str, value: str) -> str:
        """The hash that stands for all that are the same as `value`."""
        while (path, value) in self.links:
            value = self.links[path, value]
        return value


def compare(baseline: Iterable[Segment], current: Iterable[Segment], minor: Minor | None = None) -> list[Difference]:
    """The differences between the texts that were translated and the texts as they are, in the order of the original.

    Order does not count, neither of blocks nor of paragraphs in one block. A text that went and a text that came on
    the same path are one change.
    """
    minor = minor or Minor()
    baseline, current = list(baseline), list(current)
    have = Counter((s.path, minor.root(s.path, s.hash)) for s in baseline)
    want = Counter((s.path, minor.root(s.path, s.hash)) for s in current)
    gone = _left_over(baseline, have - want, minor, minor.removed)
    come = _left_over(current, want - have, minor, minor.added)
    found = []
    for path in dict.fromkeys([s.path for s in current] + [s.path for s in baseline]):
        old, new = gone[path], come[path]
        for position in range(max(len(old), len(new))):
            first = old[position] if position < len(old) else None
            second = new[position] if position < len(new) else None
            found.append(Difference(path, first, second))
    return found


def _left_over(
    segments: list[Segment], surplus: Counter, minor: Minor, ignored: set[tuple[str, str]]
) -> dict[str, list[Segment]]:
    found: dict[str, list[Segment]] = defaultdict(list)
    for segment in segments:
        key = (segment.path, minor.root(segment.path, segment.hash))
        if surplus[key] > 0:
            surplus[key] -= 1
            if (segment.path, segment.hash) not in ignored:
                found[segment.path].append(segment)
    return found

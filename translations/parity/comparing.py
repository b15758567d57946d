"""Compare the facts of two texts."""

from collections import Counter
from dataclasses import dataclass

from translations.parity.extracting import Fact, extract

KINDS = ("phone", "email", "link", "file", "date", "time", "percentage", "amount", "duration", "number", "count")


@dataclass(frozen=True, slots=True)
class Finding:
    """A fact that differs: what stands in a and what in b; empty where it is missing."""

    kind: str
    in_a: str
    in_b: str


def compare(a_language: str, a_text: str, b_language: str, b_text: str) -> list[Finding]:
    """The facts that do not stand in both texts. A fact may be said once in one text and twice in the other."""
    a, b = extract(a_language, a_text), extract(b_language, b_text)
    only_a, only_b = _only(a, b), _only(b, a)
    _drop_same_across_kinds(only_a, only_b)
    findings: list[Finding] = []
    for kind in KINDS:
        findings += _pair(kind, _of(kind, only_a), _of(kind, only_b), a, b)
    return findings


def _of(kind: str, facts: list[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.kind == kind]


def _only(own: list[Fact], other: list[Fact]) -> list[Fact]:
    values = {(fact.kind, fact.value) for fact in other}
    return [fact for fact in own if (fact.kind, fact.value) not in values]


def _loose(fact: Fact) -> object:
    """What a fact may be called on the other side: "8 uur" is a time or a duration, "112" a number or a phone."""
    if fact.kind == "time" and fact.value[1] == 0:
        return ("hour", fact.value[0])
    if fact.kind == "duration" and fact.value[0] == "minute" and fact.value[1] % 60 == 0:
        return ("hour", int(fact.value[1] // 60))
    if fact.kind in ("number", "phone"):
        return ("digits", str(fact.value).lstrip("0"))
    return fact


def _drop_same_across_kinds(only_a: list[Fact], only_b: list[Fact]) -> None:
    for first in list(only_a):
        for second in only_b:
            if first.kind != second.kind and _loose(first) == _loose(second):
                only_a.remove(first)
                only_b.remove(second)
                break


def _pair(kind: str, only_a: list[Fact], only_b: list[Fact], a: list[Fact], b: list[Fact]) -> list[Finding]:
    """Pair what is left over in the order of the texts. An article alone ("o lună") is no fact of its own."""
    only_a, only_b = _strong(only_a, only_b), _strong(only_b, only_a)
    if only_a and not only_b:
        only_b = _surplus(kind, b, a)[: len(only_a)]
    elif only_b and not only_a:
        only_a = _surplus(kind, a, b)[: len(only_b)]
    found = []
    for position in range(max(len(only_a), len(only_b))):
        first = only_a[position].text if position < len(only_a) else ""
        second = only_b[position].text if position < len(only_b) else ""
        found.append(Finding(kind, first, second))
    return found


def _strong(facts: list[Fact], others: list[Fact]) -> list[Fact]:
    """Without articles, unless the other text has another number of the same unit; and without a lonely "one"."""
    units = {_unit(fact) for fact in others if not fact.is_weak}
    return [fact for fact in facts if _unit(fact) in units or not (fact.is_weak or _is_one(fact))]


def _unit(fact: Fact) -> object:
    return fact.value[0] if fact.kind in ("duration", "amount") else fact.kind


def _is_one(fact: Fact) -> bool:
    return fact.kind == "duration" and fact.value in {
        ("month", 12),
        ("month", 1),
        ("day", 7),
        ("day", 1),
        ("minute", 60),
    }


def _surplus(kind: str, own: list[Fact], other: list[Fact]) -> list[Fact]:
    """Facts that are said more often here than there."""
    left = Counter(fact.value for fact in _of(kind, own)) - Counter(fact.value for fact in _of(kind, other))
    return [fact for fact in _of(kind, own) if left[fact.value] > 0]

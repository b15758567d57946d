"""Compare the facts of two texts."""

from collections.abc import Callable
from itertools import product, zip_longest

from translations.parity.extraction import extract
from translations.parity.facts import KINDS, Fact, Finding


def compare(a_language: str, a_text: str, b_language: str, b_text: str) -> list[Finding]:
    """The facts that do not stand in both texts as often. What changed is one finding with both passages."""
    a, b = extract(a_language, a_text), extract(b_language, b_text)
    sure_a, sure_b = _certain(a), _certain(b)
    maybe_a, maybe_b = _uncertain(a), _uncertain(b)
    _drop_pairs(sure_a, sure_b, _same)
    _drop_pairs(maybe_a, maybe_b, _same)
    _drop_pairs(sure_a, sure_b, Fact.means)
    _drop_pairs(sure_a, maybe_b, Fact.means)
    _drop_pairs(maybe_a, sure_b, Fact.means)
    pairs = [pair for kind in KINDS for pair in _pair(kind, sure_a, sure_b, maybe_a, maybe_b)]
    return [_finding(one, other) for one, other in _join(pairs)]


def _certain(facts: list[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.certain]


def _uncertain(facts: list[Fact]) -> list[Fact]:
    return [fact for fact in facts if not fact.certain]


def _same(one: Fact, other: Fact) -> bool:
    return one.reading == other.reading


def _drop_pairs(a: list[Fact], b: list[Fact], are_equal: Callable[[Fact, Fact], bool]) -> None:
    """Remove from both lists what stands in both, each fact once."""
    for fact in list(a):
        partner = next((other for other in b if are_equal(fact, other)), None)
        if partner is not None:
            a.remove(fact)
            b.remove(partner)


Pair = tuple[Fact | None, Fact | None]


def _pair(kind: str, sure_a: list[Fact], sure_b: list[Fact], maybe_a: list[Fact], maybe_b: list[Fact]) -> list[Pair]:
    """Pair what is left over, in the order of the texts; a period also with "o lună", so that both sides are shown."""
    a, b = _of(kind, sure_a), _of(kind, sure_b)
    if kind == "duration":
        a, b = a + _of(kind, maybe_a)[: max(0, len(b) - len(a))], b + _of(kind, maybe_b)[: max(0, len(a) - len(b))]
    return list(zip_longest(a, b))


def _join(pairs: list[Pair]) -> list[Pair]:
    """Put together what is missing on either side and may be of one kind: the phone 112 and the number 113."""
    only_a = [one for one, other in pairs if one and not other]
    only_b = [other for one, other in pairs if other and not one]
    joined: list[Pair] = []
    for one, other in product(only_a, only_b):
        taken = any(one is first or other is second for first, second in joined)
        if not taken and (one.kind in _kinds(other) or other.kind in _kinds(one)):
            joined.append((one, other))
    done = {id(fact) for pair in joined for fact in pair}
    return [pair for pair in pairs if not any(id(fact) in done for fact in pair)] + joined


def _kinds(fact: Fact) -> set[str]:
    return {kind for kind, _value in fact.others}


def _finding(one: Fact | None, other: Fact | None) -> Finding:
    """A finding has the kind of the more telling side: a phone, not a number."""
    kind = min((fact.kind for fact in (one, other) if fact), key=KINDS.index)
    return Finding(kind, one.text if one else "", other.text if other else "")


def _of(kind: str, facts: list[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.kind == kind]

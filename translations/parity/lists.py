"""How many items the lists of a text have: bullets, numbered steps, HTML."""

import re

from translations.parity.facts import Draft

_LINE = re.compile(r"^[ \t]*(?:(?P<bullet>[-*•–—])|(?P<step>\d{1,2}[.)]))[ \t]+(?=\S)", re.MULTILINE)
_HTML = re.compile(r"<(?P<close>/)?(?P<name>ul|ol|li)\b[^>]*>")


def take_lists(draft: Draft) -> None:
    """Note how many items each list has and hide the bullets and the numbers of the steps."""
    _lines(draft)
    _html(draft)


def _lines(draft: Draft) -> None:
    """Items that follow each other are one list; a blank line or an indented line between them ends none."""
    group: list[re.Match] = []
    for match in _LINE.finditer(draft.plain):
        if group and not _continues(draft.plain, group[-1], match):
            _note(draft, group)
            group = []
        group.append(match)
    _note(draft, group)
    for match in list(_LINE.finditer(draft.plain)):
        draft.hide(match.span())


def _continues(text: str, before: re.Match, after: re.Match) -> bool:
    between = text[before.end() : after.start()].split("\n")[1:]
    same_kind = bool(before["bullet"]) == bool(after["bullet"])
    restarts = after["step"] and after["step"].rstrip(".)") == "1"
    return same_kind and not restarts and all(not line.strip() or line[0] in " \t" for line in between)


def _note(draft: Draft, group: list[re.Match]) -> None:
    if not group:
        return
    end = draft.plain.find("\n", group[-1].end())
    span = group[0].start(), len(draft.plain) if end == -1 else end
    draft.note("count", str(len(group)), span)


def _html(draft: Draft) -> None:
    """Items count for the list in which they stand; items without a list are one list."""
    opened: list[list[int]] = [[0, 0]]  # start, number of items
    for match in _HTML.finditer(draft.plain):
        if match["name"] == "li":
            if not match["close"]:
                if not opened[-1][1]:
                    opened[-1][0] = match.start() if len(opened) == 1 else opened[-1][0]
                opened[-1][1] += 1
        elif not match["close"]:
            opened.append([match.start(), 0])
        elif len(opened) > 1:
            start, items = opened.pop()
            if items:
                draft.note("count", str(items), (start, match.end()))
    for start, items in opened:
        if items:
            draft.note("count", str(items), (start, len(draft.plain)))

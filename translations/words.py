"""Which words changed between two versions of a text."""

import re
from difflib import SequenceMatcher

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

_PIECES = re.compile(r"\s+|\w+|[^\w\s]")

LEAST_ALIKE = 0.5  # below this, single words that happen to be equal only confuse


def _both(old: str, new: str) -> SafeString:
    """The whole old text as gone, the whole new text as come."""
    parts = [format_html("<del>{}</del>", old)] if old else []
    parts += [format_html("<ins>{}</ins>", new)] if new else []
    return mark_safe(" ".join(parts))  # noqa: S308 - every part is escaped above


def marked(old: str, new: str) -> SafeString:
    """The new text with what went in <del> and what came in <ins>, word by word; escaped."""
    before, after = _PIECES.findall(old), _PIECES.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < LEAST_ALIKE:
        return _both(old, new)
    parts = []
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        gone, come = "".join(before[i1:i2]), "".join(after[j1:j2])
        if kind == "equal":
            parts.append(format_html("{}", come))
            continue
        if gone:
            parts.append(format_html("<del>{}</del>", gone))
        if come:
            parts.append(format_html("<ins>{}</ins>", come))
    return mark_safe("".join(parts))  # noqa: S308 - every part is escaped above

"""Which words changed between two versions of a text."""

import re
from difflib import SequenceMatcher

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

_PIECES = re.compile(r"\s+|\w+|[^\w\s]")


def marked(old: str, new: str) -> SafeString:
    """The new text with what went in <del> and what came in <ins>, word by word; escaped."""
    before, after = _PIECES.findall(old), _PIECES.findall(new)
    parts = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, come = "".join(before[i1:i2]), "".join(after[j1:j2])
        if kind == "equal":
            parts.append(format_html("{}", come))
            continue
        if gone:
            parts.append(format_html("<del>{}</del>", gone))
        if come:
            parts.append(format_html("<ins>{}</ins>", come))
    return mark_safe("".join(parts))  # noqa: S308 - every part is escaped above

"""The small Markdown of the content files: paragraphs, lists, bold, links. Nothing else."""

import re
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

_parser = MarkdownIt("zero").enable(["emphasis", "link", "list", "escape", "balance_pairs"])
_ALLOWED_BLOCKS = {
    "paragraph_open", "paragraph_close", "bullet_list_open", "bullet_list_close", "ordered_list_open",
    "ordered_list_close", "list_item_open", "list_item_close", "inline",
}  # fmt: skip
_ALLOWED_INLINE = {"text", "softbreak", "strong_open", "strong_close", "link_open", "link_close", "text_special"}


def _tokens(text: str) -> list[Token]:
    return _parser.parse(text.strip())


def faults(text: str) -> list[str]:
    """Say what in `text` the small Markdown does not know."""
    found = []
    for token in _tokens(text):
        if token.type not in _ALLOWED_BLOCKS:
            found.append(f"{token.type} is not allowed in rich text")
        for child in token.children or []:
            if child.type not in _ALLOWED_INLINE:
                found.append(f"{child.type} is not allowed in rich text")
    if re.search(r"(?m)^#+ |<[a-zA-Z/]", text):
        found.append("headings and HTML are not allowed in rich text")
    return found


def shape(text: str) -> list[str]:
    """Return the structure of `text` without its words, the same in all four languages.

    Bold parts and links of one paragraph stand in any order: word order differs by language.
    """
    result: list[str] = []
    for token in _tokens(text):
        if token.type == "inline":
            marks = [c.type for c in token.children or [] if c.type in ("strong_open", "link_open")]
            result += sorted(marks)
        elif token.type.endswith("_open") and not (token.type == "paragraph_open" and token.hidden):
            result.append(token.type)
    return result


def links(text: str) -> list[str]:
    """Return the targets of all links in `text`, in reading order."""
    return [
        str(child.attrGet("href"))
        for token in _tokens(text)
        for child in token.children or []
        if child.type == "link_open"
    ]


def to_html(text: str, page_ids: dict[str, int] | None = None) -> str:
    """Return the rich text as Wagtail stores it; `page_ids` maps an address without language to a page id."""
    html = []
    for token in _tokens(text):
        if token.type == "inline":
            html.append(_inline(token.children or [], page_ids or {}))
        elif not (token.type.startswith("paragraph") and token.hidden):
            html.append(f"<{'/' if token.nesting < 0 else ''}{token.tag}>")
    return "".join(html)


def _inline(children: list[Token], page_ids: dict[str, int]) -> str:
    html = []
    for child in children:
        if child.type == "softbreak":
            html.append(" ")
        elif child.type == "link_open":
            html.append(_link(str(child.attrGet("href")), page_ids))
        elif child.type == "link_close":
            html.append("</a>")
        elif child.type in ("strong_open", "strong_close"):
            html.append("<b>" if child.nesting > 0 else "</b>")
        else:
            html.append(escape(child.content, quote=False))
    return "".join(html)


def _link(href: str, page_ids: dict[str, int]) -> str:
    if href in page_ids:
        return f'<a linktype="page" id="{page_ids[href]}">'
    return f'<a href="{escape(href)}">'

"""E-mail addresses, links and names of files: the same where only the language in them differs."""

import re
from urllib.parse import parse_qsl, urlencode

from translations.parity.facts import Draft

_LANGUAGE = r"(?:ro|ru|nl|en|md|rom|rum|rus|nld|dut|eng)"
_LANGUAGE_PART = re.compile(rf"{_LANGUAGE}(?:[-_][a-z]{{2}})?", re.IGNORECASE)
_LANGUAGE_END = re.compile(rf"[-_. ]{_LANGUAGE}(?=\.\w+$|$)", re.IGNORECASE)
_LANGUAGE_START = re.compile(rf"^{_LANGUAGE}[-_.]", re.IGNORECASE)
_LANGUAGE_KEYS = {"lang", "language", "hl", "l", "locale"}
_FILE_TYPES = "pdf|docx?|odt|rtf|xlsx?|ods|pptx?|odp|txt|csv|epub|mp[34]|vtt|srt|zip|jpe?g|png|svg|json|xml"
_TOP_DOMAINS = (
    "md|nl|ro|ru|en|eu|org|com|net|int|gov|info|edu|online|app|example|ng|iq|so|ch|de|uk|fr|it|be|es|pt|at|pl|ua|io"
)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+")
_END = r"[^\s<>\"'«»“”„\x00]"
_LINKS = (
    re.compile(rf"\b(?:https?://|www\.){_END}+", re.IGNORECASE),
    re.compile(r"(?<=\]\()[^\s)]+(?=\))"),
    re.compile(r"(?<=href=[\"'])[^\"']+"),
    re.compile(rf"(?<![\w/.-])/(?:{_LANGUAGE}/)?[\w-]+(?:/[\w-]+)*/(?!\w)"),
    re.compile(rf"(?<![\w/.-])/{_LANGUAGE}/[\w-]+(?:/[\w-]+)*(?![\w/])"),
    re.compile(rf"(?<![\w@./-])(?:[a-z0-9-]++\.){{1,6}}(?:{_TOP_DOMAINS})(?:/{_END}*)?(?![\w@]|\.\w)", re.IGNORECASE),
)
_FILE = re.compile(rf"(?<![\w.-])[\w-]++(?:\.[\w-]++){{0,8}}\.(?:{_FILE_TYPES})\b", re.IGNORECASE)


def take_addresses(draft: Draft) -> None:
    """Take all e-mail addresses, links and files, in this order."""
    for match in _EMAIL.finditer(draft.plain):
        draft.take("email", match.group().rstrip("."), match.span())
    for pattern in _LINKS:
        for match in pattern.finditer(draft.plain):
            _take_link(draft, match)
    for match in _FILE.finditer(draft.plain):
        draft.take("file", _same_file(match.group()), match.span())


def _take_link(draft: Draft, match: re.Match) -> None:
    passage = match.group().rstrip(".,;:!?’*_|]")
    while passage.endswith(")") and passage.count(")") > passage.count("("):
        passage = passage[:-1].rstrip(".,;:!?")
    if passage.startswith(("mailto:", "tel:", "#")) or not passage.strip("/\x00"):
        return
    span = match.start(), match.start() + len(passage)
    draft.take("link", _same_link(draft.source[slice(*span)]), span)


def _same_link(address: str) -> str:
    """Host and path without scheme, www, language, anchor and last stroke; other parts of the query stay."""
    address = re.sub(r"^https?://", "", address, flags=re.IGNORECASE).partition("#")[0]
    address, _mark, query = address.partition("?")
    host, stroke, path = address.partition("/")
    host = host.lower().removeprefix("www.")
    first, _dot, others = host.partition(".")
    if _LANGUAGE_PART.fullmatch(first) and "." in others:
        host = others.removeprefix("www.")
    parts = [_same_part(part) for part in path.split("/") if part and not _LANGUAGE_PART.fullmatch(part)]
    kept = sorted((key, value) for key, value in parse_qsl(query) if key.lower() not in _LANGUAGE_KEYS)
    start = f"{host}/" if host else "/"
    return start + "/".join(parts) + (f"?{urlencode(kept)}" if kept else "")


def _same_part(part: str) -> str:
    return _LANGUAGE_END.sub("", part) or part


def _same_file(name: str) -> str:
    """The name without the language at its start or before its ending: guide-ro.pdf, ro_guide.pdf -> guide.pdf."""
    return _LANGUAGE_START.sub("", _LANGUAGE_END.sub("", name))

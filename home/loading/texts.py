"""The words of a language file as values of a page's fields."""

import json
from typing import Any

from home.loading.builders import Builder, Raw
from home.loading.contents import Folder


def page_texts(folder: Folder, language: str, builder: Builder, *, with_streams: bool = True) -> dict[str, Any]:
    """Field values of one page in one language; StreamFields as JSON, left out without `with_streams`."""
    words = folder.text(language)
    values: dict[str, Any] = {
        name: words[name].strip()
        for name in (
            "title", "short_title", "summary", "headline", "for_whom", "not_for_whom", "processing_time", "cost_note",
            "door",
        )
        if name in words
    }  # fmt: skip
    for name in ("answer", "eligibility", "getting_there"):
        if name in words:
            values[name] = builder.html(words[name])
    if with_streams:
        values |= {name: json.dumps(stream) for name, stream in _streams(folder, words, builder).items()}
    if not with_streams:
        values.pop("title", None)
    return values


def _streams(folder: Folder, words: dict[str, Any], builder: Builder) -> dict[str, list[Raw]]:
    meta = folder.meta.data
    streams: dict[str, list[Raw]] = {}
    if "body" in words:
        streams["body"] = builder.body(words["body"] or [], "body")
    plain = {
        "documents": ("documents", "item"),
        "can_do": ("can_do", "item"),
        "accessibility": ("accessibility", "item"),
        "search_examples": ("search_examples", "example"),
        "how_to_apply": ("how_to_apply", "step"),
        "first_things": ("first_things", "point"),
        "facts": ("key_figures", "fact"),
    }
    for name, (field, kind) in plain.items():
        if name in words:
            streams[field] = builder.stream(kind, words[name] or [], field)
    if "measures" in words:
        rows = zip(words["measures"], meta["measures"], strict=True)
        streams["measures"] = builder.stream("measure", [{**row, "state": state} for row, state in rows], "measures")
    if "topics" in words:
        streams["topics"] = _topics(folder, words, builder)
    if "sources" in words:
        rows = zip(words["sources"], meta["sources"], strict=True)
        sources = [{"name": name, "url": row["url"], "read_on": row["read_on"].isoformat()} for name, row in rows]
        streams["sources"] = builder.stream("source", sources, "sources")
    if "contacts" in meta:
        ids = [builder.contact_ids[code] for code in meta["contacts"]]
        streams["contacts"] = builder.stream("contact", ids, "contacts")
    return streams


def _topics(folder: Folder, words: dict[str, Any], builder: Builder) -> list[Raw]:
    values = []
    for index, (name, slugs) in enumerate(zip(words["topics"], folder.meta.data["topics"], strict=True)):
        ids = [builder.page_ids[f"{folder.address}{slug}/"] for slug in slugs]
        values.append({"name": name, "guides": builder.items(ids, builder.plain, "topics", index, "guides")})
    return builder.stream("topic", values, "topics")

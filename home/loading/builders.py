"""From the words of a content file to the raw JSON of Wagtail's StreamFields.

Every block gets an id made from its page and its place, so that the same block has the same id in all four languages:
that is how a translated text finds the segment it belongs to.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from home.loading import rich

NAMESPACE = uuid.UUID("5b0b6a3e-8f0c-4d53-9c0e-2f6f6f1f7a11")
Raw = dict[str, Any]


def block_id(*parts: object) -> str:
    """A stable id for the block at a place of a page."""
    return str(uuid.uuid5(NAMESPACE, "/".join(str(part) for part in parts)))


@dataclass
class Builder:
    """Builds raw StreamField values for one page in one language; codes are turned into ids by the tables given."""

    address: str
    page_ids: dict[str, int] = field(default_factory=dict)
    contact_ids: dict[str, int] = field(default_factory=dict)
    fee_ids: dict[str, int] = field(default_factory=dict)
    term_ids: dict[str, int] = field(default_factory=dict)

    def html(self, text: str) -> str:
        """Rich text as Wagtail stores it."""
        return rich.to_html(text, self.page_ids)

    def block(self, kind: str, value: Any, *place: object) -> Raw:
        return {"type": kind, "value": value, "id": block_id(self.address, *place)}

    def items(self, values: list[Any], make: Callable[..., Any], *place: object) -> list[Raw]:
        """The items of a ListBlock."""
        return [self.block("item", make(value, *place, i), *place, i) for i, value in enumerate(values)]

    def stream(self, kind: str, values: list[Any], *place: object) -> list[Raw]:
        """A StreamField of one kind of block."""
        return [self.block(kind, value, *place, i) for i, value in enumerate(values)]

    def plain(self, value: Any, *place: object) -> Any:
        return value

    def body(self, blocks: list[Raw], *place: object) -> list[Raw]:
        """The body of a page: each item has one key, the kind of block."""
        result = []
        for index, item in enumerate(blocks):
            kind, value = next(iter(item.items()))
            make = getattr(self, f"_{kind}", self.plain)
            result.append(self.block(kind, make(value, *place, index), *place, index))
        return result

    def _text(self, value: str, *place: object) -> str:
        return self.html(value)

    def _contact(self, code: str, *place: object) -> int:
        return self.contact_ids[code]

    def _term(self, code: str, *place: object) -> int:
        return self.term_ids[code]

    def _steps(self, value: Raw, *place: object) -> Raw:
        return {"title": value["title"], "items": self.items(value["items"], self._step, *place)}

    def _step(self, value: Raw, *place: object) -> Raw:
        return {
            "title": value["title"],
            "text": self.html(value["text"]),
            "fee": self.fee_ids[value["fee"]] if "fee" in value else None,
            "cost": value.get("cost", ""),
            "time": value.get("time", ""),
        }

    def _checklist(self, value: Raw, *place: object) -> Raw:
        return {"title": value["title"], "items": self.items(value["items"], self.plain, *place)}

    def _warning(self, value: Raw, *place: object) -> Raw:
        return {**value, "text": self.html(value["text"])}

    def _who_can_help(self, value: Raw, *place: object) -> Raw:
        return {side: self.items(value.get(side) or [], self._helper, *place, side) for side in ("near", "abroad")}

    def _helper(self, value: Raw, *place: object) -> Raw:
        contact = self.contact_ids[value["contact"]] if "contact" in value else None
        return {"name": value["name"], "text": value["text"], "contact": contact}

    def _faq(self, value: Raw, *place: object) -> Raw:
        return {"items": self.items(value["items"], self._question, *place)}

    def _question(self, value: Raw, *place: object) -> Raw:
        return {"question": value["question"], "answer": self.html(value["answer"])}

    def _table(self, value: Raw, *place: object) -> Raw:
        return {
            "caption": value["caption"],
            "header": self.items(value["header"], self.plain, *place, "header"),
            "rows": self.items(value["rows"], self._row, *place, "rows"),
        }

    def _row(self, value: list[str], *place: object) -> list[Raw]:
        return self.items(value, self.plain, *place, "cells")

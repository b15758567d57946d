"""The translatable texts of a page or snippet, each with its place and a hash."""

import hashlib
import json
import re
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.html import strip_tags
from wagtail.fields import StreamField
from wagtail_localize.fields import SynchronizedField, get_translatable_fields
from wagtail_localize.models import StringSegment, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments


@dataclass(frozen=True, slots=True)
class Segment:
    """One text: the path to it (`body.<block id>.title`), the hash of what it says, and the words without marks."""

    path: str
    hash: str
    text: str

    def as_row(self) -> list[str]:
        return [self.path, self.hash, self.text]


def hash_of(data: str) -> str:
    """What tells two texts apart: 16 hexadecimal digits."""
    return hashlib.sha256(data.encode()).hexdigest()[:16]


def _segment(path: str, data: str) -> Segment:
    return Segment(path, hash_of(data), strip_tags(data.replace("<br/>", " ")).strip())


def strings_of(instance: models.Model) -> list[StringSegmentValue]:
    """The strings that wagtail-localize takes out of an instance, in their order."""
    return [value for value in extract_segments(instance) if isinstance(value, StringSegmentValue)]


def segments_of(instance: models.Model, strings: list[StringSegmentValue] | None = None) -> list[Segment]:
    """The texts of an instance as it is in memory; `strings` if they have been taken out already."""
    strings = strings_of(instance) if strings is None else strings
    return [_segment(value.path, value.string.data) for value in strings]


def segments_of_source(source: TranslationSource) -> list[Segment]:
    """The texts of the original at the moment when wagtail-localize last looked at it."""
    rows = StringSegment.objects.filter(source=source).order_by("order")
    return [_segment(path, data) for path, data in rows.values_list("context__path", "string__data")]


def from_rows(rows: list[list[str]] | None) -> list[Segment]:
    """Segments as they are kept in a JSON column."""
    return [Segment(*row) for row in rows or []]


def frame_of(instance: models.Model, strings: list[StringSegmentValue] | None = None) -> str:
    """A hash of everything that is copied to translations as it is: order of blocks, pictures, facts, choices."""
    texts = set()
    for value in strings_of(instance) if strings is None else strings:
        texts |= {value.string.data, value.string.render_text()}
    parts: list[Any] = []
    for field in get_translatable_fields(type(instance)):
        model_field = instance._meta.get_field(field.field_name)
        if isinstance(model_field, StreamField):
            parts.append([field.field_name, _without_texts(getattr(instance, field.field_name).raw_data, texts)])
        elif isinstance(field, SynchronizedField) and field.is_synchronized(instance):
            parts.append([field.field_name, _plain(instance, model_field)])
    return hash_of(json.dumps(parts, sort_keys=True, default=str))


def _plain(instance: models.Model, field: models.Field) -> Any:
    if field.many_to_many:
        return sorted(getattr(instance, field.name).values_list("pk", flat=True))
    return field.value_from_object(instance) if field.concrete else None


def _without_texts(value: Any, texts: set[str]) -> Any:
    if isinstance(value, str):
        return "" if value in texts or value.strip() in texts or re.search(r"<\w", value) else value
    if isinstance(value, dict):
        return {key: _without_texts(part, texts) for key, part in value.items()}
    if isinstance(value, list | tuple) or hasattr(value, "__getitem__"):
        return [_without_texts(part, texts) for part in value]
    return value

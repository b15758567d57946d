"""Carry things between an original, its translations, and the strings that wagtail-localize keeps of them."""

import json
import re
from collections import defaultdict
from typing import Any

from django.db import models
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource
from wagtail_localize.segments import StringSegmentValue

from translations.models import Original, Version
from translations.segments import hash_of, strings_of


class NotPairedError(Exception):
    """A translation has other segments than its original."""


def instance_of(version: Version) -> models.Model | None:
    """The translation itself."""
    if version.original.is_page:
        page = Page.objects.filter(pk=version.object_id).first()
        return page.specific if page else None
    return version.original.content_type.model_class().objects.filter(pk=version.object_id).first()


def same_link_ids(wanted: dict[str, dict[str, Any]], segment: StringSegmentValue, name: str) -> str:
    """The translated string with its links numbered as in the original: word order differs by language."""
    text = segment.string.data
    if not wanted and not segment.attrs:
        return text
    free = {json.dumps(attrs, sort_keys=True): key for key, attrs in reversed(wanted.items())}
    names = {}
    for key, attrs in (segment.attrs or {}).items():
        target = json.dumps(attrs, sort_keys=True)
        if target not in free:
            raise NotPairedError(f"{name}: {segment.path} links to {attrs}, which the original does not")
        names[key] = free[target]
    return re.sub(r'(<a id=")([^"]+)(")', lambda match: match[1] + names[match[2]] + match[3], text)


def flow_back(instance: models.Model, source: TranslationSource | None) -> None:
    """Take the texts of a translation that was saved as a page back into its strings, so that they are not lost.

    Texts are paired by path and order; a path with another number of texts than in the original is left alone, and so
    is a text that says what the original says: that is no translation.
    """
    if source is None:
        return
    rows: dict[str, list[StringSegment]] = defaultdict(list)
    for row in StringSegment.objects.filter(source=source).select_related("context", "string").order_by("order"):
        rows[row.context.path].append(row)
    own: dict[str, list[StringSegmentValue]] = defaultdict(list)
    for segment in strings_of(instance):
        own[segment.path].append(segment)
    for path, segments in own.items():
        if len(rows[path]) == len(segments):
            for row, segment in zip(rows[path], segments, strict=True):
                _keep(row, segment, instance.locale_id)


def _keep(row: StringSegment, segment: StringSegmentValue, locale_id: int) -> None:
    if segment.string.data == row.string.data:
        return
    try:
        data = same_link_ids(json.loads(row.attrs) or {}, segment, "")
    except NotPairedError:
        return
    StringTranslation.objects.update_or_create(
        translation_of=row.string,
        context=row.context,
        locale_id=locale_id,
        defaults={"data": data, "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL, "has_error": False},
    )


def strings_of_minor_changes(record: Original) -> None:
    """Let the translations of a text stand for the text with its typo mended, so that no string is missing."""
    changes = list(record.changes.filter(minor=True).exclude(old_hash="").exclude(new_hash=""))
    if not changes:
        return
    segments = StringSegment.objects.filter(source__object_id=record.pk).select_related("context", "string")
    now = {(row.context.path, hash_of(row.string.data)): row for row in segments}
    known = StringTranslation.objects.filter(context__object_id=record.pk).select_related("translation_of", "context")
    by_hash = defaultdict(list)
    for translation in known:
        by_hash[translation.context.path, hash_of(translation.translation_of.data)].append(translation)
    for change in changes:
        row = now.get((change.path, change.new_hash))
        for translation in by_hash[change.path, change.old_hash] if row else []:
            StringTranslation.objects.get_or_create(
                translation_of=row.string,
                context=row.context,
                locale_id=translation.locale_id,
                defaults={"data": translation.data, "translation_type": translation.translation_type},
            )


def reframe(record: Original, original: Page) -> None:
    """Give live translations the order of blocks, pictures, facts and choices of their original; texts stay."""
    texts = {text for value in strings_of(original) for text in (value.string.data, value.string.render_text())}
    for page in (
        Page.objects.live().filter(translation_key=record.pk, alias_of=None).exclude(locale_id=record.locale_id)
    ):
        _reframe_page(original, page.specific, texts)


def _reframe_page(original: Page, page: Page, texts: set[str]) -> None:
    copy_synchronised_fields(original, page)
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            wanted, have = list(getattr(original, field.name).raw_data), list(getattr(page, field.name).raw_data)
            block = getattr(page, field.name).stream_block
            setattr(page, field.name, block.to_python(_merge_list(wanted, have, texts)))
    if page.has_unpublished_changes:
        page.save(clean=False)
        return
    revision = page.save_revision(clean=False, changed=False, log_action=False)
    revision.is_reframed = True
    revision.publish(log_action=False)


def _merge(wanted: Any, have: Any, texts: set[str]) -> Any:
    """The value of the original, with the texts of the translation."""
    if isinstance(wanted, dict) and isinstance(have, dict):
        return {key: _merge(value, have.get(key), texts) for key, value in wanted.items()}
    if isinstance(wanted, list) and isinstance(have, list):
        return _merge_list(wanted, have, texts)
    if isinstance(wanted, str) and isinstance(have, str) and (wanted.strip() in texts or re.search(r"<\w", wanted)):
        return have
    return wanted


def _merge_list(wanted: list, have: list, texts: set[str]) -> list:
    if not all(isinstance(item, dict) and item.get("id") for item in [*wanted, *have]):
        return have
    own = {item["id"]: item for item in have}
    ids = [item["id"] for item in wanted if item["id"] in own]
    for position, item in enumerate(have):
        if item["id"] not in ids:  # gone from the original: it stays where it stood until somebody mends the page
            before = have[position - 1]["id"] if position else None
            ids.insert(ids.index(before) + 1 if before in ids else 0, item["id"])
    blocks = {item["id"]: item for item in wanted}
    return [_merge(blocks[key], own[key], texts) if key in blocks else own[key] for key in ids]

"""Translations through wagtail-localize's own machinery: source, strings, target.

The words of the four files meet here: the original and each translation are taken apart into segments by the same
function, and paired by the segment's path. What cannot be paired is an error, never a text left in another language.
"""

import json
from collections import defaultdict

from django.db import models
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue

from translations.carry import NotPairedError, same_link_ids
from translations.segments import strings_of as all_strings


def strings_of(instance: models.Model) -> dict[str, list[StringSegmentValue]]:
    """The translatable strings of an instance by path, in order."""
    found: dict[str, list[StringSegmentValue]] = defaultdict(list)
    for segment in all_strings(instance):
        found[segment.path].append(segment)
    return found


def translate(original: models.Model, versions: dict[str, models.Model], locales: dict[str, Locale]) -> None:
    """Make the translations of a saved `original` from `versions`: unsaved instances with the words of a language."""
    source, _created = TranslationSource.update_or_create_from_instance(original)
    rows: dict[str, list[StringSegment]] = defaultdict(list)
    segments = StringSegment.objects.filter(source=source).select_related("context", "string").order_by("order")
    for segment in segments:
        rows[segment.context.path].append(segment)
    for language, version in versions.items():
        _borrow_relations(original, version)
        pairs = _pair(rows, strings_of(version), f"{original} ({language})")
        strings = {
            (row.string_id, row.context_id): StringTranslation(
                translation_of_id=row.string_id,
                context_id=row.context_id,
                locale=locales[language],
                data=data,
                translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            )
            for row, data in pairs
        }
        StringTranslation.objects.bulk_create(strings.values())
        translation = Translation.objects.create(source=source, target_locale=locales[language])
        translation.save_target(publish=getattr(original, "live", True))


def _borrow_relations(original: models.Model, version: models.Model) -> None:
    """Foreign keys are not words: they are those of the original, so that both are taken apart alike."""
    for field in original._meta.concrete_fields:
        if isinstance(field, models.ForeignKey) and getattr(version, field.attname) is None:
            setattr(version, field.attname, getattr(original, field.attname))


def _pair(
    rows: dict[str, list[StringSegment]], strings: dict[str, list[StringSegmentValue]], name: str
) -> list[tuple[StringSegment, str]]:
    if rows.keys() != strings.keys():
        raise NotPairedError(f"{name}: {sorted(rows.keys() ^ strings.keys())} stand in one language only")
    pairs = []
    for path, originals in rows.items():
        if len(originals) != len(strings[path]):
            raise NotPairedError(f"{name}: {path} has {len(strings[path])} strings instead of {len(originals)}")
        for row, segment in zip(originals, strings[path], strict=True):
            pairs.append((row, same_link_ids(json.loads(row.attrs), segment, name)))
    return pairs

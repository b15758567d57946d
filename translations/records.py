"""Follow originals and their translations: what was published, what was translated from it, how each version stands."""

import uuid
from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource

from translations import carry
from translations.drift import Minor, compare
from translations.models import Change, MinorEdit, Original, Version
from translations.segments import Segment, frame_of, from_rows, segments_of, segments_of_source
from translations.states import settle


def record_of(key: uuid.UUID) -> Original | None:
    """What we know of the original with this translation key."""
    return Original.objects.filter(pk=key).first()


def original_locale_id(instance: models.Model) -> int:
    """The locale of the original: as recorded, else as wagtail-localize has it, else that of the oldest version."""
    key = instance.translation_key
    for rows in (
        Original.objects.filter(pk=key),
        TranslationSource.objects.filter(object_id=key),
        (Page if isinstance(instance, Page) else type(instance)).objects.filter(translation_key=key).order_by("pk"),
    ):
        found = rows.values_list("locale_id", flat=True).first()
        if found:
            return found
    return instance.locale_id


def is_original(instance: models.Model) -> bool:
    """Whether others are translated from this page or snippet."""
    return original_locale_id(instance) == instance.locale_id


def source_of(record: Original) -> TranslationSource | None:
    """wagtail-localize's frozen copy of an original."""
    return TranslationSource.objects.filter(object_id=record.pk, locale_id=record.locale_id).first()


def minor_of(record: Original) -> Minor:
    """All changes of an original that somebody marked as minor."""
    minor = Minor()
    for change in record.changes.filter(minor=True):
        minor.note(change.path, change.old_hash, change.new_hash)
    return minor


def declare(instance: models.Model) -> Original:
    """Say that this is the original, before it is published; otherwise the oldest version is taken for it."""
    return Original.objects.get_or_create(
        translation_key=instance.translation_key,
        defaults={
            "content_type": ContentType.objects.get_for_model(instance),
            "locale_id": instance.locale_id,
            "object_id": instance.pk,
            "is_page": isinstance(instance, Page),
            "title": str(instance)[:255],
        },
    )[0]


@transaction.atomic
def follow(instance: models.Model, revision_id: int | None = None) -> Original:
    """Record an original as it has just been published, and what that means for its translations."""
    record = declare(instance)
    is_new = not record.was_live
    before, now, frame = from_rows(record.segments), segments_of(instance), frame_of(instance)
    record.object_id, record.title = instance.pk, str(instance)[:255]
    record.live, record.was_live, record.deleted = True, True, False
    differences = [] if is_new else compare(before, now)
    reframed = not is_new and record.frame != frame
    record.segments, record.frame = [segment.as_row() for segment in now], frame
    if differences:
        record.changed_at = timezone.now()
    record.save()
    if differences:
        _note_changes(record, differences, revision_id)
    _renew_source(record, bool(differences) or reframed)
    if reframed and record.is_page:
        carry.reframe(record, instance)
    settle(record, minor_of(record))
    return record


def _note_changes(record: Original, differences: list, revision_id: int | None) -> None:
    minor = revision_id is not None and MinorEdit.objects.filter(revision_id=revision_id).exists()
    Change.objects.bulk_create(
        Change(
            original=record,
            revision_id=revision_id,
            at=record.changed_at,
            path=difference.path,
            old_hash=difference.old.hash if difference.old else "",
            new_hash=difference.new.hash if difference.new else "",
            minor=minor,
        )
        for difference in differences
    )


def _renew_source(record: Original, changed: bool) -> None:
    source = source_of(record) if changed else None
    if source:
        source.update_from_db()
        carry.strings_of_minor_changes(record)


@transaction.atomic
def note_translation(instance: models.Model, from_strings: bool) -> None:
    """Record that a translation has gone live: out of its strings, or saved as a page by a person."""
    record = record_of(instance.translation_key)
    if record is None or not record.was_live:
        return
    version, _created = Version.objects.get_or_create(original=record, locale_id=instance.locale_id)
    source = source_of(record)
    if from_strings and source:
        _set_baseline(version, segments_of_source(source))
        version.machine = _has_machine_words(version)
    else:
        carry.flow_back(instance, source)
        if version.baseline is None:
            _set_baseline(version, from_rows(record.segments))
    version.object_id = instance.pk
    version.save()
    settle(record, minor_of(record))


def _set_baseline(version: Version, segments: Iterable[Segment]) -> None:
    version.baseline = [segment.as_row() for segment in segments]


def _has_machine_words(version: Version) -> bool:
    by_machine = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale_id=version.locale_id,
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
    )
    return StringSegment.objects.filter(Exists(by_machine), source__object_id=version.original_id).exists()


@transaction.atomic
def confirm(version: Version) -> None:
    """A person says that the translation, as it stands, is right for the original as it stands."""
    record = version.original
    source = source_of(record)
    instance = carry.instance_of(version)
    if source and instance:
        carry.flow_back(instance, source)
    StringTranslation.objects.filter(context__object_id=record.pk, locale_id=version.locale_id).update(
        translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL
    )
    version.machine = False
    version.baseline = record.segments
    version.save(update_fields=["machine", "baseline"])
    settle(record, minor_of(record))


def want(version: Version, wanted: bool) -> None:
    """Say that a page is wanted in a language, or that it is not."""
    version.wanted = wanted
    version.save(update_fields=["wanted"])
    settle(version.original, minor_of(version.original))


def mark_minor(revision: models.Model, user: models.Model | None = None) -> None:
    """Mark a revision of an original as minor, before or after it is published; it does not outdate translations."""
    MinorEdit.objects.get_or_create(revision_id=revision.pk, defaults={"marked_by": user})
    changes = Change.objects.filter(revision_id=revision.pk)
    changes.update(minor=True)
    for record in Original.objects.filter(changes__in=changes).distinct():
        carry.strings_of_minor_changes(record)
        settle(record, minor_of(record))


def adopt() -> None:
    """Begin to follow what was published before we kept records."""
    known = Original.objects.filter(was_live=True).values("pk")
    for page in Page.objects.live().filter(alias_of=None, depth__gt=1).exclude(translation_key__in=known).specific():
        if is_original(page):
            follow(page)

"""How wagtail-localize saves a translation, with two holes closed.

As it comes, `save_target` writes unfinished translations to the live page, with the text of the original in the gaps,
even when it is asked for a draft (wagtail-notes.md, 2). Here a live page is touched only by a whole translation.
"""

from functools import wraps
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models, transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationLog,
    TranslationSource,
)
from wagtail_localize.segments.ingest import ingest_segments

from translations.records import follow, minor_of, note_translation, record_of
from translations.states import settle

_original_function = TranslationSource.create_or_update_translation


def missing_strings(source: TranslationSource, locale: Locale) -> models.QuerySet[StringSegment]:
    """The texts of the original that have no translation yet."""
    translated = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"), context_id=OuterRef("context_id"), locale=locale, has_error=False
    )
    return StringSegment.objects.filter(source=source).filter(~Exists(translated))


def open_translation(instance: models.Model) -> Translation | None:
    """The open translation whose target this page or snippet is."""
    rows = Translation.objects.filter(
        source__object_id=instance.translation_key, target_locale_id=instance.locale_id, enabled=True
    )
    return rows.select_related("source", "target_locale").first()


def sentence_if_missing(instance: models.Model) -> str:
    """A sentence that names the first missing texts of a page or snippet; empty if none is missing."""
    translation = open_translation(instance)
    if translation is None:
        return ""
    rows = missing_strings(translation.source, translation.target_locale).select_related("string")
    texts = ", ".join(f"“{row.string.data[:60]}”" for row in rows[:3])
    return _("These texts are not translated yet: %(texts)s") % {"texts": texts} if texts else ""


@wraps(_original_function)
def create_or_update_translation(
    self: TranslationSource,
    locale: Locale,
    user: models.Model | None = None,
    publish: bool = True,
    copy_parent_pages: bool = False,
    fallback: bool = False,
) -> tuple[models.Model, bool]:
    """See wagtail-localize; a page goes live only when no text is missing, else it is saved as a draft."""
    gap = missing_strings(self, locale).select_related("string").first()
    if not issubclass(self.specific_content_type.model_class(), Page):
        if gap:
            raise ValidationError({NON_FIELD_ERRORS: _("A text is missing: %(text)s") % {"text": gap.string.data[:80]}})
        result = _original_function(self, locale, user, publish, copy_parent_pages, fallback)
        note_translation(result[0], from_strings=True)
        return result
    target = Page.objects.filter(translation_key=self.object_id, locale=locale, live=True, alias_of=None).first()
    if target is None:
        translation, created = _original_function(self, locale, user, False, copy_parent_pages, fallback)
        revision = translation.latest_revision
    else:
        translation, created = _draft(self, locale, fallback), False
        revision = translation.save_revision(user=user, clean=False)
        TranslationLog.objects.create(source=self, locale=locale, revision=revision)
    _settle_draft(self)
    if publish and not gap:
        revision.is_from_strings = True
        transaction.on_commit(revision.publish)
    return translation, created


def _settle_draft(source: TranslationSource) -> None:
    """A draft has been made: the state of its language may be "in translation" now."""
    record = record_of(source.object_id)
    if record:
        settle(record, minor_of(record))
    else:
        original = source.get_source_instance()
        if getattr(original, "live", False):
            follow(original)


def is_from_strings(page: Page, revision: models.Model | None) -> bool:
    """Whether a published revision was made out of strings, all of which are there: at once, or as a draft before."""
    if getattr(revision, "is_from_strings", False):
        return True
    log = TranslationLog.objects.filter(revision=revision).select_related("source").first() if revision else None
    return log is not None and not missing_strings(log.source, page.locale).exists()


def _draft(source: TranslationSource, locale: Locale, fallback: bool) -> Page:
    """The translation as its strings have it now; not saved."""
    original: Any = source.as_instance()
    translation = source.get_translated_instance(locale)
    copy_synchronised_fields(original, translation)
    segments = source._get_segments_for_translation(locale, fallback=fallback)
    ingest_segments(original, translation, source.locale, locale, segments)
    return translation


def install() -> None:
    """Put our function in the place of wagtail-localize's."""
    TranslationSource.create_or_update_translation = create_or_update_translation

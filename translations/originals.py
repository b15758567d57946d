"""Let another language be the original of a page; an administrator's action."""

from collections import Counter

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from translations import carry
from translations.models import Original, State, Version
from translations.records import minor_of, record_of
from translations.segments import Segment, frame_of, segments_of
from translations.states import settle

HOME_DEPTH = 2


def reason_against(page: Page) -> str:
    """Why this page may not become the original, in words for an administrator; empty if it may."""
    record = record_of(page.translation_key)
    if record is None or page.depth <= HOME_DEPTH or page.alias_of_id:
        return _("This page has no translations that could follow it.")
    if record.locale_id == page.locale_id:
        return _("This page is the original already.")
    version = record.versions.filter(locale_id=page.locale_id).first()
    if version and version.state in (State.UP_TO_DATE, State.NOT_WANTED):
        return ""
    if version and version.state == State.ORPHAN and record.deleted:
        return ""
    return _("Only a translation that is public and up to date can become the original. Bring it up to date first.")


@transaction.atomic
def make_original(page: Page) -> Original:
    """Make this page the original of its translation key; the former one, if it is there, becomes a translation.

    Other translations keep what they lack: where one was behind the former original it is behind the new one in as
    many texts of the same fields. Nothing public changes. ValueError where `reason_against` gives a reason.
    """
    reason = reason_against(page)
    if reason:
        raise ValueError(reason)
    page = page.specific
    record = record_of(page.translation_key)
    behind = {version.locale_id: _paths_behind(version) for version in record.versions.all()}
    record.versions.filter(locale_id=page.locale_id).delete()
    record.changes.all().delete()
    record.locale_id, record.object_id, record.title = page.locale_id, page.pk, str(page)[:255]
    record.deleted, record.live = False, page.live
    now = segments_of(page)
    record.segments, record.frame = [segment.as_row() for segment in now], frame_of(page)
    record.save()
    _new_source(page)
    for version in record.versions.exclude(baseline=None):
        version.baseline = _baseline(now, behind[version.locale_id])
        version.save(update_fields=["baseline"])
    settle(record, minor_of(record))
    return record


def _paths_behind(version: Version) -> Counter:
    return Counter(part["path"] for part in version.drift if part["new"])


def _baseline(now: list[Segment], behind: Counter) -> list[list[str]]:
    """The texts of the new original, without those that the translation had not followed in the former one."""
    behind, kept = Counter(behind), []
    for segment in now:
        if behind[segment.path]:
            behind[segment.path] -= 1
        else:
            kept.append(segment.as_row())
    return kept


def _new_source(page: Page) -> None:
    """Give wagtail-localize the new original, with what the other languages say as its translations."""
    TranslationSource.objects.filter(object_id=page.translation_key).exclude(locale_id=page.locale_id).delete()
    source, _created = TranslationSource.update_or_create_from_instance(page)
    for other in Page.objects.filter(translation_key=page.translation_key, alias_of=None).exclude(pk=page.pk):
        Translation.objects.get_or_create(source=source, target_locale_id=other.locale_id)
        carry.flow_back(other.specific, source)

"""What the life of an original does to its translations: moved, unpublished, deleted."""

from django.db import models, transaction
from wagtail.models import Page

from translations.models import Original
from translations.records import minor_of, record_of
from translations.states import settle, targets_of


def _is_of(record: Original, instance: models.Model) -> bool:
    return record.locale_id == instance.locale_id


def _resettle(record: Original) -> None:
    settle(record, minor_of(record))


def _take_down(record: Original, only_without_parent: bool = False) -> None:
    """Unpublish the translations that may not stay public."""
    for target in targets_of(record).values():
        if target.live and not (only_without_parent and target.has_parent):
            Page.objects.get(pk=target.pk).specific.unpublish()


@transaction.atomic
def after_unpublish(page: Page) -> None:
    """With the original go its translations; below a translation goes what has no public page above it any more."""
    record = record_of(page.translation_key)
    if record is None or page.alias_of_id:
        return
    if _is_of(record, page):
        record.live = False
        record.save(update_fields=["live"])
        _take_down(record)
    _resettle(record)
    settle_below(page)


def settle_below(page: Page) -> None:
    """The children of a page that came or went: they may stand, or be orphans that must not be public."""
    keys = page.get_children().values("translation_key")
    for record in Original.objects.filter(pk__in=keys, is_page=True).exclude(locale_id=page.locale_id):
        _take_down(record, only_without_parent=True)
        _resettle(record)


@transaction.atomic
def after_move(page: Page, parent: Page) -> None:
    """Translations move with their original; where the new page above has no translation they are taken down."""
    record = record_of(page.translation_key)
    if record is None:
        return
    if _is_of(record, page):
        parents = {
            row.locale_id: row for row in Page.objects.filter(translation_key=parent.translation_key, alias_of=None)
        }
        for other in Page.objects.filter(translation_key=page.translation_key, alias_of=None).exclude(pk=page.pk):
            target = parents.get(other.locale_id)
            if target and other.get_parent().pk != target.pk:
                other.specific.move(target, pos="last-child")
        _take_down(record, only_without_parent=True)
    _resettle(record)


@transaction.atomic
def after_delete(instance: models.Model) -> None:
    """Keep the record of a deleted original while a translation of it exists; take the translations down."""
    record = record_of(instance.translation_key)
    if record is None:
        return
    if _is_of(record, instance):
        record.deleted, record.live = True, False
        record.save(update_fields=["deleted", "live"])
        if record.is_page:
            _take_down(record)
        if not targets_of(record):
            record.delete()
            return
    _resettle(record)

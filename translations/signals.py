"""Listen to what happens to originals and translations, by whatever path it happens."""

from typing import Any

from django.db import models
from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver
from wagtail.models import Page, TranslatableMixin, get_translatable_models
from wagtail.signals import page_published, page_unpublished, post_page_move

from core import publishing
from translations import life
from translations.contradictions import check_record
from translations.guard import reasons_against
from translations.records import follow, is_original, note_translation, record_of
from translations.saving import is_from_strings

publishing.reasons.append(reasons_against)


@receiver(page_published, dispatch_uid="translations-published")
def published(sender: type, instance: Page, revision: Any = None, **kwargs: Any) -> None:
    if instance.alias_of_id or not instance.live or getattr(revision, "is_reframed", False):
        return
    if is_original(instance):
        follow(instance, revision.pk if revision else None)
    else:
        note_translation(instance, from_strings=is_from_strings(instance, revision))
    life.settle_below(instance)
    record = None if publishing.loading.get() else record_of(instance.translation_key)
    if record:
        check_record(record)


@receiver(page_unpublished, dispatch_uid="translations-unpublished")
def unpublished(sender: type, instance: Page, **kwargs: Any) -> None:
    life.after_unpublish(instance)


@receiver(post_page_move, dispatch_uid="translations-moved")
def moved(sender: type, instance: Page, parent_page_before: Page, parent_page_after: Page, **kwargs: Any) -> None:
    if parent_page_before.pk != parent_page_after.pk:
        life.after_move(instance, parent_page_after)


@receiver(post_delete, sender=Page, dispatch_uid="translations-page-deleted")
def page_deleted(sender: type, instance: Page, **kwargs: Any) -> None:
    life.after_delete(instance)


@receiver(pre_save, dispatch_uid="translations-may-be-live")
def may_be_live(sender: type, instance: models.Model, raw: bool = False, **kwargs: Any) -> None:
    """The last door: a page saved as live without being published (copies, aliases, plain `save`)."""
    if raw or not isinstance(instance, Page) or not instance.live:
        return
    if instance.alias_of_id:
        locale_id = Page.objects.filter(pk=instance.alias_of_id).values_list("locale_id", flat=True).first()
        instance.live = locale_id == instance.locale_id
        return
    if publishing.asked.get():
        return
    if instance.pk and Page.objects.filter(pk=instance.pk, live=True).exists():
        return
    if instance.depth and reasons_against(instance):
        instance.live = False


def _snippet_saved(sender: type, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    if raw:
        return
    if is_original(instance):
        follow(instance)
    else:
        note_translation(instance, from_strings=False)


def _snippet_deleted(sender: type, instance: Any, **kwargs: Any) -> None:
    life.after_delete(instance)


for model in get_translatable_models():
    if issubclass(model, TranslatableMixin) and not issubclass(model, Page):
        post_save.connect(_snippet_saved, sender=model, dispatch_uid=f"translations-saved-{model.__name__}")
        post_delete.connect(_snippet_deleted, sender=model, dispatch_uid=f"translations-deleted-{model.__name__}")

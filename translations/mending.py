"""A translation without a public original (an orphan): what is the matter, and the one action that mends it."""

from collections.abc import Iterable

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from core.publishing import why_not_public
from translations.models import Original, State, Version
from translations.originals import make_original
from translations.records import record_of


class Trouble(models.TextChoices):
    """Why a translation is an orphan."""

    DELETED = "deleted", _("Its original was deleted.")
    UNPUBLISHED = "unpublished", _("Its original is not public any more.")
    PLACE = "place", _("It does not stand below the translation of the page above its original.")
    ABOVE = "above", _("The page above its original has no public translation.")


ACTIONS = {
    Trouble.DELETED: _("Make this page the original, and publish it and its other translations again"),
    Trouble.UNPUBLISHED: _("Publish the original and its translations again"),
    Trouble.PLACE: _("Move the page to its place, and publish it again"),
}


def original_page(record: Original) -> Page | None:
    """The original itself, if it is there."""
    return Page.objects.filter(translation_key=record.pk, locale_id=record.locale_id, alias_of=None).first()


def right_parent(page: Page, record: Original) -> Page | None:
    """The translation of the page above the original, in the language of `page`, if there is one."""
    original = original_page(record)
    above = original.get_parent() if original else None
    found = above and Page.objects.filter(
        translation_key=above.translation_key, locale_id=page.locale_id, alias_of=None
    )
    return found.first() if found else None


def trouble_of(page: Page) -> Trouble | None:
    """What is the matter with an orphan; None if it is none."""
    version = Version.objects.filter(object_id=page.pk, original__is_page=True).select_related("original").first()
    if version is None or version.state != State.ORPHAN:
        return None
    record = version.original
    if record.deleted or original_page(record) is None:
        return Trouble.DELETED
    if not record.live:
        return Trouble.UNPUBLISHED
    parent = right_parent(page, record)
    if parent and parent.live and parent.pk != page.get_parent().pk:
        return Trouble.PLACE
    return Trouble.ABOVE


def may_mend(user: models.Model, page: Page) -> bool:
    """Whether this person may do the action that mends `page`."""
    trouble = trouble_of(page)
    record = record_of(page.translation_key)
    if trouble == Trouble.DELETED:
        return user.is_superuser
    if trouble == Trouble.UNPUBLISHED:
        return original_page(record).permissions_for_user(user).can_publish()
    if trouble == Trouble.PLACE:
        rights = page.permissions_for_user(user)
        return rights.can_publish() and rights.can_move_to(right_parent(page, record))
    return False


@transaction.atomic
def mend(page: Page) -> list[Page]:
    """Do it; the pages that are public again. What is not fit to be public (a text is missing) stays a draft."""
    trouble, record = trouble_of(page), record_of(page.translation_key)
    orphans = Version.objects.filter(original=record, state=State.ORPHAN).exclude(baseline=None)
    waiting = set(orphans.values_list("object_id", flat=True)) - {page.pk}
    if trouble == Trouble.DELETED:
        make_original(page)
        return _publish([page.pk, *waiting])
    if trouble == Trouble.UNPUBLISHED:
        return _publish([original_page(record).pk, page.pk, *waiting])
    if trouble == Trouble.PLACE:
        page.move(right_parent(page, record), pos="last-child")
        return _publish([page.pk])
    return []


def _publish(page_ids: Iterable[int]) -> list[Page]:
    """Publish pages as they stood when they were last public."""
    found = []
    for page_id in page_ids:
        page = Page.objects.get(pk=page_id).specific
        if not why_not_public(page):
            page.save_revision().publish()
            found.append(page)
    return found

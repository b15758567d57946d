"""What changes an answer: pages that go live or off, move, are restricted or deleted, and their names and checks."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction, TranslatableMixin
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from core.checked import PageCheck
from core.publishing import published_together
from facts.models import OpeningHours
from search import queue
from search.attachments import pages_with
from search.documents import write_pages
from search.models import Facet


def _with_descendants(page: Page) -> list[int]:
    return list(Page.objects.filter(path__startswith=page.path).values_list("pk", flat=True))


@receiver(page_published, dispatch_uid="search-published")
@receiver(page_unpublished, dispatch_uid="search-unpublished")
def page_changed(sender: type, instance: Page, **kwargs: Any) -> None:
    queue.add([instance.pk])


@receiver(post_page_move, dispatch_uid="search-moved")
@receiver(page_slug_changed, dispatch_uid="search-slug")
def branch_changed(sender: type, instance: Page, **kwargs: Any) -> None:
    queue.add(_with_descendants(instance))


@receiver(post_delete, dispatch_uid="search-deleted")
def page_deleted(sender: type, instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, Page):
        queue.add([instance.pk])


@receiver(post_save, sender=PageViewRestriction, dispatch_uid="search-restricted")
@receiver(post_delete, sender=PageViewRestriction, dispatch_uid="search-free")
def restriction_changed(sender: type, instance: PageViewRestriction, **kwargs: Any) -> None:
    page = Page.objects.filter(pk=instance.page_id).first()
    if page:
        queue.add(_with_descendants(page))


@receiver(post_save, sender=PageCheck, dispatch_uid="search-checked")
def check_changed(sender: type, instance: PageCheck, **kwargs: Any) -> None:
    queue.add(Page.objects.filter(translation_key=instance.translation_key).values_list("pk", flat=True))


@receiver(post_save, dispatch_uid="search-name")
def name_changed(sender: type, instance: Any, created: bool = False, **kwargs: Any) -> None:
    """A provider or a classification has another name, a desk opens on other days: pages are found by that."""
    if created or isinstance(instance, Page):
        return
    if isinstance(instance, TranslatableMixin | OpeningHours):
        queue.add(pages_with(instance))
    elif hasattr(instance, "name_in") and hasattr(instance, "code"):
        queue.add(Facet.objects.filter(value=instance.code).values_list("document_id", flat=True))


@receiver(published_together, dispatch_uid="search-published-together")
def pages_published(sender: type, pages: list[Page], **kwargs: Any) -> None:
    """Many at once (an import): written in the same transaction, without the detour through the queue."""
    write_pages(pages)

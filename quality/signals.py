"""Look at a page again whenever it is published, taken off or deleted."""

from typing import Any

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from core import publishing
from quality.following import follow, forget


@receiver(page_published, dispatch_uid="quality-published")
def published(sender: type, instance: Page, **kwargs: Any) -> None:
    if not publishing.loading.get():
        follow(instance)


@receiver(page_unpublished, dispatch_uid="quality-unpublished")
def unpublished(sender: type, instance: Page, **kwargs: Any) -> None:
    """Also sent while a page is being deleted; then it still counts as live."""
    forget(instance.pk)

"""Forget the small tables when what they hold changes (docs/decisions/0004-tables-in-memory.md)."""

from django.db.models.signals import post_delete, post_save
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from core import addresses


def forget_addresses(**kwargs: object) -> None:
    addresses.addresses.forget()


def forget_locales(**kwargs: object) -> None:
    addresses.locales.forget()
    addresses.addresses.forget()


for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
    signal.connect(forget_addresses, dispatch_uid=f"addresses-{id(signal)}")
for model in (Site, PageViewRestriction):
    post_save.connect(forget_addresses, sender=model, dispatch_uid=f"addresses-save-{model.__name__}")
    post_delete.connect(forget_addresses, sender=model, dispatch_uid=f"addresses-delete-{model.__name__}")
for signal in (post_save, post_delete):
    signal.connect(forget_locales, sender=Locale, dispatch_uid=f"locales-{id(signal)}")


def page_deleted(sender: type, **kwargs: object) -> None:
    if issubclass(sender, Page):
        addresses.addresses.forget()


post_delete.connect(page_deleted, dispatch_uid="addresses-page-deleted")

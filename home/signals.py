"""Forget menus and acknowledgements when somebody changes them, or a page whose title stands in a menu."""

from django.db.models.signals import post_delete, post_save
from wagtail.signals import page_published, page_unpublished

from home.menus import menus, statements
from home.models import Menu, Notice, ProgrammeStatement
from home.notices import notices


def forget(**kwargs: object) -> None:
    menus.forget()
    statements.forget()


def forget_notices(**kwargs: object) -> None:
    notices.forget()


for signal in (post_save, post_delete):
    signal.connect(forget_notices, sender=Notice, dispatch_uid=f"notices-{id(signal)}")
for model in (Menu, ProgrammeStatement):
    post_save.connect(forget, sender=model, dispatch_uid=f"menus-save-{model.__name__}")
    post_delete.connect(forget, sender=model, dispatch_uid=f"menus-delete-{model.__name__}")
for signal in (page_published, page_unpublished):
    signal.connect(forget, dispatch_uid=f"menus-page-{id(signal)}")

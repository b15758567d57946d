"""Which pages are overdue for a check: they stand last in lists."""

import datetime
import uuid
from collections.abc import Iterable
from typing import TypeVar

from django.db.models.signals import post_delete, post_save
from django.utils import timezone
from wagtail.models import Page

from core.checked import PageCheck
from core.tables import Table

P = TypeVar("P", bound=Page)


def _read() -> dict[uuid.UUID, datetime.date]:
    return dict(PageCheck.objects.exclude(next_check_due=None).values_list("translation_key", "next_check_due"))


checks = Table("checks", _read)
for signal in (post_save, post_delete):
    signal.connect(checks.forget, sender=PageCheck, dispatch_uid=f"checks-{id(signal)}")


def overdue_last(pages: Iterable[P]) -> list[P]:
    """The pages in their order, those last whose facts should have been checked by now."""
    due, today = checks.get(), timezone.localdate()
    return sorted(pages, key=lambda page: due.get(page.translation_key, today) < today)

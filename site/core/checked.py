"""When a text or a fact was last checked, by whom, and when it must be checked again."""

import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """Who owns or has checked something: a role, never a person's name."""

    COUNSELLOR = "counsellor", _("the shop-front's counsellor")
    EDITOR = "editor", _("the editors")
    PROVIDER = "provider", _("the provider")


DAYS_UNTIL_NEXT_CHECK = 180  # our own rule; the button takes another number


class Checked(models.Model):
    """Dates that only the button "I have checked this" writes (`confirm`); saving a form never touches them."""

    checked_on = models.DateField(_("checked on"), null=True, editable=False)
    checked_by_role = models.CharField(_("checked by"), max_length=20, choices=Role, blank=True, editable=False)
    next_check_due = models.DateField(_("next check due"), null=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_overdue(self) -> bool:
        """Whether the next check should have been made by now."""
        return self.next_check_due is not None and self.next_check_due < timezone.localdate()

    def confirm(self, role: str, today: datetime.date, days: int = DAYS_UNTIL_NEXT_CHECK) -> None:
        """Note that `role` has checked this `today`, to be checked again in `days` days."""
        self.checked_on = today
        self.checked_by_role = role
        self.next_check_due = today + datetime.timedelta(days=days)
        self.save(update_fields=["checked_on", "checked_by_role", "next_check_due"])


class PageCheck(Checked):
    """The check of a page, one row for all its languages: a check is about the facts, not about the words."""

    translation_key = models.UUIDField(unique=True, editable=False)

    class Meta:
        verbose_name = _("check of a page")
        verbose_name_plural = _("checks of pages")

    def __str__(self) -> str:
        return f"{self.translation_key}: {self.checked_on}"

"""Notices: a sentence or two that stand on the home page and on pages of an area for some time."""

import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import TranslatableMixin

from core.models import Area


class NoticeQuerySet(models.QuerySet):
    """Notices by time and place."""

    def showing(self, now: datetime.datetime) -> "NoticeQuerySet":
        """Those whose time has begun and not ended."""
        return self.filter(starts_at__lte=now).filter(Q(ends_at=None) | Q(ends_at__gt=now))


class Notice(TranslatableMixin, models.Model):
    """Something that readers must know now, such as a closed office."""

    text = models.CharField(_("text"), max_length=300)
    area = models.ForeignKey(
        Area,
        verbose_name=_("area"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Empty: for everybody."),
    )
    starts_at = models.DateTimeField(_("shown from"))
    ends_at = models.DateTimeField(_("shown until"), null=True, blank=True)

    objects = NoticeQuerySet.as_manager()
    panels = ["text", "area", "starts_at", "ends_at"]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-starts_at"]

    def __str__(self) -> str:
        return self.text

    @classmethod
    def moments(cls, now: datetime.datetime) -> list[datetime.datetime]:
        """The coming moments at which a notice appears or goes."""
        rows = cls.objects.filter(Q(starts_at__gt=now) | Q(ends_at__gt=now)).values_list("starts_at", "ends_at")
        return [moment for row in rows for moment in row if moment and moment > now]

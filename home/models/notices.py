"""Notices: a sentence or two that stand on the home page and on pages of an area for some time."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import TranslatableMixin

from core.models import Area


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

    panels = ["text", "area", "starts_at", "ends_at"]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-starts_at"]

    def __str__(self) -> str:
        return self.text

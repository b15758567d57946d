"""Limits by area: members of a group with a limit change facts and notices of that area only.

Pages are limited by Wagtail's own page permissions; facts and snippets have none by area, so we keep them here and ask
on the server (facts.wagtail_hooks, home.wagtail_hooks).
"""

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.classification import Area


class AreaLimit(models.Model):
    """A group whose members may change what belongs to one area, and nothing else of its kind."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="area_limits")
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("limit to an area")
        verbose_name_plural = _("limits to areas")
        unique_together = [("group", "area")]

    def __str__(self) -> str:
        return f"{self.group}: {self.area}"


def areas_of(user: models.Model) -> set[int] | None:
    """The ids of the areas to which `user` is limited; None without a limit."""
    if user.is_superuser:
        return None
    limits = AreaLimit.objects.filter(group__user=user)
    return set(limits.values_list("area_id", flat=True)) or None


def within_areas(user: models.Model, rows: models.QuerySet) -> models.QuerySet:
    """The rows of the areas to which `user` is limited; all rows without a limit."""
    areas = areas_of(user)
    return rows if areas is None else rows.filter(area_id__in=areas)


def may_change(user: models.Model, thing: models.Model) -> bool:
    """Whether the area of `thing` is one that `user` may change; the right to change its kind is asked elsewhere."""
    areas = areas_of(user)
    return areas is None or getattr(thing, "area_id", None) in areas

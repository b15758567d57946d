"""Menus, and what stands at the foot of a page: edited by editors, in four languages."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from core.blocks import RICH_FEATURES
from core.models import Programme


class MenuGroupBlock(blocks.StructBlock):
    """A heading and pages under it; pages appear in the language of the reader, under their own short titles."""

    name = blocks.CharBlock(label=_("Heading"), max_length=40)
    pages = blocks.ListBlock(blocks.PageChooserBlock(), label=_("Pages"))

    class Meta:
        label = _("Group")
        icon = "list-ul"


class Menu(TranslatableMixin, models.Model):
    """The menu at the head or at the foot of every page."""

    PLACES = [("main", _("Head of the page")), ("footer", _("Foot of the page"))]
    place = models.CharField(_("place"), max_length=10, choices=PLACES)
    groups = StreamField([("group", MenuGroupBlock())], verbose_name=_("groups"))

    panels = ["place", "groups"]
    override_translatable_fields = [SynchronizedField("place", overridable=False)]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("menu")
        verbose_name_plural = _("menus")

    def __str__(self) -> str:
        return f"{self.get_place_display()} ({self.locale.language_code})"


class ProgrammeStatement(TranslatableMixin, models.Model):
    """Who funded a programme, and the disclaimer: stands at the foot of its pages."""

    programme = models.ForeignKey(Programme, verbose_name=_("programme"), on_delete=models.PROTECT, related_name="+")
    funders = models.CharField(
        _("funders"), max_length=300, help_text=_("Names as they stand beside the logos, separated by semicolons.")
    )
    acknowledgement = RichTextField(_("acknowledgement and disclaimer"), features=RICH_FEATURES)

    panels = ["programme", "funders", "acknowledgement"]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("acknowledgement of a programme")
        verbose_name_plural = _("acknowledgements of programmes")

    def __str__(self) -> str:
        return f"{self.programme} ({self.locale.language_code})"

    @property
    def funder_names(self) -> list[str]:
        """The funders, one by one."""
        return [name.strip() for name in self.funders.split(";") if name.strip()]

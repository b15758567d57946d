"""Who provides services."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.models import TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.blocks import RICH_FEATURES
from facts.models import Contact


class Provider(index.Indexed, TranslatableMixin, models.Model):
    """Who provides a service. A snippet with a page-like view of its own."""

    class Kind(models.TextChoices):
        PUBLIC = "public", _("Public body")
        PRIVATE = "private", _("Private firm")
        CIVIL_SOCIETY = "civil-society", _("Civil society")

    code = models.SlugField(_("code"), max_length=60)
    uuid = models.UUIDField(default=uuid.uuid4, editable=False)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    name = models.CharField(_("name"), max_length=120)
    short_name = models.CharField(_("short name"), max_length=40, blank=True)
    description = RichTextField(_("description"), features=RICH_FEATURES)
    website = models.URLField(_("website"), blank=True)
    is_example = models.BooleanField(_("example"), default=False)
    contact = models.ForeignKey(
        Contact, verbose_name=_("contact"), null=True, blank=True, on_delete=models.PROTECT, related_name="providers"
    )

    panels = ["name", "short_name", "kind", "description", "website", "contact", "code", "is_example"]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("description"),
        index.FilterField("locale_id"),
        index.FilterField("kind"),
    ]
    override_translatable_fields = [SynchronizedField("code", overridable=False)]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("provider")
        verbose_name_plural = _("providers")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The provider's page in its own language."""
        return f"/{self.locale.language_code}/services/providers/{self.code}/"

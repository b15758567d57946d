"""Classification codes: what pages and facts are sorted by. A name per language, edited in one form."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.languages import LANGUAGES, active


class Classification(models.Model):
    """A non-translatable row: a code that never changes, a UUID for exchange, and a name in each language."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    name_ro = models.CharField(_("name in Romanian"), max_length=80)
    name_ru = models.CharField(_("name in Russian"), max_length=80)
    name_nl = models.CharField(_("name in Dutch"), max_length=80)
    name_en = models.CharField(_("name in English"), max_length=80)

    panels = ["code", "order", *(f"name_{language}" for language in LANGUAGES)]

    class Meta:
        abstract = True
        ordering = ["order", "code"]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in the language that is active now."""
        return self.name_in(active())

    def name_in(self, language: str) -> str:
        """The name in `language`."""
        return getattr(self, f"name_{language[:2]}", "") or self.name_ro


class Programme(Classification):
    """NEXUS or CD4D2: chooses the acknowledgement, the logos and the disclaimer of a page."""

    class Meta(Classification.Meta):
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")


class Stage(Classification):
    """A station of the road: pre-departure, life abroad, return, reintegration."""

    class Meta(Classification.Meta):
        verbose_name = _("stage")
        verbose_name_plural = _("stages")


class Audience(Classification):
    """Whom a text is for."""

    class Meta(Classification.Meta):
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")


class Sector(Classification):
    """A sector of the experts' programme, with its code of the OECD DAC list."""

    dac_code = models.CharField(_("DAC code"), max_length=5, blank=True)
    panels = [*Classification.panels, "dac_code"]

    class Meta(Classification.Meta):
        verbose_name = _("sector")
        verbose_name_plural = _("sectors")


class Country(Classification):
    """A country of origin, of destination or of an assignment."""

    iso_code = models.CharField(_("ISO code"), max_length=2, help_text=_("Two letters, ISO 3166-1."))
    panels = [*Classification.panels, "iso_code"]

    class Meta(Classification.Meta):
        verbose_name = _("country")
        verbose_name_plural = _("countries")


class Area(Classification):
    """A pilot area. An attribute of pages and facts, not a part of the tree."""

    class Meta(Classification.Meta):
        verbose_name = _("area")
        verbose_name_plural = _("areas")


CLASSIFICATIONS = (Programme, Stage, Audience, Sector, Country, Area)

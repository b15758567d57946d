"""Translation truth: what was translated from which text, and what has changed since."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationsConfig(AppConfig):
    """Keeps its own record of originals and translations (docs/decisions/0009-our-own-record-of-translations.md)."""

    name = "translations"
    verbose_name = _("Translations")

    def ready(self) -> None:
        from translations import lengths, saving, signals, structure  # noqa: F401

        saving.install()
        lengths.install()
        structure.install()

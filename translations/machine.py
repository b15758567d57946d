"""Machine translation with a yearly budget of words per language; off unless a translator is configured.

What it makes is marked as a machine's, is a draft, and counts as "drafted by a machine" until a person confirms it.
"""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.module_loading import import_string
from wagtail.models import Locale
from wagtail_localize.machine_translators.base import BaseMachineTranslator
from wagtail_localize.strings import StringValue

from translations.models import MachineUse


class BudgetedTranslator(BaseMachineTranslator):
    """Asks the translator named by the option CLASS, for at most WORDS_PER_YEAR words per target language and year."""

    def __init__(self, options: dict[str, Any]) -> None:
        super().__init__(options)
        self.inner = import_string(options["CLASS"])(options.get("OPTIONS", {}))
        self.display_name = self.inner.display_name

    def can_translate(self, source_locale: Locale, target_locale: Locale) -> bool:
        return self.inner.can_translate(source_locale, target_locale)

    def translate(
        self, source_locale: Locale, target_locale: Locale, strings: Iterable[StringValue]
    ) -> dict[StringValue, StringValue]:
        """Translate what the budget allows; texts beyond it are left open."""
        fitting = self._within_budget(target_locale, list(strings))
        return self.inner.translate(source_locale, target_locale, fitting) if fitting else {}

    @transaction.atomic
    def _within_budget(self, locale: Locale, strings: list[StringValue]) -> list[StringValue]:
        use, _created = MachineUse.objects.get_or_create(year=timezone.now().year, locale=locale)
        left = int(self.options["WORDS_PER_YEAR"]) - use.words
        fitting, words = [], 0
        for string in strings:
            count = len(string.render_text().split())
            if words + count <= left:
                fitting.append(string)
                words += count
        MachineUse.objects.filter(pk=use.pk).update(words=F("words") + words)
        return fitting

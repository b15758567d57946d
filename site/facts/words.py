"""The words of a fact: a name and a note per language, and how old they are against the original."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.languages import LANGUAGES
from core.text import mend_letters


class Words(models.Model):
    """Name and note of a fact in one language.

    `source_hash` is the hash of the original words that these were made from; it differs from the hash of the
    original as it is now when the original has changed since.
    """

    language = models.CharField(_("language"), max_length=2, choices=[(code, code) for code in LANGUAGES])
    name = models.CharField(_("name"), max_length=200)
    note = models.TextField(_("note"), max_length=600, blank=True)
    source_hash = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        abstract = True
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.language}: {self.name}"

    def save(self, *args: object, **kwargs: object) -> None:
        self.name, self.note = mend_letters(self.name), mend_letters(self.note)
        super().save(*args, **kwargs)


@dataclass(frozen=True)
class WordsView:
    """Words as a reader sees them; `language` may differ from the page's: mark it with `lang`."""

    name: str
    note: str
    language: str


def words_hash(name: str, note: str) -> str:
    """The hash that a translation remembers of its original."""
    return hashlib.sha256(f"{name}\n{note}".encode()).hexdigest()


def choose_words(rows: Iterable[Words], language: str, original: str) -> WordsView:
    """The words in `language`, else in the original language, else in any."""
    by_language = {row.language: row for row in rows}
    row = by_language.get(language) or by_language.get(original) or next(iter(by_language.values()), None)
    return WordsView(row.name, row.note, row.language) if row else WordsView("", "", language)

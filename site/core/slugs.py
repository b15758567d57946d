"""Addresses in Latin letters, whatever alphabet a title is written in."""

from anyascii import anyascii
from django.utils.text import slugify


def english_slug(title: str) -> str:
    """Return a Latin slug for `title`: "Пенсия" gives "pensiya", "Școală" gives "scoala"."""
    return slugify(anyascii(title))[:200] or "page"

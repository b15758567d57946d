"""Tags for places and the languages spoken there."""

from collections.abc import Iterable

from django import template

from countries.models import SPOKEN_LANGUAGES

register = template.Library()
_NAMES = dict(SPOKEN_LANGUAGES)


@register.filter
def spoken(codes: Iterable[str]) -> str:
    """Names of spoken languages in the active language: "Romanian, Russian, Gagauz"."""
    names = ", ".join(str(_NAMES[code]) for code in codes if code in _NAMES)
    return names[:1].upper() + names[1:]

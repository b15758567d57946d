"""What the results page shows of a page beside its words."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.utils.translation import get_language
from wagtail.models import Page

from search.language.words import folded, words_of
from search.models import Word
from search.searching import Hit
from search.understanding import Vocabulary

register = template.Library()
NEAR = 5


@dataclass(frozen=True, slots=True)
class Beside:
    """Where something is and whether it is open now."""

    place: str
    hours: Any


@register.filter
def at(mapping: dict, key: Any) -> Any:
    """The value of a mapping at a key that is a variable; "" without one."""
    return mapping.get(key, "")


@register.simple_tag
def hits_of(hits: list[Hit]) -> dict[int, Beside]:
    """Place and opening hours of the answers that have them."""
    pages = Page.objects.filter(pk__in=[hit.page_id for hit in hits]).specific()
    return {page.pk: Beside(_place(page), getattr(page, "hours", None)) for page in pages}


def _place(page: Page) -> str:
    area = getattr(page, "area", None)
    return area.name if area is not None and hasattr(area, "name") else ""


@register.simple_tag
def nearest_words(query: str) -> list[str]:
    """Words of the portal that begin like those of a query that found nothing."""
    vocabulary = Vocabulary((get_language() or "ro")[:2])
    found: dict[str, Word] = {}
    for word in words_of(query)[:4]:
        for row in vocabulary.starting(folded(word)[:4]):
            found[row.written] = row
    return sorted(found, key=lambda word: -found[word].documents)[:NEAR]

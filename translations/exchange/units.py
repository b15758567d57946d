"""The texts of pages as units that go out and come back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource

SEPARATOR = "|"


@dataclass(frozen=True, slots=True)
class Unit:
    """One text: `key` is the translation key of the page, `target` is "" where nothing was entered yet."""

    key: str
    path: str
    source: str
    target: str
    place: str = ""  # the address of the page, for people

    @property
    def name(self) -> str:
        return f"{self.key}{SEPARATOR}{self.path}"


def pages_below(page: Page) -> list[Page]:
    """A page and everything below it."""
    return list(page.get_descendants(inclusive=True).filter(alias_of=None))


def units_of(pages: Iterable[Page], locale: Locale) -> Iterator[Unit]:
    """All texts of these originals, with their translations into one language; two queries per page."""
    for page in pages:
        source = TranslationSource.objects.filter(object_id=page.translation_key, locale_id=page.locale_id).first()
        if source is None:
            continue
        known = {
            (row.context_id, row.translation_of_id): row.data
            for row in StringTranslation.objects.filter(context__object_id=page.translation_key, locale=locale)
        }
        rows = StringSegment.objects.filter(source=source).select_related("context", "string").order_by("order")
        seen = set()
        for row in rows:
            target = known.get((row.context_id, row.string_id), "")
            unit = Unit(str(page.translation_key), row.context.path, row.string.data, target, page.url_path)
            if (unit.name, unit.source) not in seen:
                seen.add((unit.name, unit.source))
                yield unit

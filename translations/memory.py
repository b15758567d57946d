"""A text that was translated before, on whatever page, need not be translated again."""

from collections import defaultdict

from django.db import transaction
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from translations.saving import missing_strings


def known(translation: Translation) -> dict[StringSegment, str]:
    """Missing texts that are translated in other places, all of which agree; with that translation."""
    missing = list(missing_strings(translation.source, translation.target_locale).select_related("context", "string"))
    found: dict[int, set[str]] = defaultdict(set)
    rows = StringTranslation.objects.filter(
        translation_of_id__in={row.string_id for row in missing},
        locale=translation.target_locale,
        has_error=False,
    ).exclude(translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE)
    for string_id, data in rows.values_list("translation_of_id", "data"):
        found[string_id].add(data)
    return {row: min(found[row.string_id]) for row in missing if len(found[row.string_id]) == 1}


@transaction.atomic
def fill(translation: Translation, user: object) -> int:
    """Enter what is known for the missing texts of a translation; how many that were."""
    texts = known(translation)
    for segment, data in texts.items():
        StringTranslation.objects.update_or_create(
            translation_of_id=segment.string_id,
            context_id=segment.context_id,
            locale=translation.target_locale,
            defaults={"data": data, "last_translated_by": user, "has_error": False, "field_error": ""},
        )
    return len(texts)


def earlier(key: object, locale: Locale, path: str, text: str) -> str:
    """How a former text of the original at this place was translated; empty if it was not."""
    rows = StringTranslation.objects.filter(context__object_id=key, context__path=path, locale=locale, has_error=False)
    return rows.filter(translation_of__data=text).values_list("data", flat=True).first() or ""

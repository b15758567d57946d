"""By no path may a text that nobody translated stand on a public page."""

from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import StringTranslation

from translations.records import is_original, original_locale_id
from translations.segments import Segment, segments_of, strings_of


def untranslated(page: Page, original: Page) -> list[Segment]:
    """The texts of a translation that are still those of its original, word for word, and were not entered as such."""
    in_original = {(segment.path, segment.hash) for segment in segments_of(original)}
    same = [
        (segment, value.string.data)
        for segment, value in zip(segments_of(page), strings_of(page), strict=True)
        if (segment.path, segment.hash) in in_original and any(letter.isalpha() for letter in segment.text)
    ]
    if not same:
        return []
    entered = set(
        StringTranslation.objects.filter(
            context__object_id=page.translation_key, locale_id=page.locale_id, has_error=False
        ).values_list("context__path", "data")
    )
    return [segment for segment, data in same if (segment.path, data) not in entered]


def reasons_against(page: Page) -> list[str]:
    """Why a translation may not go live as it is."""
    if page.depth is None or page.depth < 2 or is_original(page):
        return []
    original = Page.objects.filter(
        translation_key=page.translation_key, locale_id=original_locale_id(page), alias_of=None
    ).first()
    if original is None or not original.live:
        return [_("The original of this page is not public.")]
    parent = page.get_parent()
    above = original.get_parent()
    if (
        page.depth > 2
        and above.live
        and (not parent.live or parent.alias_of_id or parent.translation_key != above.translation_key)
    ):
        return [_("The page above this one is not translated and public yet.")]
    found = untranslated(page, original.specific)
    if found:
        texts = ", ".join(f"“{segment.text[:60]}”" for segment in found[:3])
        return [_("These texts are not translated yet: %(texts)s") % {"texts": texts}]
    return []

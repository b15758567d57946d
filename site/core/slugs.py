"""Addresses in Latin letters, whatever alphabet a title is written in, and equal in all languages."""

from anyascii import anyascii
from django.utils.text import slugify
from wagtail.models import Page
from wagtail_localize.models import TranslationSource

HOME_DEPTH = 2  # homes are brothers, so their slugs differ; no address shows them


def english_slug(title: str) -> str:
    """Return a Latin slug for `title`: "Пенсия" gives "pensiya", "Școală" gives "scoala"."""
    return slugify(anyascii(title))[:200] or "page"


def settled_slug(page: Page) -> str:
    """The slug that `page` may be saved with: a translation keeps the one of its original."""
    if page.depth is None or page.depth <= HOME_DEPTH or getattr(page, "slug_comes_from_original", False):
        return page.slug
    stored = Page.objects.filter(pk=page.pk).values_list("slug", flat=True).first()
    if stored in (None, page.slug):
        return page.slug
    is_translation = (
        TranslationSource.objects.filter(object_id=page.translation_key).exclude(locale_id=page.locale_id).exists()
    )
    return stored if is_translation else page.slug


def pass_slug_on(page: Page) -> None:
    """Give the slug of an original to its translations; each save moves descendants and leaves a redirect."""
    if page.depth <= HOME_DEPTH:
        return
    others = Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk).exclude(slug=page.slug)
    if (
        not others.exists()
        or not TranslationSource.objects.filter(object_id=page.translation_key, locale_id=page.locale_id).exists()
    ):
        return
    for other in others.specific():
        other.slug = page.slug
        other.slug_comes_from_original = True
        other.save(clean=False)
        latest = other.get_latest_revision()
        if latest:
            latest.content["slug"] = page.slug
            latest.save(update_fields=["content"])

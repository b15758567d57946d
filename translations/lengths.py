"""No translation is longer than its field: said at once, kept as it was typed, and never an error page."""

from typing import Any

from django.db.models.signals import post_save, pre_save
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, TranslationContext, TranslationSource
from wagtail_localize.models import post_save_string_translation as localize_receiver

SHORTEST_LIMIT = 20
TITLE_LENGTH = 255


def limit_of(context: TranslationContext) -> int | None:
    """How many characters the field or block at this place may hold; None without a limit."""
    first, *steps = context.field_path.split(".")
    source = TranslationSource.objects.filter(object_id=context.object_id).first()
    if source is None:
        return None
    model = source.specific_content_type.model_class()
    field = next((field for field in model._meta.get_fields() if field.name == first), None)
    if not isinstance(field, StreamField):
        return getattr(field, "max_length", None)
    block: blocks.Block | None = field.stream_block
    for step in steps:
        if isinstance(block, blocks.ListBlock):
            block = block.child_block
        else:
            block = getattr(block, "child_blocks", {}).get(step)
    return getattr(getattr(block, "field", None), "max_length", None)


def sentence_if_too_long(context: TranslationContext, data: str) -> str:
    """What to tell the translator; empty if the text fits."""
    length = len(strip_tags(data))
    limit = limit_of(context) if length > SHORTEST_LIMIT else None
    if limit is None or length <= limit:
        return ""
    words = _("Too long: %(length)s characters, at most %(limit)s fit here. Please shorten the text.")
    return words % {"length": length, "limit": limit}


def mark_too_long(sender: type, instance: StringTranslation, raw: bool = False, **kwargs: Any) -> None:
    """A text that does not fit is kept with its error; such a text counts as missing."""
    sentence = "" if raw or instance.context is None else sentence_if_too_long(instance.context, instance.data)
    if sentence:
        instance.has_error, instance.field_error = True, sentence


def show_title(sender: type, instance: StringTranslation, **kwargs: Any) -> None:
    """The title in lists of the admin, cut to what its column holds."""
    if instance.context and instance.context.path == "title":
        pages = Page.objects.filter(translation_key=instance.context.object_id, locale_id=instance.locale_id)
        pages.update(draft_title=instance.data[:TITLE_LENGTH])


def install() -> None:
    """Listen to every translated text; wagtail-localize's own receiver would write a title of any length."""
    pre_save.connect(mark_too_long, sender=StringTranslation, dispatch_uid="translations-length")
    post_save.disconnect(localize_receiver, sender=StringTranslation)
    post_save.connect(show_title, sender=StringTranslation, dispatch_uid="translations-title")

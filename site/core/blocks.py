"""Blocks of text that page types compose: headings, paragraphs, steps, warnings, questions, tables."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock
from wagtail.snippets.blocks import SnippetChooserBlock

RICH_FEATURES = ["bold", "ol", "ul", "link", "document-link"]


class TextBlock(blocks.RichTextBlock):
    """Paragraphs, lists, bold words and links."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(features=RICH_FEATURES, **kwargs)

    class Meta:
        label = _("Text")
        icon = "pilcrow"
        template = "blocks/text.html"


class HeadingBlock(blocks.CharBlock):
    class Meta:
        label = _("Heading")
        icon = "title"
        template = "blocks/heading.html"


class SubheadingBlock(blocks.CharBlock):
    class Meta:
        label = _("Smaller heading")
        icon = "title"
        template = "blocks/subheading.html"


class ChecklistBlock(blocks.StructBlock):
    """Things to bring or to do, with a box to tick on paper."""

    title = blocks.CharBlock(label=_("Title"), max_length=100)
    items = blocks.ListBlock(blocks.CharBlock(max_length=300), label=_("Items"))

    class Meta:
        label = _("Checklist")
        icon = "list-ul"
        template = "blocks/checklist.html"


class WarningBlock(blocks.StructBlock):
    """Where people lose money or rights."""

    level = blocks.ChoiceBlock(
        choices=[("careful", _("Be careful")), ("stop", _("Danger"))], default="careful", label=_("Level")
    )
    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = TextBlock(label=_("Text"))

    class Meta:
        label = _("Warning")
        icon = "warning"
        template = "blocks/warning.html"


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(label=_("Question"), max_length=160)
    answer = TextBlock(label=_("Answer"))


class FaqBlock(blocks.StructBlock):
    """Questions that people ask, each with its answer."""

    items = blocks.ListBlock(QuestionBlock(), label=_("Questions"))

    class Meta:
        label = _("Questions and answers")
        icon = "help"
        template = "blocks/faq.html"


class TableBlock(blocks.StructBlock):
    """A table whose every cell is translatable (Wagtail's own table blocks are not)."""

    caption = blocks.CharBlock(label=_("Caption"), max_length=160)
    header = blocks.ListBlock(blocks.CharBlock(max_length=80), label=_("Headings of the columns"))
    rows = blocks.ListBlock(blocks.ListBlock(blocks.CharBlock(max_length=400, required=False)), label=_("Rows"))

    class Meta:
        label = _("Table")
        icon = "table"
        template = "blocks/table.html"


class TermBlock(SnippetChooserBlock):
    """The explanation of a word of the field."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__("core.Term", **kwargs)

    class Meta:
        label = _("Explanation of a word")
        icon = "openquote"
        template = "blocks/term.html"


class PictureBlock(blocks.StructBlock):
    """A picture with its alternative text and a caption in the language of the page."""

    image = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), max_length=200, required=False)

    class Meta:
        label = _("Picture")
        icon = "image"
        template = "blocks/picture.html"


class VideoBlock(blocks.StructBlock):
    """A video of our own; never embedded from elsewhere, never started by itself."""

    video = DocumentChooserBlock(label=_("Video file (mp4)"))
    subtitles = DocumentChooserBlock(label=_("Subtitles (vtt)"), required=False)
    title = blocks.CharBlock(label=_("Title"), max_length=120)
    transcript = TextBlock(label=_("Transcript"))

    class Meta:
        label = _("Video with transcript")
        icon = "media"
        template = "blocks/video.html"


class DownloadBlock(blocks.StructBlock):
    """A file to download; its type, language and size are shown."""

    document = DocumentChooserBlock(label=_("File"))
    title = blocks.CharBlock(label=_("Title"), max_length=120)

    class Meta:
        label = _("File to download")
        icon = "download"
        template = "blocks/download.html"


class PointBlock(blocks.StructBlock):
    """A title and a sentence or two."""

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.TextBlock(label=_("Text"), max_length=600)

    class Meta:
        label = _("Point")
        icon = "form"

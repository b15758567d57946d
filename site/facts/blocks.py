"""Blocks that show facts: a contact card, who can help, steps with what they cost."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from core.blocks import (
    ChecklistBlock,
    DownloadBlock,
    FaqBlock,
    HeadingBlock,
    PictureBlock,
    SubheadingBlock,
    TableBlock,
    TermBlock,
    TextBlock,
    VideoBlock,
    WarningBlock,
)


class ContactBlock(SnippetChooserBlock):
    """A contact that stands once for all pages."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__("facts.Contact", **kwargs)

    class Meta:
        label = _("Contact card")
        icon = "mail"
        template = "blocks/contact.html"


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("What to do"), max_length=120)
    text = TextBlock(label=_("How"))
    fee = SnippetChooserBlock("facts.Fee", label=_("Fee"), required=False)
    cost = blocks.CharBlock(label=_("Cost in words"), max_length=160, required=False)
    time = blocks.CharBlock(label=_("How long it takes"), max_length=160, required=False)


class StepsBlock(blocks.StructBlock):
    """What to do, in order, with cost and time."""

    title = blocks.CharBlock(label=_("Title"), max_length=100)
    items = blocks.ListBlock(StepBlock(), label=_("Steps"))

    class Meta:
        label = _("Steps")
        icon = "list-ol"
        template = "blocks/steps.html"


class HelperBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Who"), max_length=120)
    text = blocks.TextBlock(label=_("With what"), max_length=600)
    contact = SnippetChooserBlock("facts.Contact", label=_("Contact"), required=False)


class WhoCanHelpBlock(blocks.StructBlock):
    """Offices that help, near (in Moldova) and abroad."""

    near = blocks.ListBlock(HelperBlock(), label=_("In Moldova"), default=[])
    abroad = blocks.ListBlock(HelperBlock(), label=_("Abroad"), default=[])

    class Meta:
        label = _("Who can help")
        icon = "group"
        template = "blocks/who_can_help.html"


class SourceBlock(blocks.StructBlock):
    """A public page that was read, and when."""

    name = blocks.CharBlock(label=_("Name of the source"), max_length=200)
    url = blocks.URLBlock(label=_("Address"))
    read_on = blocks.DateBlock(label=_("Read on"))

    class Meta:
        label = _("Source")
        icon = "link"


class GuidanceBlock(blocks.StreamBlock):
    """The body of a page: guidance made of blocks."""

    heading = HeadingBlock(max_length=100)
    subheading = SubheadingBlock(max_length=100)
    text = TextBlock()
    steps = StepsBlock()
    checklist = ChecklistBlock()
    warning = WarningBlock()
    who_can_help = WhoCanHelpBlock()
    contact = ContactBlock()
    term = TermBlock()
    faq = FaqBlock()
    table = TableBlock()
    picture = PictureBlock()
    video = VideoBlock()
    download = DownloadBlock()

"""Pictures inside texts: in which formats and widths, and made before the first reader comes."""

from typing import Any

from django.db import transaction
from django_tasks import task
from wagtail.fields import StreamField
from wagtail.images.models import AbstractImage, Filter, Picture
from wagtail.images.shortcuts import get_renditions_or_not_found
from wagtail.models import Page
from wagtail.signals import page_published

FORMATS = ("avif", "webp", "jpeg")
WIDTHS = (320, 480, 640, 960)  # CSS pixels; the column of text is 640 wide, twice as sharp screens take 960
SIZES = "(min-width: 60rem) 40rem, 100vw"
FILTERS = [Filter(spec=f"format-{kind}|width-{width}") for kind in FORMATS for width in WIDTHS]


def picture(image: AbstractImage) -> Picture:
    """The picture as HTML: one source per format, all widths, loaded when it comes near the screen."""
    return Picture(get_renditions_or_not_found(image, FILTERS), {"sizes": SIZES, "loading": "lazy"})


def pictures_of(page: Page) -> list[AbstractImage]:
    """The pictures in the texts of a page."""
    streams = [getattr(page, field.name) for field in page._meta.get_fields() if isinstance(field, StreamField)]
    return [block.value["image"] for stream in streams for block in stream if block.block_type == "picture"]


@task()
def make_renditions(page_id: int) -> None:
    """Make every file that the pictures of a page need."""
    page = Page.objects.filter(pk=page_id).first()
    for image in pictures_of(page.specific) if page else []:
        get_renditions_or_not_found(image, FILTERS)


def after_publish(sender: type, instance: Page, **kwargs: Any) -> None:
    """Pictures of a published page are made by a task, not by the first reader."""
    if pictures_of(instance):
        transaction.on_commit(lambda: make_renditions.enqueue(instance.pk))


page_published.connect(after_publish, dispatch_uid="renditions-after-publish")

"""Replace an address everywhere: first a list of every place, then all of them in one transaction."""

from dataclasses import dataclass
from html import escape
from typing import Any

from django.db import models, transaction
from wagtail.fields import StreamField
from wagtail.models import Page

from quality.models import Link


@dataclass(frozen=True)
class Place:
    """A page with the link: whether this person may publish it, and whether it goes live at once or stays a draft."""

    page: Page
    paths: list[str]
    allowed: bool
    goes_live: bool


def places_of(link: Link, user: Any) -> list[Place]:
    """Where a link stands, for the preview."""
    paths: dict[int, list[str]] = {}
    for page_id, path in link.uses.order_by("page__path", "pk").values_list("page_id", "path"):
        paths.setdefault(page_id, []).append(path)
    pages = Page.objects.in_bulk(paths)
    found = []
    for page_id, own in paths.items():
        page = pages[page_id]
        allowed = page.permissions_for_user(user).can_publish()
        found.append(Place(page, own, allowed, page.live and not page.has_unpublished_changes))
    return found


@transaction.atomic
def replace(link: Link, address: str, user: Any) -> tuple[int, int]:
    """Put `address` in the place of a link wherever this person may publish; pages that went live, and drafts.

    A page with unpublished changes gets the new address in its draft, so that nothing unfinished goes live.
    """
    live = drafts = 0
    for place in places_of(link, user):
        if not place.allowed:
            continue
        page = place.page.get_latest_revision_as_object()
        _change(page, link.address, address)
        revision = page.save_revision(user=user)
        if place.goes_live:
            revision.publish(user=user)
            live += 1
        else:
            drafts += 1
    return live, drafts


def _change(page: Page, old: str, new: str) -> None:
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            raw = _changed(list(getattr(page, field.name).raw_data), old, new)
            setattr(page, field.name, getattr(page, field.name).stream_block.to_python(raw))
        elif isinstance(field, models.TextField | models.CharField) and field.concrete and field.editable:
            value = getattr(page, field.attname)
            if isinstance(value, str):
                setattr(page, field.attname, _changed(value, old, new))


def _changed(value: Any, old: str, new: str) -> Any:
    if isinstance(value, str):
        if value.strip() == old:
            return new
        return value.replace(f'href="{escape(old)}"', f'href="{escape(new)}"')
    if isinstance(value, dict):
        return {name: _changed(part, old, new) for name, part in value.items()}
    if isinstance(value, list):
        return [_changed(part, old, new) for part in value]
    return value

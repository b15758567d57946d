"""Write down what the checks and the links of a page say."""

from collections.abc import Iterable

from django.db import transaction
from wagtail.models import Page

from quality.checks import findings_of
from quality.links import note_links
from quality.models import Link, LinkUse, TextFinding


@transaction.atomic
def forget(page_id: int) -> None:
    """Forget the findings and the links of a page that is not public any more."""
    TextFinding.objects.filter(page_id=page_id).delete()
    LinkUse.objects.filter(page_id=page_id).delete()
    Link.objects.filter(uses=None).delete()


@transaction.atomic
def follow(page: Page) -> int:
    """Check one page again; how many findings it has."""
    TextFinding.objects.filter(page_id=page.pk).delete()
    note_links(page)
    if not page.live or page.alias_of_id:
        return 0
    found = findings_of(page)
    TextFinding.objects.bulk_create(
        TextFinding(page_id=page.pk, kind=each.kind, path=each.path, passage=each.passage, values=dict(each.values))
        for each in found
    )
    return len(found)


def follow_all(pages: Iterable[Page]) -> int:
    """Check many pages; all findings together."""
    return sum(follow(page) for page in pages)

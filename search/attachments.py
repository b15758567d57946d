"""The text of attached files, found with the pages that offer them."""

from collections import defaultdict
from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import Page, ReferenceIndex

from core.models import CustomDocument
from search.models import FileText


def pages_with(instance: Model) -> list[int]:
    """The pages that refer to something: offer a file, name a provider, show opening hours."""
    rows = ReferenceIndex.get_references_to(instance).filter(base_content_type=_page_type())
    return [int(page_id) for page_id in set(rows.values_list("object_id", flat=True))]


def _page_type() -> ContentType:
    return ContentType.objects.get_for_model(Page)


def texts_for(page_ids: Iterable[int]) -> dict[int, list[str]]:
    """{page id: paragraphs of the files it offers}; one query, and another where there are files."""
    rows = ReferenceIndex.objects.filter(
        base_content_type=_page_type(),
        object_id__in=[str(page_id) for page_id in page_ids],
        to_content_type=ContentType.objects.get_for_model(CustomDocument),
    )
    offered = sorted(set(rows.values_list("object_id", "to_object_id")))
    if not offered:
        return {}
    read = FileText.objects.filter(state=FileText.State.READ, document_id__in={pk for _page_id, pk in offered})
    texts = {str(row.document_id): row.text for row in read}
    found: dict[int, list[str]] = defaultdict(list)
    for page_id, document_id in offered:
        found[int(page_id)] += texts.get(document_id, "").splitlines()
    return found

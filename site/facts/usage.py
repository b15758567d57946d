"""Where a fact is used: a used fact cannot vanish silently."""

from django.db import models
from wagtail.models import ReferenceIndex

OWN_PARTS = ("words", "rows", "exceptions")


def users_of(fact: models.Model) -> list[models.Model]:
    """Pages, snippets and facts that point to `fact`, each once."""
    found: dict[tuple[int, str], models.Model] = {}
    for reference in ReferenceIndex.get_references_to(fact).select_related("content_type"):
        model = reference.content_type.model_class()
        thing = model.objects.filter(pk=reference.object_id).first() if model else None
        if thing is not None:
            found.setdefault((reference.content_type_id, reference.object_id), thing)
    return list(found.values())

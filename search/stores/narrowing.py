"""SQL that both stores share."""

from search.stores.base import Filters


def narrowed(filters: Filters, column: str) -> tuple[str, list[str]]:
    """The condition "has one of these values of each of these facets", and its values."""
    parts, values = [], []
    for name, wanted in filters.items():
        marks = ", ".join(["%s"] * len(wanted))
        parts.append(
            f" AND EXISTS (SELECT 1 FROM search_facet narrowed WHERE narrowed.document_id = {column} "  # noqa: S608
            f"AND narrowed.name = %s AND narrowed.value IN ({marks}))"
        )
        values += [name, *wanted]
    return "".join(parts), values

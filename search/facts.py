"""What results can be narrowed by, read from a page of any type by the names of its relations."""

import datetime

from wagtail.models import Page

from core.checked import PageCheck

# facet -> attributes of pages that hold codes of a classification, one or many
RELATIONS = {
    "stage": ("stages", "stage"),
    "audience": ("audiences",),
    "sector": ("sectors", "sector"),
    "area": ("areas", "shop_fronts", "area"),
    "country": ("countries", "destination", "country"),
}
FACETS = ("kind", *RELATIONS, "cost", "spoken", "open")


def facets_of(page: Page) -> dict[str, set[str]]:
    """{facet: codes} of one specific page; facets without a value are left out."""
    found = {name: _codes(page, attributes) for name, attributes in RELATIONS.items()}
    found["kind"] = {page.specific_class._meta.model_name}
    if getattr(page, "cost", "") == "free":
        found["cost"] = {"free"}
    if isinstance(getattr(page, "languages", None), list):
        found["spoken"] = set(page.languages)
    if rows := getattr(getattr(page, "hours", None), "rows", None):
        found["open"] = {str(row.weekday) for row in rows.all()}
    return {name: values for name, values in found.items() if values}


def _codes(page: Page, attributes: tuple[str, ...]) -> set[str]:
    codes: set[str] = set()
    for attribute in attributes:
        value = getattr(page, attribute, None)
        if hasattr(value, "code"):
            codes.add(value.code)
        elif hasattr(value, "all"):
            codes |= {row.code for row in value.all() if hasattr(row, "code")}
    return codes


def names_of(page: Page, language: str) -> list[str]:
    """Words for what a page is about that do not stand in its own texts: its provider, areas, sectors, countries."""
    found = []
    provider = getattr(page, "provider", None)
    if provider is not None:
        found.append(str(getattr(provider, "name", provider)))
    for attributes in RELATIONS.values():
        for attribute in attributes:
            value = getattr(page, attribute, None)
            rows = value.all() if hasattr(value, "all") else [value] if hasattr(value, "code") else []
            found += [row.name_in(language) for row in rows if hasattr(row, "name_in")]
    return found


def overdue_days(keys: list) -> dict:
    """{translation key: first day on which the check of the page is overdue}."""
    rows = PageCheck.objects.filter(translation_key__in=keys, next_check_due__isnull=False)
    return {key: due + datetime.timedelta(days=1) for key, due in rows.values_list("translation_key", "next_check_due")}

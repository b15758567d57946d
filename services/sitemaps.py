"""Addresses of providers for the sitemap."""

from collections import defaultdict

from services.models import Provider


def providers() -> list[dict[str, str]]:
    """The address of every provider by language."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for code, language in Provider.objects.values_list("code", "locale__language_code"):
        found[code][language] = f"/{language}/services/providers/{code}/"
    return list(found.values())

"""The page of a provider: a snippet with a page-like view."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_cache_control

from core.languages import LANGUAGES
from services.cards import service_cards
from services.models import Provider, ServicePage


def provider(request: HttpRequest, code: str) -> HttpResponse:
    """A provider with its services, in the language of the address."""
    language = request.LANGUAGE_CODE
    found = get_object_or_404(
        Provider.objects.select_related("contact").prefetch_related("contact__words"),
        code=code,
        locale__language_code=language,
    )
    services = ServicePage.objects.in_language(language).filter(provider__code=code).for_list()
    context = {
        "provider": found,
        "cards": service_cards(services),
        "alternates": {other: f"/{other}/services/providers/{code}/" for other in LANGUAGES},
    }
    response = render(request, "services/provider.html", context)
    patch_cache_control(response, public=True, max_age=300)
    return response


def providers(request: HttpRequest) -> HttpResponse:
    """All providers by kind."""
    language = request.LANGUAGE_CODE
    rows = Provider.objects.filter(locale__language_code=language).order_by("name")
    groups = [(kind.label, [row for row in rows if row.kind == kind]) for kind in Provider.Kind]
    alternates = {other: f"/{other}/services/providers/" for other in LANGUAGES}
    response = render(request, "services/providers.html", {"groups": groups, "alternates": alternates})
    patch_cache_control(response, public=True, max_age=300)
    return response

"""A service after schema.org: a GovernmentService where a public body provides it, else a Service."""

from typing import TYPE_CHECKING

from django.http import HttpRequest

from core.structured import CONTEXT, absolute

if TYPE_CHECKING:
    from services.models import ServicePage

PROVIDER_TYPES = {"public": "GovernmentOrganization", "civil-society": "NGO", "private": "Organization"}


def service(page: "ServicePage", request: HttpRequest) -> dict[str, object]:
    """The service with its provider, where it is available, and in which languages."""
    provider = page.provider
    channel: dict[str, object] = {
        "@type": "ServiceChannel",
        "serviceUrl": page.action_url or absolute(request, request.path),
        "availableLanguage": page.languages,
    }
    if page.contact.number and not page.contact.is_example:
        channel["servicePhone"] = {"@type": "ContactPoint", "telephone": page.contact.number}
    data: dict[str, object] = {
        "@context": CONTEXT,
        "@type": "GovernmentService" if provider.kind == "public" else "Service",
        "name": page.title,
        "description": page.summary,
        "provider": {"@type": PROVIDER_TYPES[provider.kind], "name": provider.name},
        "areaServed": list(page.where),
        "availableChannel": channel,
    }
    if page.cost == "free":
        data["isAccessibleForFree"] = True
    return data

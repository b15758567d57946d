"""Small files that machines look for: robots.txt, security.txt, the web manifest."""

import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.utils import timezone
from django.views.decorators.cache import cache_control

from core.languages import LANGUAGES


@cache_control(public=True, max_age=3600)
def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be read but the admin and the answers to queries."""
    lines = ["User-agent: *", "Disallow: /admin/"]
    lines += [f"Disallow: /{language}/search/" for language in LANGUAGES]
    lines += ["", f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@cache_control(public=True, max_age=3600)
def security(request: HttpRequest) -> HttpResponse:
    """RFC 9116: where to report a weakness; valid for half a year from today."""
    expires = timezone.now() + datetime.timedelta(days=180)
    lines = [
        f"Contact: mailto:{settings.DEFAULT_FROM_EMAIL}",
        f"Expires: {expires:%Y-%m-%dT00:00:00Z}",
        f"Preferred-Languages: {', '.join(LANGUAGES)}",
        f"Canonical: {request.build_absolute_uri()}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@cache_control(public=True, max_age=3600)
def manifest(request: HttpRequest) -> HttpResponse:
    """The web manifest: name and icons for a phone's home screen."""
    sizes = (192, 512)
    data = {
        "name": "NEXUS",
        "short_name": "NEXUS",
        "start_url": "/",
        "display": "browser",
        "background_color": "#FBF8F3",
        "theme_color": "#0E5A60",
        "icons": [
            {"src": static(f"img/favicon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png"} for size in sizes
        ],
    }
    return JsonResponse(data, content_type="application/manifest+json")

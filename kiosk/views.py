"""What a kiosk shows beside the portal's pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe


@require_safe
@cache_control(public=True, max_age=60)
def attract(request: HttpRequest) -> HttpResponse:
    """`/kiosk/`: what the screen shows while nobody uses it; the same for all devices, which fill in their office."""
    return render(request, "kiosk/attract.html")

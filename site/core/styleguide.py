"""The living style page, for developers only."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def styleguide(request: HttpRequest) -> HttpResponse:
    """Every component of the design with sample content."""
    return render(request, "styleguide.html")

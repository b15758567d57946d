"""Pages that list the pages under them."""

from django.http import HttpRequest
from wagtail.models import Page


class IndexMixin:
    """Gives the template `children`: the public pages directly under this one, in tree order."""

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, object]:
        context = super().get_context(request, *args, **kwargs)  # type: ignore[misc]
        context["children"] = Page.objects.child_of(self).live().public().specific()
        return context

"""The read-only API: /api/v2/pages/ with live, public pages and what readers are told about their translation."""

from typing import Any

from rest_framework.fields import Field
from rest_framework.renderers import JSONRenderer
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.serializers import PageSerializer
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.models import Page

from translations.reader import notice_for


class TranslationField(Field):
    """Null for an original and for a translation that is up to date; else what changed in the original since."""

    def get_attribute(self, instance: Page) -> Page:
        return instance

    def to_representation(self, page: Page) -> dict[str, Any] | None:
        notice = notice_for(page)
        if notice is None:
            return None
        return {
            "state": "outdated",
            "original_language": notice.language,
            "original_path": notice.url,
            "outdated_segments": notice.count,
            "last_changed_on": notice.day.isoformat(),
            "changes": [{"kind": part.kind, "text": part.text, "path": part.url or None} for part in notice.parts],
        }


class PublicPageSerializer(PageSerializer):
    """A page with its translation state."""

    translation = TranslationField(read_only=True)


class PublicPages(PagesAPIViewSet):
    """Pages as readers see them; nothing can be written, drafts and restricted pages are not found."""

    base_serializer_class = PublicPageSerializer
    renderer_classes = [JSONRenderer]
    meta_fields = [*PagesAPIViewSet.meta_fields, "translation"]
    listing_default_fields = [*PagesAPIViewSet.listing_default_fields, "translation"]


api = WagtailAPIRouter("wagtailapi")
api.register_endpoint("pages", PublicPages)

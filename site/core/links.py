"""Links to pages inside rich text, written from the table of addresses: in the reader's language, without a query."""

from django.utils.html import escape
from wagtail.rich_text.pages import PageLinkHandler

from core import addresses
from core.languages import active


class AddressLinkHandler(PageLinkHandler):
    """Replaces Wagtail's handler, which asks the database once or twice for every link."""

    @classmethod
    def expand_db_attributes(cls, attrs: dict[str, str]) -> str:
        return cls.expand_db_attributes_many([attrs])[0]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        return [_tag(attrs) for attrs in attrs_list]


def _tag(attrs: dict[str, str]) -> str:
    language = active()
    page_id = attrs.get("id", "")
    address = addresses.localized(int(page_id), language) if page_id.isdigit() else None
    if address is None:
        return "<a>"
    mark = f' hreflang="{address.language}"' if address.language != language else ""
    return f'<a href="{escape(address.url)}"{mark}>'

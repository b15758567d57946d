"""What templates of the admin need of this app."""

from typing import Any

from django import template

from translations.desk.panel import with_panel

register = template.Library()


@register.simple_tag(takes_context=True)
def add_translations_panel(context: template.Context) -> str:
    """Add our side panel to those of wagtail-localize's editor, which has no hook for it."""
    panels: list[Any] = context.get("side_panels") or []
    context["side_panels"] = with_panel(panels, context.get("instance"), context["request"])
    return ""

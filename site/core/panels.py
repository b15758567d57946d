"""Panels of the page editor that Wagtail does not bring."""

from typing import Any

from django import forms
from wagtail.admin.panels import FieldPanel


class ChoicesPanel(FieldPanel):
    """Several of a few: boxes to tick, where Wagtail has a list in which Ctrl must be held."""

    def __init__(self, field_name: str, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.CheckboxSelectMultiple)
        super().__init__(field_name, **kwargs)

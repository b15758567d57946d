"""What may not go live. Higher apps add their reasons; a page asks before it is published."""

import logging
from collections.abc import Callable
from contextvars import ContextVar

from django.dispatch import Signal
from wagtail.models import Page

# Many pages went live at once without Wagtail's own signals; `pages` are specific, of one type and one language.
published_together = Signal()
logger = logging.getLogger(__name__)
reasons: list[Callable[[Page], list[str]]] = []
asked: ContextVar[bool] = ContextVar("asked", default=False)
loading: ContextVar[bool] = ContextVar("loading", default=False)


def why_not_public(page: Page) -> list[str]:
    """Sentences for editors that say why this page may not be public as it is; empty if it may."""
    return [sentence for reason in reasons for sentence in reason(page)]

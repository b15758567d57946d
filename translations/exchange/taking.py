"""Take units back: all of them, or none with a list of what was refused and why."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource

from translations.exchange.units import Unit
from translations.lengths import limit_of

LINK = re.compile(r'<a id="([^"]+)">')
TAGS = re.compile(r"</?([a-z0-9]+)")
ALLOWED = {"a", "b", "i", "strong", "em", "br", "sup", "sub"}


@dataclass
class Report:
    """What came of an import; with one refusal nothing was taken."""

    taken: int = 0
    empty: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)  # name of the unit, reason


def take(units: Iterable[Unit], locale: Locale, allowed: set[str] | None = None) -> Report:
    """Enter the translations; `allowed` are the page keys that this person may change, None for all."""
    report, rows = Report(), []
    for unit in units:
        if not unit.target.strip():
            report.empty += 1
            continue
        segment = _segment(unit)
        reason = _reason(unit, segment, allowed)
        if reason:
            report.refused.append((unit.name, reason))
        elif segment:
            rows.append((segment, unit.target))
    if not report.refused:
        with transaction.atomic():
            for segment, target in rows:
                _enter(segment, target, locale)
        report.taken = len(rows)
    return report


def _segment(unit: Unit) -> StringSegment | None:
    if not re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", unit.key):
        return None
    rows = StringSegment.objects.filter(
        source__object_id=unit.key, context__path=unit.path, string__data=unit.source
    ).select_related("context", "string", "source")
    return rows.first()


def _reason(unit: Unit, segment: StringSegment | None, allowed: set[str] | None) -> str:
    if segment is None:
        known = TranslationSource.objects.filter(object_id=unit.key).exists() if len(unit.key) == 36 else False
        return _("the original does not say this any more") if known else _("no page has this text")
    if allowed is not None and unit.key not in allowed:
        return _("you may not change this page")
    if sorted(LINK.findall(unit.target)) != sorted(LINK.findall(unit.source)):
        return _("the links differ from those of the original")
    if set(TAGS.findall(unit.target)) - ALLOWED:
        return _("it has marks that are not allowed")
    limit = limit_of(segment.context)
    text = strip_tags(unit.target)
    if limit and len(text) > limit:
        return _("it has %(count)s letters, and only %(limit)s fit") % {"count": len(text), "limit": limit}
    return ""


def _enter(segment: StringSegment, target: str, locale: Locale) -> None:
    StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        context=segment.context,
        locale=locale,
        defaults={
            "data": target,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            "tool_name": "file",
            "has_error": False,
            "field_error": "",
        },
    )

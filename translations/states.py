"""Settle the state of each language version of an original."""

from dataclasses import dataclass

from django.utils import timezone
from wagtail.models import Locale, Page

from translations.drift import Difference, Minor, compare
from translations.models import Original, State, Version
from translations.segments import from_rows


@dataclass
class Target:
    """The translation as it stands in the database."""

    pk: int
    live: bool
    has_parent: bool = True


def targets_of(record: Original) -> dict[int, Target]:
    """The translations that exist, by locale id."""
    if not record.is_page:
        model = record.content_type.model_class()
        rows = model.objects.filter(translation_key=record.pk).exclude(locale_id=record.locale_id)
        return {locale_id: Target(pk, True) for pk, locale_id in rows.values_list("pk", "locale_id")}
    rows = Page.objects.filter(translation_key=record.pk, alias_of=None).values(
        "pk", "locale_id", "live", "path", "depth"
    )
    rows = {row["locale_id"]: row for row in rows}
    parents = {
        row["path"]: row
        for row in Page.objects.filter(path__in=[row["path"][: -Page.steplen] for row in rows.values()]).values(
            "path", "live", "alias_of_id", "translation_key"
        )
    }
    own = rows.pop(record.locale_id, None)
    above = parents.get(own["path"][: -Page.steplen]) if own else None
    return {
        locale_id: Target(
            row["pk"], row["live"], _is_under(parents.get(row["path"][: -Page.steplen]), above, row["depth"])
        )
        for locale_id, row in rows.items()
    }


def _is_under(parent: dict | None, above: dict | None, depth: int) -> bool:
    """Whether `parent` is the translation of `above`, and public where that is."""
    if depth <= 2 or above is None:
        return True
    if parent is None or parent["alias_of_id"] or parent["translation_key"] != above["translation_key"]:
        return False
    return parent["live"] or not above["live"]


def settle(record: Original, minor: Minor) -> None:
    """Write down the state of every language version."""
    targets = targets_of(record)
    versions = {version.locale_id: version for version in record.versions.all()}
    for locale_id in Locale.objects.exclude(pk=record.locale_id).values_list("pk", flat=True):
        version = versions.get(locale_id) or Version(original=record, locale_id=locale_id)
        _settle_one(record, version, targets.get(locale_id), minor)


def _settle_one(record: Original, version: Version, target: Target | None, minor: Minor) -> None:
    if target and target.live and version.baseline is None:
        version.baseline = record.segments
    differences = compare(from_rows(version.baseline), from_rows(record.segments), minor) if version.baseline else []
    state = _state(record, version, target, differences)
    count = len(differences) if state == State.OUTDATED else 0
    drift = _as_rows(record, differences) if count else []
    values = {
        "object_id": target.pk if target else None,
        "state": state,
        "outdated_segments": count,
        "drift": drift,
        "since": version.since if version.pk and version.state == state else timezone.now(),
        "baseline": version.baseline if target else None,
    }
    if version.pk is None or any(getattr(version, name) != value for name, value in values.items()):
        for name, value in values.items():
            setattr(version, name, value)
        version.save()


def _state(record: Original, version: Version, target: Target | None, differences: list[Difference]) -> State:
    if not version.wanted:
        return State.NOT_WANTED
    if target and (record.deleted or not record.live or not target.has_parent):
        return State.ORPHAN
    if target is None:
        return State.MISSING
    if not target.live:
        return State.IN_TRANSLATION
    if version.machine:
        return State.MACHINE_DRAFTED
    return State.OUTDATED if differences else State.UP_TO_DATE


def _as_rows(record: Original, differences: list[Difference]) -> list[dict[str, str]]:
    times = dict(record.changes.values_list("new_hash", "at"))
    times |= dict(record.changes.filter(new_hash="").values_list("old_hash", "at"))
    found = []
    for difference in differences:
        new, old = difference.new, difference.old
        at = times.get(new.hash if new else old.hash) or record.changed_at
        found.append(
            {
                "kind": difference.kind,
                "path": difference.path,
                "old": old.text if old else "",
                "new": new.text if new else "",
                "at": at.isoformat(),
            }
        )
    return found

"""Facts that differ between an original and its translations: found on publish, kept until mended or accepted."""

import datetime
from collections import defaultdict
from collections.abc import Iterator

from django.db import models, transaction
from django.utils import timezone

from core import addresses
from translations import carry
from translations.models import Contradiction, Original, State, Version
from translations.parity import compare
from translations.segments import Segment, from_rows, segments_of

LONGEST = 300  # letters of a passage that is kept for a finding
KEPT = datetime.timedelta(days=730)  # accepted findings are forgotten two years after they were accepted
CHECKED = (State.UP_TO_DATE, State.OUTDATED, State.MACHINE_DRAFTED)


def check_record(record: Original) -> None:
    """Compare every public translation of an original with it."""
    for version in record.versions.filter(state__in=CHECKED):
        check_version(record, version)


@transaction.atomic
def check_version(record: Original, version: Version) -> None:
    """Compare one translation; what was accepted stays accepted while it stays the same."""
    instance = carry.instance_of(version)
    if instance is None:
        return
    known = {row.key: row for row in version.contradictions.all()}
    found = {row.key: row for row in _findings(record, version, instance)}
    version.contradictions.filter(pk__in=[row.pk for key, row in known.items() if key not in found]).delete()
    Contradiction.objects.bulk_create(row for key, row in found.items() if key not in known)


def _findings(record: Original, version: Version, instance: models.Model) -> Iterator[Contradiction]:
    languages = addresses.language_of(record.locale_id), addresses.language_of(version.locale_id)
    original, translated = _by_path(from_rows(record.segments)), _by_path(segments_of(instance))
    for path, texts in original.items():
        others = translated.get(path, [])
        a, b = "\n".join(texts), "\n".join(others)
        for finding in compare(languages[0], a, languages[1], b):
            yield _row(version, path, finding.kind, finding.in_a, finding.in_b, a, b)
        if len(texts) != len(others):
            yield _row(version, path, "count", str(len(texts)), str(len(others)), a, b)


def _by_path(segments: list[Segment]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for segment in segments:
        found[segment.path].append(segment.text)
    return found


def _row(version: Version, path: str, kind: str, *texts: str) -> Contradiction:
    in_a, in_b, a, b = texts
    return Contradiction(
        version=version,
        path=path[:500],
        kind=kind,
        in_original=in_a[:LONGEST],
        in_translation=in_b[:LONGEST],
        original_passage=a,
        translated_passage=b,
    )


def accept(row: Contradiction, reason: str, user: models.Model) -> None:
    """Keep a difference, with the reason."""
    row.reason, row.accepted_by, row.accepted_at = reason[:LONGEST], user, timezone.now()
    row.save(update_fields=["reason", "accepted_by", "accepted_at"])


def forget_old() -> None:
    """Remove findings that were accepted long ago; if they still hold they are found again on the next publication."""
    Contradiction.objects.filter(accepted_at__lt=timezone.now() - KEPT).delete()

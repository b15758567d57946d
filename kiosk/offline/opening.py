"""Open or closed, in words, for the coming days: the pages of the set say nothing that time makes wrong.

A page of the set marks the place of a status with the id of its hours; the device fills it in by its own clock from
this file, with the sentences of the site. After the last of them it says nothing; the weekly hours stand beside it.
"""

import datetime
import json

from django.utils import timezone, translation

from core.languages import LANGUAGES
from facts.hours import Schedule, status_at
from facts.models import OpeningHours
from facts.schedules import schedule_of
from facts.sentences import status_sentence

DAYS = 21


def build(start: datetime.datetime | None = None) -> bytes:
    """{"<uuid>": [[from in Unix seconds, 1 if open, {language: number of its sentence}]], "words": [...]} as JSON."""
    now = start or timezone.now()
    words: dict[str, int] = {}
    desks = {}
    for hours in OpeningHours.objects.prefetch_related("rows", "exceptions").order_by("uuid"):
        desks[str(hours.uuid)] = _line(schedule_of(hours), now, words)
    data = {"desks": desks, "words": list(words), "languages": LANGUAGES}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _line(schedule: Schedule, now: datetime.datetime, words: dict[str, int]) -> list[list]:
    """The states of one desk from midnight on; a new one at each change, and at each midnight ("tomorrow at 9:00")."""
    midnight = now.astimezone(schedule.zone).replace(hour=0, minute=0, second=0, microsecond=0)
    end = midnight + datetime.timedelta(days=DAYS)
    found, moment = [], midnight
    while moment < end:
        status = status_at(schedule, moment)
        sentences = []
        for language in LANGUAGES:
            with translation.override(language):
                sentences.append(words.setdefault(status_sentence(status), len(words)))
        found.append([int(moment.timestamp()), int(status.is_open), *sentences])
        next_day = (moment + datetime.timedelta(days=1)).replace(hour=0, minute=0)
        moment = min(next_day, status.changes or next_day)
    return found

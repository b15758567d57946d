"""The notices of all languages, in memory; what shows now, and when that changes."""

import datetime

from core.tables import Table
from home.models.notices import Notice


def _read() -> list[Notice]:
    return list(Notice.objects.select_related("locale", "area"))


notices = Table("notices", _read)


def showing(now: datetime.datetime, language: str, area_id: int | None = None) -> list[Notice]:
    """The notices whose time has begun and not ended, of one area where it is given."""
    return [
        notice
        for notice in notices.get()
        if notice.locale.language_code == language
        and (area_id is None or notice.area_id == area_id)
        and notice.starts_at <= now
        and (notice.ends_at is None or notice.ends_at > now)
    ]


def moments(now: datetime.datetime) -> list[datetime.datetime]:
    """The coming moments at which a notice appears or goes."""
    found = [moment for notice in notices.get() for moment in (notice.starts_at, notice.ends_at)]
    return [moment for moment in found if moment and moment > now]

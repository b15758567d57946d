"""The desk with 1,000 pages in four languages, beside a naive table that asks for each cell, in the same run."""

import shutil
import time
import uuid
from collections.abc import Callable

PAGES = 1000


def _fill() -> None:
    """Add pages without specific rows, with records of their translations, until there are PAGES originals."""
    from django.contrib.contenttypes.models import ContentType
    from wagtail.models import Locale, Page

    from translations.models import Original, State, Version

    content_type = ContentType.objects.get_for_model(Page)
    homes = {page.locale_id: page for page in Page.objects.filter(depth=2)}
    original_locale = Locale.objects.get(language_code="ro").pk
    states = [State.UP_TO_DATE, State.OUTDATED, State.UP_TO_DATE, State.IN_TRANSLATION]
    pages, originals, versions = [], [], []
    for number in range(Original.objects.filter(is_page=True).count(), PAGES):
        key = uuid.uuid4()
        for locale_id, home in homes.items():
            pages.append(
                Page(
                    title=f"Page {number}", draft_title=f"Page {number}", slug=f"bench-{number}", translation_key=key,
                    locale_id=locale_id, content_type=content_type, depth=3, live=True,
                    path=home.path + Page._int2str(5000 + number).rjust(4, "0"),
                    url_path=f"{home.url_path}bench-{number}/",
                )
            )  # fmt: skip
        originals.append((key, number))
    Page.objects.bulk_create(pages)
    ids = {(page.translation_key, page.locale_id): page.pk for page in pages}
    rows = [
        Original(translation_key=key, content_type=content_type, locale_id=original_locale, live=True, was_live=True,
                 object_id=ids[key, original_locale], title=f"Page {number}", is_page=True, inner=f"/bench-{number}/")
        for key, number in originals
    ]  # fmt: skip
    Original.objects.bulk_create(rows)
    for key, number in originals:
        for locale_id in homes:
            if locale_id != original_locale:
                state = states[(number + locale_id) % len(states)]
                count = 3 if state == State.OUTDATED else 0
                page_id = ids[key, locale_id]
                versions.append(
                    Version(
                        original_id=key, locale_id=locale_id, object_id=page_id, state=state, outdated_segments=count
                    )
                )
    Version.objects.bulk_create(versions)


def naive() -> int:
    """For each original and language: look for the translation, and for what changed since; how many cells."""
    from wagtail.models import Locale, Page

    from translations.models import Original, Version

    cells = 0
    for original in Original.objects.filter(is_page=True, was_live=True):
        page = Page.objects.filter(pk=original.object_id).first()
        for locale in Locale.objects.exclude(pk=original.locale_id):
            translation = Page.objects.filter(translation_key=original.pk, locale=locale).first()
            version = Version.objects.filter(original=original, locale=locale).first()
            cells += bool(page and version and (translation or version.state))
    return cells


def _measured(function: Callable[[], object]) -> tuple[float, int]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        started = time.perf_counter()
        function()
        seconds = time.perf_counter() - started
    return seconds, len(queries)


def desk() -> None:
    """Print seconds and queries of the desk's page, and of the naive table."""
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.test import Client

    from core.models import User

    copy = settings.VAR / "bench-desk.sqlite3"
    shutil.copy(settings.VAR / "test.sqlite3", copy)
    connection.settings_dict["NAME"] = copy
    _fill()
    client = Client()
    client.force_login(User.objects.get(username="admin"))
    client.get("/admin/translations/")  # warm: templates, languages
    taken, queries = _measured(lambda: client.get("/admin/translations/"))
    slow, many = _measured(naive)
    print(f"desk, {PAGES} pages x 4 languages: {taken:.2f} s, {queries} queries for the whole page")
    print(f"naive, cell by cell:               {slow:.2f} s, {many} queries; ratio {slow / taken:.1f}")
    connection.close()
    copy.unlink()

"""What tests of translations do again and again."""

import json
from io import StringIO

from django.core.management import call_command
from django.db import connection, transaction
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from core import addresses

NEWS = "/news/"


def page_at(inner, language="ro"):
    return Page.objects.get(pk=addresses.find(language, inner).page_id).specific


def fresh(page):
    return Page.objects.get(pk=page.pk).specific


def publish(page):
    page.save_revision().publish()
    return fresh(page)


def states(page_or_id):
    """{language: (state, outdated segments)} of one original, through the door for scripts."""
    page_id = getattr(page_or_id, "pk", page_or_id)
    return {row["language"]: (row["state"], row["outdated_segments"]) for row in all_rows() if row["page"] == page_id}


def all_rows():
    out = StringIO()
    call_command("translation_states", "--json", stdout=out)
    return json.loads(out.getvalue())


def translation_of(page, language):
    return page.get_translation(Locale.objects.get(language_code=language)).specific


def save_target(page, language, publish=True):
    """What "publish" in the translation editor does, with what is done on commit."""
    source, _ = TranslationSource.update_or_create_from_instance(page)
    translation, _ = Translation.objects.get_or_create(
        source=source, target_locale=Locale.objects.get(language_code=language)
    )
    before = len(connection.run_on_commit)
    translation.save_target(publish=publish)
    if connection.in_atomic_block:  # a test that rolls back: run what was meant for the commit
        waiting, connection.run_on_commit = connection.run_on_commit[before:], connection.run_on_commit[:before]
        for _sids, function, _robust in waiting:
            with transaction.atomic():
                function()


def translate_missing(page, language, mark=""):
    """Enter a translation for every text that has none."""
    source, _ = TranslationSource.update_or_create_from_instance(page)
    locale = Locale.objects.get(language_code=language)
    for segment in StringSegment.objects.filter(source=source).select_related("string", "context"):
        StringTranslation.objects.get_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=locale,
            defaults={"data": f"{language}{mark} {segment.string.data}"},
        )

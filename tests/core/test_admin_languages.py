"""The admin in Romanian, Russian and Dutch: what Wagtail and Django leave open stands in locale/admin/."""

from importlib.util import find_spec
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.utils.translation import gettext, override

ADMIN_LANGUAGES = ("ro", "ru", "nl")
PACKAGES = [
    name for name in settings.INSTALLED_APPS if name == "django.contrib.auth" or name.startswith("wagtail")
]  # fmt: skip


def catalogue(folder, language):
    path = folder / language / "LC_MESSAGES" / "django.po"
    return polib.pofile(str(path)) if path.exists() else None


def translated(entries):
    return {(entry.msgctxt, entry.msgid) for entry in entries or [] if entry.translated()}


def folder_of(package):
    return Path(find_spec(package).submodule_search_locations[0]) / "locale"


def said_in_english():
    return {
        (entry.msgctxt, entry.msgid)
        for package in PACKAGES
        for entry in catalogue(folder_of(package), "en") or []
        if not entry.obsolete
    }


def ours(language):
    return translated(catalogue(settings.ROOT / "locale" / "admin", language))


@pytest.mark.parametrize("language", ADMIN_LANGUAGES)
def test_nothing_of_the_admin_is_left_in_english(language):
    theirs = set().union(*(translated(catalogue(folder_of(package), language)) for package in PACKAGES))
    assert sorted(said_in_english() - theirs - ours(language), key=str) == []


@pytest.mark.parametrize("language", ADMIN_LANGUAGES)
def test_our_additions_name_no_string_that_the_packages_do_not_have(language):
    assert ours(language) - said_in_english() == set()


def test_an_addition_is_in_force():
    with override("ru"):
        assert gettext("Back to API tokens") == "Назад к токенам API"

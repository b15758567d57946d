"""The catalogues hold what the code says, and the tools of Django find nothing to complain about."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import translation
from django.utils.translation import ngettext

from tests import messages

ROOT = Path(__file__).resolve().parents[1]


def test_makemessages_makes_no_difference():
    before = {language: messages.path_of(language).read_text() for language in messages.LANGUAGES}
    try:
        messages.extract()
        after = {language: messages.path_of(language).read_text() for language in messages.LANGUAGES}
    finally:
        for language, text in before.items():
            messages.path_of(language).write_text(text)
    assert before == after


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_django_checks_find_nothing():
    call_command("check", fail_level="WARNING")


def test_the_demo_settings_pass_the_checks_too():
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings.demo"}
    command = [sys.executable, "manage.py", "check", "--fail-level", "WARNING"]
    assert subprocess.run(command, cwd=ROOT, env=environment, capture_output=True).returncode == 0


@pytest.mark.parametrize(
    ("language", "count", "expected"),
    [
        ("ro", 1, "1 serviciu"), ("ro", 2, "2 servicii"), ("ro", 19, "19 servicii"), ("ro", 20, "20 de servicii"),
        ("ro", 101, "101 servicii"), ("ro", 0, "0 servicii"), ("ru", 1, "1 услуга"), ("ru", 3, "3 услуги"),
        ("ru", 5, "5 услуг"), ("ru", 11, "11 услуг"), ("ru", 21, "21 услуга"), ("ru", 112, "112 услуг"),
        ("nl", 1, "1 dienst"), ("nl", 2, "2 diensten"), ("en", 1, "1 service"), ("en", 0, "0 services"),
    ],
)  # fmt: skip
def test_plurals_are_right(language, count, expected):
    with translation.override(language):
        assert ngettext("%(count)s service", "%(count)s services", count) % {"count": count} == expected

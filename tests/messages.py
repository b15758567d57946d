"""Take all texts for people out of the code into locale/*.po, the same way every time (`make messages`)."""

import os
import subprocess
import sys
from pathlib import Path

import polib

from core.languages import LANGUAGES

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("site", "home", "services", "countries", "search", "phones", "handover", "kiosk", "translations", "quality")


def extract() -> None:
    """Run makemessages; line numbers and dates would make a difference without a change, so they are left out."""
    ignored = [f"--ignore={name}" for name in (".venv", "var", "node_modules", "tests", "docs")]
    command = [sys.executable, "manage.py", "makemessages", "--no-location", "--no-obsolete", *ignored]
    command += [part for language in LANGUAGES for part in ("-l", language)]
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings.test"}
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, env=environment)
    for language in LANGUAGES:
        _tidy(path_of(language), language)


def path_of(language: str) -> Path:
    return ROOT / "locale" / language / "LC_MESSAGES" / "django.po"


def _tidy(path: Path, language: str) -> None:
    catalogue = polib.pofile(str(path), wrapwidth=120)
    catalogue.metadata = {
        "Project-Id-Version": "NEXUS portal",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS[language],
    }
    catalogue.header = ""
    for entry in catalogue:
        if entry.fuzzy:  # a guess of msgmerge: wrong more often than right
            entry.flags.remove("fuzzy")
            entry.previous_msgid = entry.previous_msgid_plural = entry.previous_msgctxt = None
            entry.msgstr = ""
            entry.msgstr_plural = dict.fromkeys(entry.msgstr_plural, "")
        if language == "en" and not entry.msgstr and not entry.msgid_plural:
            entry.msgstr = entry.msgid
        if language == "en" and entry.msgid_plural:
            entry.msgstr_plural = {0: entry.msgid, 1: entry.msgid_plural}
    catalogue.sort()
    catalogue.save(str(path))


PLURALS = {
    "ro": "nplurals=3; plural=(n==1 ? 0 : (n==0 || (n%100>0 && n%100<20)) ? 1 : 2);",
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    "nl": "nplurals=2; plural=(n != 1);",
    "en": "nplurals=2; plural=(n != 1);",
}

if __name__ == "__main__":
    extract()

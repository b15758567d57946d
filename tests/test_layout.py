"""Rules of the house that a program can check."""

import ast
import re
import subprocess
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.messages import LANGUAGES, path_of

ROOT = Path(__file__).resolve().parents[1]
HOSTS = re.compile(
    r"https?://[^\s\"']*(pypi|pythonhosted|npmjs|registry|artifact|nexus-repo|maven)[^\s\"']*", re.IGNORECASE
)
OURS = ("site", "home", "services", "countries", "search", "phones", "translations", "quality")


def tracked(pattern: str = "") -> list[Path]:
    names = subprocess.run(
        ["git", "ls-files", *([pattern] if pattern else [])], cwd=ROOT, capture_output=True, check=True
    )
    return [ROOT / name for name in names.stdout.decode().splitlines() if (ROOT / name).exists()]


@pytest.mark.parametrize("folder", ["site", "locale"])
def test_folders_named_like_standard_modules_are_no_packages(folder):
    assert not (ROOT / folder / "__init__.py").exists()


def test_the_stdlib_is_not_shadowed():
    import locale
    import site

    assert str(ROOT) not in (getattr(site, "__file__", "") + getattr(locale, "__file__", ""))


def test_no_file_names_a_registry_host():
    names = ("requirements.txt", "requirements-test.txt", "package-lock.json", "pyproject.toml", "Makefile")
    assert [name for name in names if HOSTS.search((ROOT / name).read_text())] == []


def test_gitignore_does_not_hide_the_site_folder():
    lines = (ROOT / ".gitignore").read_text().split()
    assert not {"site", "site/", "/site", "/site/"} & set(lines)


def test_files_stay_within_three_hundred_lines():
    long = {
        path.relative_to(ROOT).as_posix(): count
        for path in tracked("*.py")
        if "migrations" not in path.parts and (count := len(path.read_text().splitlines())) > 320
    }
    assert long == {}


def test_no_module_is_named_after_nothing():
    bad = {"utils.py", "helpers.py", "common.py", "misc.py"}
    assert [path for path in tracked("*.py") if path.name in bad] == []


def test_every_variable_of_the_environment_is_in_the_example():
    used = set()
    for path in (ROOT / "site" / "config" / "settings").glob("*.py"):
        used |= set(re.findall(r'env(?:\.\w+)?\("([A-Z_]+)"', path.read_text()))
    example = (ROOT / ".env.example").read_text()
    assert {name for name in used if name not in example} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_interface_is_translated(language):
    import polib

    catalogue = polib.pofile(str(path_of(language)))
    assert [entry.msgid for entry in catalogue if not entry.translated() or entry.fuzzy] == []


@pytest.mark.parametrize(("language", "forms"), [("ro", 3), ("ru", 3), ("nl", 2), ("en", 2)])
def test_plural_forms_are_all_there(language, forms):
    import polib

    plurals = [entry for entry in polib.pofile(str(path_of(language))) if entry.msgid_plural]
    assert plurals
    assert {len([form for form in entry.msgstr_plural.values() if form]) for entry in plurals} == {forms}


def test_the_languages_of_settings_and_of_core_are_the_same():
    from django.conf import settings

    from core.languages import LANGUAGES as ours

    assert tuple(code for code, _name in settings.LANGUAGES) == ours


def test_production_refuses_to_start_without_its_secrets():
    import os
    import sys

    environment = {
        key: value for key, value in os.environ.items() if key not in ("SECRET_KEY", "DJANGO_SETTINGS_MODULE")
    }
    code = "import config.settings.production"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode != 0
    assert "SECRET_KEY" in done.stderr


def test_everything_that_the_portal_imports_is_in_its_own_requirements():
    """The tests' packages bring others along; `make demo` has only its own list."""
    listed = {line.partition("==")[0].lower().replace("_", "-") for line in (ROOT / "requirements.txt").read_text().splitlines()
              if "==" in line and line[0] not in " #"}  # fmt: skip
    owners = packages_distributions()
    missing = set()
    for path in tracked("*.py"):
        if path.relative_to(ROOT).parts[0] in ("tests", "bench"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) and node.module and not node.level else []
            for name in names:
                packages = [owner.lower().replace("_", "-") for owner in owners.get(name.partition(".")[0], [])]
                if packages and "nexus-portal" not in packages and not listed & set(packages):
                    missing.add((path.name, name))
    assert missing == set()

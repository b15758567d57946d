"""`manage.py build_assets`: make styles, scripts and bundles of the small source files, without Node."""

from pathlib import Path
from typing import Any

import rcssmin
from django.conf import settings
from django.core.management import BaseCommand

# The order matters: tokens first, print last.
STYLES = (
    "tokens", "base", "layout", "header", "language-switch", "footer", "road", "buttons", "status", "warning",
    "notice", "older", "phones", "help", "pictures", "steps", "checklist", "facts", "tables", "faq", "forms", "finder",
    "results", "handover", "print",
)  # fmt: skip


def stylesheet(folder: Path) -> str:
    """All styles as one minified text; a file that nobody listed is a mistake."""
    names = {path.stem for path in folder.glob("*.css")}
    if names != set(STYLES):
        raise FileNotFoundError(f"styles listed and styles found differ: {sorted(names ^ set(STYLES))}")
    return rcssmin.cssmin("\n".join((folder / f"{name}.css").read_text(encoding="utf-8") for name in STYLES))


def script(folder: Path) -> str:
    """One script for one request: the theme before the first paint, the rest when the page is there."""
    theme, *rest = (
        (folder / f"{name}.js").read_text(encoding="utf-8") for name in ("theme", "site", "keep", "offline")
    )
    text = "\n".join(rest)
    return f'{theme}\ndocument.addEventListener("DOMContentLoaded", function () {{\n{text}\n}});\n'


def saved_script(folder: Path) -> str:
    """The script of the page that lists what is saved."""
    return "\n".join((folder / f"{name}.js").read_text(encoding="utf-8") for name in ("keep", "saved"))


def bundle(folder: Path) -> str:
    """All scripts or styles of a folder in the order of their names; what starts everything, shell.js, last."""
    paths = sorted(folder.glob("*.*"), key=lambda path: (path.name == "shell.js", path.name))
    text = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    return rcssmin.cssmin(text) if paths and paths[0].suffix == ".css" else f'"use strict";\n{text}'


class Command(BaseCommand):
    """Writes to var/build/, from where collectstatic takes it."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        build = settings.VAR / "build"
        build.mkdir(parents=True, exist_ok=True)
        source = settings.ROOT / "site" / "static"
        (build / "site.css").write_text(stylesheet(source / "css"), encoding="utf-8")
        (build / "site.js").write_text(script(source / "js"), encoding="utf-8")
        (build / "saved.js").write_text(saved_script(source / "js"), encoding="utf-8")
        for name, folder in settings.BUNDLES.items():
            (build / name).write_text(bundle(folder), encoding="utf-8")

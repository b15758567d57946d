"""`manage.py load_content [--reset] [folder]`: load the content files into an empty database."""

import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from wagtail.models import Locale, Page, Site

from core.languages import LANGUAGES
from core.models import BasePage
from core.tables import forget_all
from home.loading import check, facts, snippets
from home.loading.pages import PageLoader
from home.loading.quiet import indexes_off
from home.loading.reset import remove_content


class Command(BaseCommand):
    """Checks every file first; a mistake is named by file, line and field, and nothing is loaded."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=settings.ROOT / "content")
        parser.add_argument("--reset", action="store_true", help="remove all content first, edits of people too")

    def handle(self, *args: Any, **options: Any) -> None:
        root: Path = options["folder"]
        contents, problems = check.check(root)
        if problems:
            raise CommandError("Nothing was loaded.\n" + "\n".join(str(problem) for problem in problems))
        if Page.objects.type(BasePage).exists():
            if not options["reset"]:
                raise CommandError("This database has content that people may have edited; --reset removes it.")
            remove_content()
        started = time.monotonic()
        with indexes_off():
            self._load(root, contents)
        self.stdout.write("search index and reference index")
        call_command("rebuild_references_index", verbosity=0)
        call_command("update_index", verbosity=0)
        call_command("search_index", "rebuild", verbosity=0)
        call_command("check_quality", verbosity=0)
        forget_all()
        self.stdout.write(f"loaded in {time.monotonic() - started:.0f} s")

    def _load(self, root: Path, contents: Any) -> None:
        for language in LANGUAGES:
            Locale.objects.get_or_create(language_code=language)
        Site.objects.all().delete()
        for page in Page.objects.filter(depth=2):  # Wagtail's own welcome page
            page.delete()
        snippets.load_classifications(root)
        facts.load_facts(contents)
        self.stdout.write("facts")
        snippets.load_terms(contents)
        snippets.load_providers(contents)
        self.stdout.write("terms and providers")
        around = snippets.read_site(root)
        loader = PageLoader(contents, around["featured"], self.stdout.write)
        loader.load()
        snippets.load_around(root, loader.builder_tables["page_ids"])
        home = loader.drafts["/", LANGUAGES[0]]
        Site.objects.create(
            hostname="localhost", port=80, root_page_id=home.pk, is_default_site=True, site_name="NEXUS"
        )

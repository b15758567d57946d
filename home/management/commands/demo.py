"""`manage.py demo`: prepare the database and serve the whole portal on this machine, in the foreground.

The first run loads the content; later runs start in seconds and keep all edits. All state is in var/.
"""

import os
import secrets
import subprocess
import sys
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, call_command
from django.db import connection
from wagtail.models import Page, Site

from core.languages import LANGUAGES, own_name
from core.models import BasePage
from home.people import LOGINS, make_demo_logins, make_groups
from translations.records import adopt


class Command(BaseCommand):
    """Everything that `make demo` does after the packages are installed."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0, interactive=False)
        if not Site.objects.filter(is_default_site=True, root_page__in=Page.objects.type(BasePage)).exists():
            self.stdout.write("Loading the content (once, about two minutes) ...")
            call_command("load_content", "--reset", stdout=self.stdout)
        make_groups()
        adopt()
        make_demo_logins(self._password())
        call_command("build_assets")
        call_command("collectstatic", verbosity=0, interactive=False)
        self._greet()
        connection.close()
        self._serve()

    def _password(self) -> str:
        """The password of all demo logins: from the environment, else made once and kept in var/."""
        given = os.environ.get("DEMO_PASSWORD", "")
        path = settings.VAR / "demo_password"
        if given:
            return given
        if not path.exists():
            path.touch(mode=0o600)
            path.write_text(secrets.token_urlsafe(9), encoding="ascii")
        return path.read_text(encoding="ascii")

    def _greet(self) -> None:
        base = f"http://127.0.0.1:{settings.PORT}"
        lines = ["", "The portal is served at"]
        lines += [f"  {base}/{language}/  {own_name(language)}" for language in LANGUAGES]
        lines += [f"  {base}/admin/  for the staff", "Logins, all with the password " + self._password() + ":"]
        lines += ["  " + ", ".join(["admin", *LOGINS])]
        self.stdout.write("\n".join(lines))
        call_command("kiosk_demo", stdout=self.stdout)
        self.stdout.write("Stop with Ctrl+C.\n")
        self.stdout.flush()

    def _serve(self) -> None:
        """The application server in the foreground, the clock beside it; both end together."""
        clock = subprocess.Popen([sys.executable, "manage.py", "tick", "--forever"], cwd=settings.ROOT)
        command = [
            sys.executable, "-m", "gunicorn", "config.wsgi:application", "--bind", f"127.0.0.1:{settings.PORT}",
            "--workers", "2", "--threads", "4", "--worker-tmp-dir", str(settings.VAR), "--log-level", "warning",
        ]  # fmt: skip
        server = subprocess.Popen(command, cwd=settings.ROOT)
        try:
            sys.exit(server.wait())
        except KeyboardInterrupt:
            server.terminate()
            server.wait()
        finally:
            clock.terminate()

"""`manage.py kiosk_set`: make the offline set of the kiosks now, instead of waiting for `tick`."""

from typing import Any

from django.core.management import BaseCommand, CommandError

from kiosk.offline import building


class Command(BaseCommand):
    """Prints the version, the number of files and their size."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            version = building.make()
        except building.SetError as error:
            raise CommandError(str(error)) from error
        megabytes = version.size / 1024 / 1024
        self.stdout.write(f"version {version.name}: {len(version.files)} files, {megabytes:.1f} MB")

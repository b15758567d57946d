"""`manage.py kiosk_demo`: the demo kiosk of Cahul, and a link that makes one browser be it, once (demo only)."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from core.classification import Area
from kiosk import devices
from kiosk.models import Device, Enrolment
from kiosk.secrecy import hash_of

AREA, NAME, PIN = "cahul", "Demo", "246810"


class Command(BaseCommand):
    """Prints the address of the kiosk host and the link."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.KIOSK_DEMO:
            raise CommandError("Only in the demo: set KIOSK_DEMO.")
        device, is_new = Device.objects.get_or_create(area=Area.objects.get(code=AREA), name=NAME)
        if is_new or not device.pin_hash:
            devices.set_pin(device, PIN)
        device.revoked_at = None
        device.save()
        _code, secret, _expires = devices.begin()
        Enrolment.objects.filter(secret_hash=hash_of(secret)).update(device=device)
        base = f"http://{settings.KIOSK_HOST}:{settings.PORT}"
        self.stdout.write("The kiosk, a touch screen in a shop-front:")
        self.stdout.write(f"  {base}/")
        self.stdout.write("  This link makes one browser the kiosk of Cahul, once:")
        self.stdout.write(f"  {base}/kiosk/enrol/{secret}/")
        self.stdout.write(f"  Staff mode: hold the upper right corner for five seconds, PIN {PIN}.")

"""How each device is, by the clock and the hours of its shop-front; one mail when it falls silent, one when back."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import send_mail
from django.db.models import QuerySet, TextChoices
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from prometheus_client.core import GaugeMetricFamily

from core.models import User
from core.rights import within_areas
from facts.hours import status_at
from facts.models import OpeningHours
from facts.schedules import schedule_of
from kiosk.devices import hours_of
from kiosk.models import Device

LATE, SILENT = datetime.timedelta(minutes=10), datetime.timedelta(minutes=30)
RIGHT = "kiosk.change_device"


class State(TextChoices):
    """What the staff sees; only `SILENT` sends a mail."""

    OK = "ok", gettext_lazy("works")
    LATE = "late", gettext_lazy("late: no signal for ten minutes")
    SILENT = "silent", gettext_lazy("silent: no signal for half an hour")
    CLOSED = "closed", gettext_lazy("the shop-front is closed now")
    NEVER = "never", gettext_lazy("no signal yet")
    REVOKED = "revoked", gettext_lazy("revoked")


def is_open(hours: OpeningHours | None, moment: datetime.datetime) -> bool:
    """Whether the device should be on; without hours always."""
    return hours is None or status_at(schedule_of(hours), moment).is_open


def state_of(device: Device, now: datetime.datetime) -> State:
    """The state at `now`. Silence before the shop-front opened is no silence: the screen may be off at night."""
    if device.revoked_at:
        return State.REVOKED
    if device.seen_at is None:
        return State.NEVER
    silence = now - device.seen_at
    if silence <= LATE:
        return State.OK
    hours = hours_of(device)
    if not is_open(hours, now):
        return State.CLOSED
    if silence > SILENT and is_open(hours, now - SILENT):
        return State.SILENT
    return State.LATE if is_open(hours, now - LATE) else State.OK


@dataclass(frozen=True)
class Row:
    """One device on the dashboard."""

    device: Device
    state: State
    set_age: datetime.timedelta | None

    @property
    def label(self) -> str:
        return self.state.label


def rows(user: User) -> list[Row]:
    """The devices that a person may see, the troubled ones first."""
    now = timezone.now()
    devices = within_areas(user, Device.objects.select_related("area", "hours"))
    order = list(State).index
    found = [
        Row(device, state_of(device, now), now - device.synced_at if device.synced_at else None) for device in devices
    ]
    first = (State.SILENT, State.LATE)
    return sorted(found, key=lambda row: (row.state not in first, order(row.state), str(row.device)))


def watch() -> None:
    """What `tick` does each minute."""
    now = timezone.now()
    for device in Device.objects.in_use().select_related("area", "hours"):
        if device.silent_since is None:
            if state_of(device, now) == State.SILENT and _note(device, None, now):
                _tell(device, is_back=False)
        elif device.seen_at and device.seen_at > device.silent_since and _note(device, device.silent_since, None):
            _tell(device, is_back=True)


def _note(device: Device, before: datetime.datetime | None, after: datetime.datetime | None) -> bool:
    """Change what is known; False if another process did it first, so that nobody gets two mails."""
    unchanged = Device.objects.filter(pk=device.pk, silent_since=before)
    return unchanged.update(silent_since=after) == 1


def recipients(device: Device) -> Iterator[tuple[str, str]]:
    """Address and language of everybody who looks after a device."""
    people = User.objects.filter(is_active=True).exclude(email="").select_related("wagtail_userprofile")
    for user in people.order_by("pk"):
        if user.has_perm(RIGHT) and _is_within(user, device):
            profile = getattr(user, "wagtail_userprofile", None)
            yield user.email, (profile.preferred_language if profile else "") or settings.LANGUAGE_CODE
    for address in settings.KIOSK_MAIL_TO:
        yield address, settings.LANGUAGE_CODE


def _is_within(user: User, device: Device) -> bool:
    mine: QuerySet[Device] = within_areas(user, Device.objects.filter(pk=device.pk))
    return mine.exists()


def _tell(device: Device, is_back: bool) -> None:
    """One mail to each, in their language."""
    for address, language in dict(recipients(device)).items():
        with translation.override(language):
            values = {"name": str(device), "time": timezone.localtime(device.seen_at).strftime("%d.%m.%Y %H:%M")}
            subject = _("The kiosk is back: %(name)s") if is_back else _("The kiosk is silent: %(name)s")
            text = (
                _("The kiosk “%(name)s” sends signals again, the last one at %(time)s.")
                if is_back
                else _(
                    "The kiosk “%(name)s” has sent no signal since %(time)s, although the shop-front is open.\n"
                    "Look whether its screen is on and whether the network works."
                )
            )
            link = f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{reverse('kiosks', urlconf=settings.ROOT_URLCONF)}"
            send_mail(subject % values, f"{text % values}\n\n{link}\n", None, [address], fail_silently=True)


def measure() -> Iterator[GaugeMetricFamily]:
    """For Prometheus: 1 for the state that each device is in, and seconds since its last signal."""
    now = timezone.now()
    state = GaugeMetricFamily(
        "portal_kiosk_state", "1 for the state a kiosk is in", labels=["kiosk", "office", "state"]
    )
    silence = GaugeMetricFamily("portal_kiosk_silence_seconds", "Since its last signal", labels=["kiosk", "office"])
    for device in Device.objects.in_use().select_related("area", "hours"):
        labels = [str(device.uuid), device.area.code]
        state.add_metric([*labels, state_of(device, now).value], 1)
        if device.seen_at:
            silence.add_metric(labels, (now - device.seen_at).total_seconds())
    yield state
    yield silence

"""What the staff is told about devices (K20): never too much, never too late, by the hours of the office."""

import datetime
import zoneinfo

import pytest
import time_machine
from django.core import mail

from core.classification import Area
from core.models import User
from kiosk import devices, heartbeats, monitoring
from kiosk.models import Device
from kiosk.monitoring import State, state_of

pytestmark = pytest.mark.django_db
CHISINAU = zoneinfo.ZoneInfo("Europe/Chisinau")
FRIDAY = datetime.datetime(2026, 11, 20, tzinfo=CHISINAU)
BEAT = {"version": "v", "synced": 0, "free": 0, "error": "", "resets": 0}


def at(text, day=FRIDAY):
    hour, minute = map(int, text.split(":"))
    return day.replace(hour=hour, minute=minute)


@pytest.fixture
def device():
    row = Device(name="Hol", area=Area.objects.get(code="cahul"), token_hash="x")
    devices.set_pin(row, "135790")
    row.save()
    return row


def beat(device, moment):
    with time_machine.travel(moment, tick=False):
        heartbeats.keep(device, BEAT)


def watch(*moments):
    for moment in moments:
        with time_machine.travel(moment, tick=False):
            monitoring.watch()


def minutes(first, last, day=FRIDAY):
    """Each minute from one time of the day to another."""
    moment = at(first, day)
    while moment <= at(last, day):
        yield moment
        moment += datetime.timedelta(minutes=1)


@pytest.mark.parametrize(
    "now,state", [("10:10", State.OK), ("10:11", State.LATE), ("10:30", State.LATE), ("10:31", State.SILENT)]
)
def test_the_state_follows_the_silence(device, now, state):
    beat(device, at("10:00"))
    assert state_of(device, at(now)) == state


def test_no_signal_yet_is_not_silence(device):
    assert state_of(device, at("11:00")) == State.NEVER


def test_a_screen_that_is_off_at_night_is_not_silent(device):
    beat(device, at("16:50"))
    assert state_of(device, at("22:00")) == State.CLOSED


def test_in_the_morning_silence_counts_from_the_opening(device):
    beat(device, at("16:50", FRIDAY - datetime.timedelta(days=1)))
    assert state_of(device, at("8:35")) == State.OK
    assert state_of(device, at("8:50")) == State.LATE
    assert state_of(device, at("9:10")) == State.SILENT


def test_a_revoked_device_is_not_watched(device):
    beat(device, at("9:30"))
    devices.revoke(device)
    watch(at("12:00"))
    assert mail.outbox == [] and state_of(device, at("12:00")) == State.REVOKED


def everybody(device):
    return len(dict(monitoring.recipients(device)))


def test_one_mail_when_it_falls_silent_and_one_when_it_is_back(device):
    beat(device, at("10:00"))
    watch(*minutes("10:01", "11:30"))
    assert len(mail.outbox) == everybody(device)
    beat(device, at("11:31"))
    watch(*minutes("11:31", "11:40"))
    assert len(mail.outbox) == 2 * everybody(device)


def test_a_second_silence_is_told_again(device):
    beat(device, at("10:00"))
    watch(at("10:40"))
    beat(device, at("10:41"))
    watch(at("10:42"), at("11:20"))
    assert len(mail.outbox) == 3 * everybody(device)


def test_no_mail_at_night_nor_before_the_first_signal(device):
    watch(*minutes("9:00", "9:05"))
    beat(device, at("16:50"))
    watch(at("17:30"), at("23:59"))
    assert mail.outbox == []


def test_a_clock_that_jumps_back_sends_nothing(device):
    beat(device, at("12:00"))
    watch(at("10:00"), at("12:05"))
    assert mail.outbox == []


def test_mails_go_to_the_staff_of_the_office_and_not_to_others(device):
    beat(device, at("10:00"))
    watch(at("10:40"))
    told = {message.to[0] for message in mail.outbox}
    mine = {User.objects.get(username=name).email for name in ("admin", "editor", "editor-cahul", "counsellor-cahul")}
    assert told == mine


def test_a_mail_is_in_the_language_of_its_reader(device):
    from wagtail.users.models import UserProfile

    user = User.objects.get(username="counsellor-cahul")
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "ru"})
    beat(device, at("10:00"))
    watch(at("10:40"))
    text = next(message for message in mail.outbox if message.to == [user.email])
    assert "Киоск" in text.subject and "/admin/kiosks/" in text.body


def test_addresses_of_the_settings_are_told_too(device, settings):
    settings.KIOSK_MAIL_TO = ["it@example.org"]
    beat(device, at("10:00"))
    watch(at("10:40"))
    assert ["it@example.org"] in [message.to for message in mail.outbox]


def test_troubled_devices_come_first(device):
    other = Device(name="A doua", area=device.area, token_hash="y", seen_at=at("10:59"))
    other.save()
    beat(device, at("10:00"))
    with time_machine.travel(at("11:00"), tick=False):
        names = [row.device.name for row in monitoring.rows(User.objects.get(username="admin"))]
    assert names == ["Hol", "A doua"]


def test_the_dashboard_says_the_state_in_words_and_with_a_sign(device, client):
    client.force_login(User.objects.get(username="admin"))
    beat(device, at("10:00"))
    with time_machine.travel(at("11:00"), tick=False):
        text = client.get("/admin/kiosks/").content.decode()
    assert f"! {State.SILENT.label}" in text


def test_the_metric_has_one_state_per_device(device):
    beat(device, at("10:00"))
    with time_machine.travel(at("11:00"), tick=False):
        state, silence = monitoring.measure()
    assert [(sample.labels["state"], sample.value) for sample in state.samples] == [("silent", 1)]
    assert silence.samples[0].value == 3600

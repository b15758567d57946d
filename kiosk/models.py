"""Devices, and the codes by which a screen becomes one."""

import uuid
from decimal import Decimal

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.classification import Area
from core.languages import LANGUAGES, own_name
from facts.models import OpeningHours


class DeviceQuerySet(models.QuerySet["Device"]):
    """Devices by their state."""

    def in_use(self) -> "DeviceQuerySet":
        return self.filter(revoked_at=None)


class Device(models.Model):
    """One touch screen, bound to a shop-front. Of its token and its PIN only hashes are kept."""

    class Paper(models.TextChoices):
        NONE = "", _("no printer")
        A4 = "A4", _("A4")
        ROLL = "80mm", _("roll of 80 mm")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=60, help_text=_("As the staff calls it, for example: hall, left."))
    area = models.ForeignKey(Area, verbose_name=_("shop-front"), on_delete=models.PROTECT, related_name="+")
    language = models.CharField(
        _("language of the device"), max_length=2, default="ro", choices=[(code, own_name(code)) for code in LANGUAGES]
    )
    paper = models.CharField(_("printer"), max_length=4, choices=Paper.choices, blank=True)
    mm_per_px = models.DecimalField(
        _("millimetres per pixel"), max_digits=4, decimal_places=3, default=Decimal("0.248"),
        validators=[MinValueValidator(Decimal("0.15")), MaxValueValidator(Decimal("0.7"))],
        help_text=_("Width of the lit screen in millimetres, divided by its width in pixels. 21.5 inches: 0.248."),
    )  # fmt: skip
    idle_seconds = models.PositiveSmallIntegerField(
        _("seconds without a touch until the question"), default=120,
        validators=[MinValueValidator(60), MaxValueValidator(300)],
    )  # fmt: skip
    warning_seconds = models.PositiveSmallIntegerField(
        _("seconds for the answer"), default=30, validators=[MinValueValidator(20), MaxValueValidator(120)]
    )
    hours = models.ForeignKey(
        OpeningHours, verbose_name=_("hours in which it should be on"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+", help_text=_("Empty: those of the shop-front."),
    )  # fmt: skip
    pin_salt = models.CharField(max_length=32, editable=False)
    pin_hash = models.CharField(max_length=64, editable=False)
    token_hash = models.CharField(max_length=64, editable=False, unique=True, null=True)
    enrolled_at = models.DateTimeField(null=True, editable=False)
    enrolled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    revoked_at = models.DateTimeField(null=True, editable=False)

    # What its last heartbeat said. No addresses of pages, nothing about visitors.
    seen_at = models.DateTimeField(null=True, editable=False)
    set_version = models.CharField(max_length=16, blank=True, editable=False)
    synced_at = models.DateTimeField(null=True, editable=False)
    free_megabytes = models.PositiveIntegerField(null=True, editable=False)
    last_error = models.CharField(max_length=120, blank=True, editable=False)
    resets = models.PositiveIntegerField(default=0, editable=False)
    silent_since = models.DateTimeField(null=True, editable=False)  # a mail went out; gone when it is back

    objects = DeviceQuerySet.as_manager()

    class Meta:
        verbose_name = _("kiosk")
        verbose_name_plural = _("kiosks")
        ordering = ["area__order", "name"]

    def __str__(self) -> str:
        return f"{self.area}: {self.name}"


class Enrolment(models.Model):
    """A screen that waits: the code it shows, the secret with which it asks whether somebody typed the code."""

    code_hash = models.CharField(max_length=64, unique=True)
    secret_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    device = models.ForeignKey(Device, null=True, on_delete=models.CASCADE, related_name="enrolments")
    claimed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("enrolment")
        verbose_name_plural = _("enrolments")

    def __str__(self) -> str:
        return str(self.expires_at)

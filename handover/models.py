"""What is kept of sets that people take along, of codes on paper, and of reports of fraud."""

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.forms import Select
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel

from core.languages import LANGUAGES, own_name
from core.models import Area
from facts.sentences import long_date
from handover.codes import in_groups
from handover.forms import SlipBatchForm

LANGUAGE_CHOICES = [(language, own_name(language)) for language in LANGUAGES]


class HandOverQuerySet(models.QuerySet):
    """Sets that were taken along."""

    def valid(self) -> "HandOverQuerySet":
        return self.filter(expires_at__gt=timezone.now())


class HandOver(models.Model):
    """Pages that somebody collected at a kiosk and opens on a phone. Nothing about who it was."""

    code = models.CharField(max_length=6, unique=True)
    language = models.CharField(max_length=2, choices=LANGUAGE_CHOICES)
    page_ids = models.JSONField(default=list, help_text="in the order in which they were collected")
    office = models.CharField(max_length=40, blank=True, help_text="code of the area whose shop-front it was")
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(db_index=True)

    objects = HandOverQuerySet.as_manager()

    def __str__(self) -> str:
        return self.code

    @property
    def spoken(self) -> str:
        """The code in two groups, as it is printed and read aloud."""
        return in_groups(self.code, 3)


class SlipBatchQuerySet(models.QuerySet):
    """Codes that were issued together."""

    def valid(self) -> "SlipBatchQuerySet":
        return self.filter(is_revoked=False, valid_until__gte=timezone.localdate())


class SlipBatch(models.Model):
    """Codes that prove that a paper is ours: the stock of a device, or the one code of a printed card.

    The codes themselves are kept nowhere: each is a number of its batch, signed (handover.slips).
    """

    device = models.UUIDField(_("device"), null=True, blank=True, editable=False, db_index=True)
    purpose = models.CharField(
        _("what it is printed on"), max_length=100, blank=True, help_text=_("Such as: cards of the counsellors.")
    )
    area = models.ForeignKey(Area, verbose_name=_("shop-front of"), on_delete=models.PROTECT, related_name="+")
    issued_by = models.ForeignKey(
        "core.User", verbose_name=_("issued by"), null=True, blank=True, editable=False, on_delete=models.SET_NULL,
        related_name="+",
    )  # fmt: skip
    issued_on = models.DateField(_("issued"), default=timezone.localdate, editable=False)
    valid_until = models.DateField(_("valid until"))
    count = models.PositiveIntegerField(_("codes"), default=1, editable=False, validators=[MinValueValidator(1)])
    is_revoked = models.BooleanField(
        pgettext_lazy("codes", "revoked"),
        default=False,
        help_text=_("Whoever checks such a code is told that it does not hold any more."),
    )

    objects = SlipBatchQuerySet.as_manager()
    base_form_class = SlipBatchForm
    panels = [
        HelpPanel(template="handover/admin/code.html"),
        "purpose",
        FieldRowPanel([FieldPanel("area", widget=Select), "valid_until"]),
        "is_revoked",
    ]

    class Meta:
        verbose_name = _("code on paper")
        verbose_name_plural = _("codes on paper")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["device", "issued_on"])]

    def __str__(self) -> str:
        return self.purpose or gettext("Slips of a kiosk, %(day)s") % {"day": long_date(self.issued_on)}

    @property
    def is_expired(self) -> bool:
        return self.valid_until < timezone.localdate()

    def clean(self) -> None:
        if not self.purpose and not self.device:
            raise ValidationError({"purpose": _("Write on what the code will be printed.")})


class FraudReport(models.Model):
    """What somebody told us about a paper or a person that may be false; contact and report are deleted in time."""

    class State(models.TextChoices):
        NEW = "new", pgettext_lazy("report", "new")
        IN_WORK = "in-work", pgettext_lazy("report", "in work")
        ANSWERED = "answered", pgettext_lazy("report", "answered")
        CLOSED = "closed", pgettext_lazy("report", "closed")

    CONTACT_DAYS, REPORT_DAYS = 90, 365

    language = models.CharField(_("language"), max_length=2, choices=LANGUAGE_CHOICES)
    code = models.CharField(_("code on the paper"), max_length=40, blank=True)
    area = models.ForeignKey(
        Area, verbose_name=_("shop-front of"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    message = models.TextField(_("what happened"), max_length=3000)
    contact = models.CharField(_("how to reach the person"), max_length=200, blank=True)
    sent_at = models.DateTimeField(_("sent"), default=timezone.now, db_index=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.NEW)
    owner = models.ForeignKey(
        "core.User", verbose_name=_("owner"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    note = models.TextField(_("note of the staff"), blank=True, help_text=_("Deleted together with the report."))

    panels = [
        MultiFieldPanel(
            [
                FieldPanel(name, read_only=True)
                for name in ("message", "contact", "code", "area", "language", "sent_at")
            ],
            heading=_("The report"),
        ),
        FieldRowPanel(["owner", "state"]),
        "note",
    ]

    class Meta:
        verbose_name = _("report of fraud")
        verbose_name_plural = _("reports of fraud")
        ordering = ["-sent_at"]

    def __str__(self) -> str:
        """Without a word of the report: the log of the admin keeps this for ever."""
        return gettext("Report %(number)s of %(day)s") % {
            "number": self.pk, "day": long_date(timezone.localtime(self.sent_at).date()),
        }  # fmt: skip

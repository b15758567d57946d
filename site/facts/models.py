"""Facts stand once: one row, to which all language versions of all pages point."""

import uuid
from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import ProtectedError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from phonenumber_field.modelfields import PhoneNumberField

from core.checked import Checked, Role
from core.classification import Area, Country
from core.languages import DEFAULT, LANGUAGES, active
from facts.usage import users_of
from facts.words import Words, WordsView, choose_words

LANGUAGE_CHOICES = [(code, code) for code in LANGUAGES]


class Fact(Checked, ClusterableModel):
    """A fact: its code, its owner's role, where it comes from, and words about it in each language."""

    code = models.SlugField(_("code"), max_length=80, unique=True)
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    original_language = models.CharField(
        _("language of the original words"), max_length=2, choices=LANGUAGE_CHOICES, default=DEFAULT
    )
    owner_role = models.CharField(_("owner"), max_length=20, choices=Role, default=Role.EDITOR)
    area = models.ForeignKey(
        Area, verbose_name=_("area"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    is_example = models.BooleanField(
        _("example"), default=False, help_text=_("An example is marked as one and is never a link to call.")
    )
    source_url = models.URLField(_("public source"), blank=True)
    source_read_on = models.DateField(_("source read on"), null=True, blank=True)

    class Meta:
        abstract = True
        ordering = ["code"]

    def __str__(self) -> str:
        return self.words_now.name or self.code

    @property
    def source_name(self) -> str:
        """The host of the public source."""
        return self.source_url.partition("//")[2].partition("/")[0].removeprefix("www.")

    @cached_property
    def words_now(self) -> WordsView:
        """Name and note in the active language, or in the original language where they are missing."""
        return self.words_in(active())

    def delete(self, *args: object, **kwargs: object) -> tuple[int, dict[str, int]]:
        """Refuse while a page, a snippet or another fact uses this one."""
        users = users_of(self)
        if users:
            raise ProtectedError(_("This fact is used in %(count)d places.") % {"count": len(users)}, set(users))
        return super().delete(*args, **kwargs)

    def words_in(self, language: str) -> WordsView:
        """Name and note in `language`; the view says which language they are really in."""
        return choose_words(self.words.all(), language[:2], self.original_language)


class Contact(Fact):
    """Whom to call or write to."""

    phone = PhoneNumberField(_("phone"), blank=True, help_text=_("In international form, such as +373 22 000 021."))
    short_number = models.CharField(
        _("short number"), max_length=12, blank=True, help_text=_("For numbers such as 112 that are not international.")
    )
    email = models.EmailField(_("e-mail"), blank=True)
    website = models.URLField(_("website"), blank=True)

    class Meta(Fact.Meta):
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")

    @property
    def website_name(self) -> str:
        """The website as people say it: without https:// and without the last stroke."""
        return self.website.partition("//")[2].rstrip("/")

    @property
    def number(self) -> str:
        """The number as people read it aloud."""
        return self.phone.as_international if self.phone else self.short_number

    @property
    def tel(self) -> str:
        """The target of a link to call; empty for examples, which nobody should call."""
        if self.is_example:
            return ""
        if self.phone:
            return f"tel:{self.phone.as_e164}"
        digits = "".join(self.short_number.split())
        return f"tel:{digits}" if digits else ""


class OpeningHours(Fact):
    """Weekly rows and dated exceptions of one desk, in its own time zone."""

    TIMEZONES: ClassVar = [("Europe/Chisinau", "Europe/Chisinau"), ("Europe/Amsterdam", "Europe/Amsterdam")]
    timezone = models.CharField(_("time zone"), max_length=40, choices=TIMEZONES, default="Europe/Chisinau")
    holidays = models.CharField(
        _("public holidays"),
        max_length=20,
        choices=[("moldova", _("of Moldova")), ("netherlands", _("of the Netherlands")), ("none", _("none"))],
        default="moldova",
        help_text=_("Closed on these days."),
    )

    class Meta(Fact.Meta):
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")


class HoursRow(models.Model):
    """Open on one weekday from one time to another; several rows make a break at noon."""

    WEEKDAYS: ClassVar = [
        (0, _("Monday")), (1, _("Tuesday")), (2, _("Wednesday")), (3, _("Thursday")), (4, _("Friday")),
        (5, _("Saturday")), (6, _("Sunday")),
    ]  # fmt: skip
    hours = ParentalKey(OpeningHours, on_delete=models.CASCADE, related_name="rows")
    weekday = models.PositiveSmallIntegerField(_("day"), choices=WEEKDAYS)
    opens = models.TimeField(_("opens"))
    closes = models.TimeField(_("closes"))

    class Meta:
        ordering = ["weekday", "opens"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closes__gt=models.F("opens")),
                name="hours_row_closes_after_it_opens",
                violation_error_message=_("The desk must close after it opens."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens:%H:%M}-{self.closes:%H:%M}"


class HoursException(models.Model):
    """Some days on which other hours hold, or none. The reason is translatable and may be left out."""

    hours = ParentalKey(OpeningHours, on_delete=models.CASCADE, related_name="exceptions")
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    opens = models.TimeField(_("opens"), null=True, blank=True, help_text=_("Empty: closed all day."))
    closes = models.TimeField(_("closes"), null=True, blank=True)
    reason_ro = models.CharField(_("reason in Romanian"), max_length=120, blank=True)
    reason_ru = models.CharField(_("reason in Russian"), max_length=120, blank=True)
    reason_nl = models.CharField(_("reason in Dutch"), max_length=120, blank=True)
    reason_en = models.CharField(_("reason in English"), max_length=120, blank=True)

    class Meta:
        ordering = ["first_day"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day")),
                name="hours_exception_ends_after_it_begins",
                violation_error_message=_("The last day must not be before the first day."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.first_day} - {self.last_day}"

    def reason_in(self, language: str) -> str:
        """Why the hours differ, in `language`, else in whatever language it is known."""
        reasons = {code: getattr(self, f"reason_{code}") for code in LANGUAGES}
        return reasons.get(language[:2]) or next((text for text in reasons.values() if text), "")


class Place(Fact):
    """An address with its coordinates, its contact and its opening hours."""

    country = models.ForeignKey(Country, verbose_name=_("country"), on_delete=models.PROTECT, related_name="+")
    street = models.CharField(_("street and number"), max_length=120)
    locality = models.CharField(_("town"), max_length=80, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=12, blank=True)
    latitude = models.DecimalField(_("latitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    contact = models.ForeignKey(
        Contact, verbose_name=_("contact"), null=True, blank=True, on_delete=models.PROTECT, related_name="places"
    )
    hours = models.ForeignKey(
        OpeningHours,
        verbose_name=_("opening hours"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="places",
    )

    class Meta(Fact.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")

    @property
    def town(self) -> str:
        """The name of the town in the active language, where the area has one."""
        return self.locality or (self.area.name if self.area else "")

    @property
    def map_url(self) -> str:
        """A link that opens any map on a phone; nothing is loaded from a map service."""
        if self.latitude is None or self.longitude is None:
            return ""
        return f"https://www.openstreetmap.org/?mlat={self.latitude}&mlon={self.longitude}#map=17/{self.latitude}/{self.longitude}"


class Fee(Fact):
    """What something costs."""

    CURRENCIES: ClassVar = [("MDL", "MDL"), ("EUR", "EUR"), ("USD", "USD")]
    amount = models.DecimalField(_("amount"), max_digits=10, decimal_places=2, default=Decimal(0))
    currency = models.CharField(_("currency"), max_length=3, choices=CURRENCIES, default="MDL")

    class Meta(Fact.Meta):
        verbose_name = _("fee")
        verbose_name_plural = _("fees")


class ContactWords(Words):
    fact = ParentalKey(Contact, on_delete=models.CASCADE, related_name="words")


class HoursWords(Words):
    fact = ParentalKey(OpeningHours, on_delete=models.CASCADE, related_name="words")


class PlaceWords(Words):
    fact = ParentalKey(Place, on_delete=models.CASCADE, related_name="words")


class FeeWords(Words):
    fact = ParentalKey(Fee, on_delete=models.CASCADE, related_name="words")


FACTS = (Contact, Place, OpeningHours, Fee)

"""Our own record of originals and translations; wagtail-localize's goes when the original is deleted."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page

from translations.rights import LanguageLimit

__all__ = [
    "Bundle", "Change", "Contradiction", "LanguageLimit", "MachineUse", "MinorEdit", "Original", "State", "Version",
]  # fmt: skip


class State(models.TextChoices):
    """How a language version stands; the first that holds, in this order."""

    NOT_WANTED = "not-wanted", _("not wanted")
    ORPHAN = "orphan", _("without an original")
    MISSING = "missing", _("missing")
    IN_TRANSLATION = "in-translation", _("in translation")
    MACHINE_DRAFTED = "machine-drafted", _("drafted by a machine")
    OUTDATED = "outdated", _("outdated")
    UP_TO_DATE = "up-to-date", _("up to date")


class Original(models.Model):
    """A page or snippet that others are translated from, as it was published last. Exactly one per translation key."""

    translation_key = models.UUIDField(primary_key=True)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField(help_text="the last known id of the original")
    title = models.CharField(max_length=255)
    is_page = models.BooleanField()
    inner = models.CharField(max_length=500, blank=True, help_text="address without the language, of pages")
    live = models.BooleanField(default=False)
    was_live = models.BooleanField(default=False)
    deleted = models.BooleanField(default=False)
    segments = models.JSONField(default=list, help_text="[path, hash, text] of each published text, in order")
    frame = models.CharField(max_length=16, blank=True, help_text="hash of what is copied to translations as it is")
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("original")
        verbose_name_plural = _("originals")

    def __str__(self) -> str:
        return self.title


class Version(models.Model):
    """One language of an original that is not its own."""

    original = models.ForeignKey(Original, on_delete=models.CASCADE, related_name="versions")
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField(null=True, help_text="the id of the translation, if there is one")
    wanted = models.BooleanField(_("wanted"), default=True)
    machine = models.BooleanField(default=False, help_text="has words of a machine that nobody confirmed")
    baseline = models.JSONField(null=True, help_text="[path, hash, text] of the original that this was made from")
    state = models.CharField(max_length=20, choices=State, default=State.MISSING)
    outdated_segments = models.PositiveIntegerField(default=0)
    drift = models.JSONField(default=list, help_text="what changed: kind, path, old and new text, when")
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("language version")
        verbose_name_plural = _("language versions")
        constraints = [models.UniqueConstraint(fields=["original", "locale"], name="one_version_per_language")]
        indexes = [models.Index(fields=["object_id"]), models.Index(fields=["state"])]

    def __str__(self) -> str:
        return f"{self.original} ({self.locale_id}): {self.state}"


class Change(models.Model):
    """One text of an original that changed with one publication."""

    original = models.ForeignKey(Original, on_delete=models.CASCADE, related_name="changes")
    revision_id = models.PositiveBigIntegerField(null=True)
    at = models.DateTimeField(default=timezone.now)
    path = models.CharField(max_length=500)
    old_hash = models.CharField(max_length=16, blank=True)
    new_hash = models.CharField(max_length=16, blank=True)
    minor = models.BooleanField(default=False)

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["original", "minor"])]

    def __str__(self) -> str:
        return f"{self.path}: {self.old_hash or '-'} > {self.new_hash or '-'}"


class MinorEdit(models.Model):
    """A revision that somebody marked as minor (a typo): it does not outdate translations."""

    revision_id = models.PositiveBigIntegerField(unique=True)
    marked_at = models.DateTimeField(default=timezone.now)
    marked_by = models.ForeignKey("core.User", null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("minor edit")
        verbose_name_plural = _("minor edits")

    def __str__(self) -> str:
        return f"revision {self.revision_id}"


class Contradiction(models.Model):
    """A fact that an original and its translation state differently; accepted by a person with a reason, or open."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="contradictions")
    path = models.CharField(max_length=500)
    kind = models.CharField(max_length=20)
    in_original = models.CharField(max_length=300, blank=True)
    in_translation = models.CharField(max_length=300, blank=True)
    original_passage = models.TextField()
    translated_passage = models.TextField()
    found_at = models.DateTimeField(default=timezone.now)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    accepted_by = models.ForeignKey("core.User", null=True, on_delete=models.SET_NULL, related_name="+")
    accepted_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("contradiction")
        verbose_name_plural = _("contradictions")
        ordering = ["version_id", "pk"]

    def __str__(self) -> str:
        return f"{self.kind}: {self.in_original or '-'} / {self.in_translation or '-'}"

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What makes it the same finding when the texts are compared again."""
        return self.path, self.kind, self.in_original, self.in_translation


class MachineUse(models.Model):
    """How many words a machine has translated into one language in one year."""

    year = models.PositiveSmallIntegerField()
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    words = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("words by machine")
        verbose_name_plural = _("words by machine")
        constraints = [models.UniqueConstraint(fields=["year", "locale"], name="one_budget_per_year_and_language")]

    def __str__(self) -> str:
        return f"{self.year} {self.locale.language_code}: {self.words}"


class Bundle(models.Model):
    """Pages in any languages that are published together, now or at a time: all of them or none."""

    name = models.CharField(_("name"), max_length=120)
    pages = models.ManyToManyField(Page, verbose_name=_("pages"), related_name="+")
    go_live_at = models.DateTimeField(_("publish at"), null=True, blank=True)
    made_by = models.ForeignKey("core.User", null=True, on_delete=models.SET_NULL, related_name="+")
    published_at = models.DateTimeField(null=True, editable=False)
    problem = models.TextField(blank=True, editable=False, help_text="why it could not be published when it was due")

    class Meta:
        verbose_name = _("bundle")
        verbose_name_plural = _("bundles")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name

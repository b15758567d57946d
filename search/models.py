"""What search keeps in the database: documents, words, the queue, what editors add, and what people asked for."""

import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from core.languages import LANGUAGES, own_name
from search.language.words import words_of

LANGUAGE_CHOICES = [(language, own_name(language)) for language in LANGUAGES]


class Document(models.Model):
    """What search knows of one public page in one language; the id is that of the page."""

    page_id = models.PositiveBigIntegerField(primary_key=True)
    language = models.CharField(max_length=2)
    external_id = models.CharField(max_length=100, blank=True, help_text="the id under which an article was imported")
    kind = models.CharField(max_length=100, help_text="app_label.modelname of the page")
    title = models.CharField(max_length=255)
    summary = models.TextField(blank=True)
    headings = models.JSONField(default=list)
    passages = models.JSONField(default=list, help_text="the texts of the page, in order")
    words = models.TextField(blank=True, help_text="its words for the vocabulary, to take them out again")
    is_list = models.BooleanField(default=False, help_text="has pages below it")
    published_at = models.DateTimeField(null=True)
    overdue_on = models.DateField(null=True, help_text="from this day on its check is overdue")
    written_at = models.DateTimeField(default=timezone.now, help_text="its version: each change writes a new row")

    class Meta:
        indexes = [models.Index(fields=["language"])]

    def __str__(self) -> str:
        return f"{self.language}: {self.title}"


class Facet(models.Model):
    """One value by which results can be narrowed: stage, sector, area, audience, kind, cost ..."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="facets")
    name = models.CharField(max_length=20)
    value = models.CharField(max_length=100)

    class Meta:
        indexes = [models.Index(fields=["name", "value", "document"])]

    def __str__(self) -> str:
        return f"{self.name}={self.value}"


class Word(models.Model):
    """One word of the texts of a language: folded, with its root and (Russian) its canonical form in Latin letters."""

    language = models.CharField(max_length=2)
    word = models.CharField(max_length=60)
    written = models.CharField(max_length=60, help_text="with its marks, as a text has it")
    root = models.CharField(max_length=60)
    latin = models.CharField(max_length=60, blank=True)
    documents = models.IntegerField(default=0, help_text="in how many documents it stands")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["language", "word"], name="one_row_per_word_and_language")]
        indexes = [models.Index(fields=["language", "root"]), models.Index(fields=["language", "latin"])]

    def __str__(self) -> str:
        return f"{self.language}: {self.word}"


class QueueEntries(models.QuerySet):
    """Entries for the database or for the engine."""

    def due(self, target: str, most: int) -> list["QueueEntry"]:
        """What of one target is to be done now, the oldest first."""
        return list(self.filter(target=target, due_at__lte=timezone.now()).order_by("pk")[:most])


class QueueEntry(models.Model):
    """A page whose document has to be made again, or that the engine has to be told of.

    Written in the transaction of the change, done after its commit.
    """

    class Target(models.TextChoices):
        DATABASE = "database"
        ENGINE = "engine"

    target = models.CharField(max_length=10, choices=Target, default=Target.DATABASE)
    page_id = models.PositiveBigIntegerField()
    queued_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(default=timezone.now)
    error = models.TextField(blank=True)

    objects = QueueEntries.as_manager()

    class Meta:
        indexes = [models.Index(fields=["target", "due_at"])]

    def __str__(self) -> str:
        return f"page {self.page_id}"

    def put_off(self, error: str, first: int, most: int) -> None:
        """It failed: try again later, each time twice as late, `first` to `most` seconds."""
        self.attempts += 1
        wait = min(most, first * 2 ** min(self.attempts, 20))
        self.due_at = timezone.now() + datetime.timedelta(seconds=wait)
        self.error = error[:1000]
        self.save(update_fields=["attempts", "due_at", "error"])


class FileText(models.Model):
    """The text of an attached file, or why there is none."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        READ = "read", _("read")
        FAILED = "failed", _("could not be read")

    class Trouble(models.TextChoices):
        LARGE = "large", _("The file is too large to be searched.")
        SLOW = "slow", _("Reading the file took too long.")
        LOCKED = "locked", _("The file has a password.")
        PICTURES = "pictures", _("The file has only pictures, no text. Add the text to the page.")
        BROKEN = "broken", _("The file is damaged, or is not what its name says.")
        GONE = "gone", _("The file is not there any more.")

    document = models.OneToOneField("core.CustomDocument", on_delete=models.CASCADE, related_name="search_text")
    name = models.CharField(max_length=255, help_text="of the file that was read")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    trouble = models.CharField(max_length=10, choices=Trouble, blank=True)
    text = models.TextField(blank=True)
    read_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.document}: {self.state}"


class SynonymSet(models.Model):
    """Words and phrases that mean the same to people who search; each finds what the others find."""

    language = models.CharField(_("language"), max_length=2, choices=LANGUAGE_CHOICES)
    words = models.TextField(_("words"), help_text=_("Separated by commas: work permit, permit to work"))

    panels = [FieldPanel("language"), FieldPanel("words")]

    class Meta:
        verbose_name = _("synonyms")
        verbose_name_plural = _("synonyms")
        ordering = ["language", "words"]

    def __str__(self) -> str:
        return self.words[:80]

    @property
    def phrases(self) -> list[str]:
        """The words and phrases, one by one."""
        return [phrase.strip() for phrase in self.words.split(",") if words_of(phrase)]

    def clean(self) -> None:
        if len(self.phrases) < 2:
            raise ValidationError({"words": _("Write at least two words or phrases, separated by commas.")})
        long = next((phrase for phrase in self.phrases if len(words_of(phrase)) > 5), None)
        if long:
            raise ValidationError({"words": _("“%(phrase)s” is longer than five words.") % {"phrase": long}})


class ProtectedWord(models.Model):
    """A word that is looked for as it is: no other forms, no correction (names, abbreviations)."""

    language = models.CharField(_("language"), max_length=2, choices=LANGUAGE_CHOICES)
    word = models.CharField(_("word"), max_length=60)

    panels = [FieldPanel("language"), FieldPanel("word")]

    class Meta:
        verbose_name = _("protected word")
        verbose_name_plural = _("protected words")
        ordering = ["language", "word"]
        constraints = [models.UniqueConstraint(fields=["language", "word"], name="protected_once_per_language")]

    def __str__(self) -> str:
        return self.word

    def clean(self) -> None:
        if len(words_of(self.word)) != 1:
            raise ValidationError({"word": _("Write exactly one word.")})


class PromotedResult(models.Model):
    """A page that stands above the results of certain queries, in the language of the page."""

    page = models.ForeignKey(Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="+")
    queries = models.TextField(_("queries"), help_text=_("Separated by commas; word order and endings do not matter."))

    panels = [FieldPanel("page"), FieldPanel("queries")]

    class Meta:
        verbose_name = _("promoted result")
        verbose_name_plural = _("promoted results")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.queries[:60]} → {self.page}"

    def clean(self) -> None:
        if not any(words_of(query) for query in self.queries.split(",")):
            raise ValidationError({"queries": _("Write at least one word.")})


class AskedQuery(models.Model):
    """How often something was searched on a day and what came of it; nothing about who asked."""

    day = models.DateField()
    language = models.CharField(max_length=2)
    text = models.CharField(max_length=200)
    times = models.PositiveIntegerField(default=0)
    results = models.PositiveIntegerField(default=0, help_text="of the last time")
    clicks = models.JSONField(default=dict, help_text="{place in the list: how often it was chosen}")

    class Meta:
        verbose_name = _("query")
        verbose_name_plural = _("queries")
        constraints = [models.UniqueConstraint(fields=["day", "language", "text"], name="one_row_per_day_and_query")]

    def __str__(self) -> str:
        return f"{self.language}: {self.text}"


class Missed(models.Model):
    """What somebody did not find, in their own words; answered by an editor, forgotten after a time."""

    class State(models.TextChoices):
        OPEN = "open", _("open")
        ANSWERED = "answered", _("answered")

    language = models.CharField(_("language"), max_length=2, choices=LANGUAGE_CHOICES)
    query = models.CharField(_("query"), max_length=200)
    message = models.TextField(_("message"), max_length=500)
    sent_at = models.DateTimeField(_("sent"), default=timezone.now)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OPEN)
    owner = models.ForeignKey(
        "core.User", verbose_name=_("owner"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    panels = [FieldPanel("query", read_only=True), FieldPanel("message", read_only=True), "owner", "state"]

    class Meta:
        verbose_name = _("missed answer")
        verbose_name_plural = _("missed answers")
        ordering = ["-sent_at"]

    def __str__(self) -> str:
        return f"{self.query}: {self.message[:60]}"

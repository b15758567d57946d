"""Users, pictures, files, terms, and the page that all page types stand on."""

import datetime
import json

from django.contrib.auth.models import AbstractUser
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel, PublishingPanel
from wagtail.documents.models import AbstractDocument
from wagtail.fields import StreamField
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.models import Page, Revision, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core import addresses, publishing, structured
from core.addresses import Address
from core.checked import Checked, PageCheck, Role
from core.classification import Area, Audience, Classification, Country, Programme, Sector, Stage
from core.languages import LANGUAGES
from core.rights import AreaLimit
from core.slugs import english_slug, pass_slug_on, settled_slug
from core.text import mend_letters

__all__ = [
    "Area", "AreaLimit", "Audience", "BasePage", "Checked", "Classification", "Country", "CustomDocument",
    "CustomImage", "PageCheck", "Programme", "Rendition", "Role", "Sector", "Stage", "Term", "User",
]  # fmt: skip

LONGEST_AGE = 300  # seconds a page may be kept by a reader's browser or a proxy


class User(AbstractUser):
    """Somebody of the staff; readers have no accounts."""


class CustomImage(AbstractImage):
    """A picture. Its alternative text stands where it is used, in the language of the page."""

    admin_form_fields = ("title", "file", "collection", "tags", "focal_point_x", "focal_point_y",
                         "focal_point_width", "focal_point_height")  # fmt: skip


class Rendition(AbstractRendition):
    """A picture in one size and format."""

    image = models.ForeignKey(CustomImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]


class CustomDocument(AbstractDocument):
    """A file to download, in one language."""

    language = models.CharField(_("language of the file"), max_length=2, choices=[(c, c) for c in LANGUAGES])
    same_page = models.ForeignKey(
        Page, verbose_name=_("page that says the same"), null=True, blank=True, on_delete=models.SET_NULL,
        related_name="+", help_text=_("A phone reads a page more easily than a file. Every PDF should have one."),
    )  # fmt: skip
    admin_form_fields = ("title", "file", "language", "same_page", "collection", "tags")


class Term(TranslatableMixin, models.Model):
    """A word of the field: the reader's explanation and the translator's glossary."""

    code = models.SlugField(_("code"), max_length=60)
    word = models.CharField(_("word"), max_length=80)
    definition = models.TextField(_("explanation"), max_length=400, help_text=_("One short sentence."))

    override_translatable_fields = [SynchronizedField("code", overridable=False)]
    panels = ["code", "word", "definition"]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["word"]

    def __str__(self) -> str:
        return self.word


class BasePage(Page):
    """What every page has: a summary, a short title, a programme, and an address that is equal in all languages."""

    summary = models.TextField(
        _("summary"),
        max_length=180,
        help_text=_("One sentence for lists, search results and shared links, at most 150 characters."),
    )
    short_title = models.CharField(
        _("short title"), max_length=40, blank=True, help_text=_("For menus, where the title is too long.")
    )
    programme = models.ForeignKey(
        Programme,
        verbose_name=_("programme"),
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Chooses the acknowledgement, the logos and the disclaimer at the foot of the page."),
    )

    content_panels = [*Page.content_panels, "summary"]
    promote_panels = [
        MultiFieldPanel(["slug", "short_title", "programme"], heading=_("Address and place")),
    ]
    settings_panels = [PublishingPanel()]
    search_fields = [*Page.search_fields, index.SearchField("summary"), index.AutocompleteField("summary")]
    override_translatable_fields = [
        SynchronizedField("slug", overridable=False),
        SynchronizedField("seo_title", overridable=False),
        SynchronizedField("search_description", overridable=False),
        SynchronizedField("show_in_menus", overridable=False),
    ]

    class Meta:
        abstract = True

    def full_clean(self, *args: object, **kwargs: object) -> None:
        self._mend_letters()
        if not self.slug and self.title:
            self.slug = english_slug(self.title)
        super().full_clean(*args, **kwargs)

    def save(self, *args: object, **kwargs: object) -> object:
        """Save; a changed slug moves the addresses of all languages in the same transaction."""
        self.slug = settled_slug(self)
        with transaction.atomic():
            result = super().save(*args, **kwargs)
            pass_slug_on(self)
        return result

    def publish(self, revision: Revision, *args: object, **kwargs: object) -> object:
        """Publish, unless an app has a reason against it; then the page stays as it is and the revision a draft."""
        sentences = [] if publishing.asked.get() else publishing.why_not_public(revision.as_object())
        if sentences:
            publishing.logger.warning("%s (page %s) stays a draft: %s", self, self.pk, " ".join(sentences))
            return None
        token = publishing.asked.set(True)
        try:
            return super().publish(revision, *args, **kwargs)
        finally:
            publishing.asked.reset(token)

    def _mend_letters(self) -> None:
        for field in self._meta.get_fields():
            if isinstance(field, models.CharField | models.TextField) and field.editable:
                value = getattr(self, field.attname, None)
                if isinstance(value, str):
                    setattr(self, field.attname, mend_letters(value))
            elif isinstance(field, StreamField):
                self._mend_stream(field)

    def _mend_stream(self, field: StreamField) -> None:
        value = json.dumps(getattr(self, field.name).get_prep_value(), ensure_ascii=False, cls=DjangoJSONEncoder)
        mended = mend_letters(value)
        if mended != value:
            setattr(self, field.name, mended)

    @classmethod
    def for_serving(cls, pages: models.QuerySet) -> models.QuerySet:
        """`pages` with what their template shows; a page type adds its relations."""
        return pages

    @property
    def language(self) -> str:
        """The language of this page."""
        return addresses.language_of(self.locale_id)

    @cached_property
    def check_state(self) -> PageCheck | None:
        """When the facts of this page were last checked; one row for all its languages."""
        return PageCheck.objects.filter(translation_key=self.translation_key).first()

    @property
    def address(self) -> Address | None:
        """Where this page stands, if it is public."""
        return addresses.addresses.get().by_id.get(self.pk)

    @property
    def original(self) -> Address | None:
        """The original of which this is a translation; None for an original."""
        return addresses.original_of(self.address) if self.address else None

    def structured_data(self, request: HttpRequest) -> list[dict[str, object]]:
        """schema.org descriptions of this page."""
        return structured.of_page(self, request)

    def changes_at(self) -> list[datetime.datetime]:
        """Moments at which time alone changes what this page shows (an office opens, a check becomes overdue)."""
        check = self.check_state
        if check is None or check.next_check_due is None:
            return []
        day_after = check.next_check_due + datetime.timedelta(days=1)
        return [timezone.make_aware(datetime.datetime.combine(day_after, datetime.time()))]

    def serve(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = super().serve(request, *args, **kwargs)
        if not getattr(request, "is_preview", False):
            patch_cache_control(response, public=True, max_age=self.max_age(timezone.now()))
            patch_vary_headers(response, ["Save-Data"])  # drawings that say nothing are left out (P4)
        return response

    def max_age(self, now: datetime.datetime) -> int:
        """Seconds that this page may be kept: never past its next change by time."""
        waits = [(moment - now).total_seconds() for moment in self.changes_at()]
        waits += [(self.expire_at - now).total_seconds()] if self.expire_at else []
        return int(min([LONGEST_AGE, *(wait for wait in waits if wait > 0)]))

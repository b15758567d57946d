"""What was found in texts, and how the links of pages stand."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class TextFinding(models.Model):
    """One finding of `quality.checks` on a public page, as of its last publication."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12)
    path = models.CharField(max_length=500)
    passage = models.TextField(blank=True)
    values = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("text check")
        verbose_name_plural = _("text checks")
        indexes = [models.Index(fields=["kind"])]

    def __str__(self) -> str:
        return f"{self.kind}: {self.passage[:60]}"


class Link(models.Model):
    """An address to which public pages lead, and whether it answers. Inside ones are `page:12`."""

    class State(models.TextChoices):
        UNKNOWN = "unknown", _("not visited yet")
        WORKS = "works", _("works")
        BROKEN = "broken", _("broken")

    class Reason(models.TextChoices):
        NONE = "", ""
        GONE = "gone", _("The page is not there any more (404 or 410).")
        REFUSED = "refused", _("The server refuses the visit (401 or 403). Look whether a person may enter.")
        SERVER = "server", _("The server has an error (500 and above).")
        STATUS = "status", _("The server gives an unexpected answer.")
        NAME = "name", _("There is no such site: the name is not known.")
        CERTIFICATE = "certificate", _("The certificate of the site is not valid.")
        SILENT = "silent", _("The site does not answer in time.")
        UNREACHABLE = "unreachable", _("The site cannot be reached.")
        PRIVATE = "private", _("The address leads into a private network. Readers cannot open it.")
        DELETED = "deleted", _("The page was deleted.")
        OFF = "off", _("The page is not public.")

    address = models.CharField(_("address"), max_length=500, unique=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.UNKNOWN)
    reason = models.CharField(_("reason"), max_length=12, choices=Reason, blank=True, default="")
    visited_at = models.DateTimeField(_("visited"), null=True)
    since = models.DateTimeField(_("since"), default=timezone.now)
    failures = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")
        indexes = [models.Index(fields=["state"]), models.Index(fields=["due_at"])]

    def __str__(self) -> str:
        return self.address

    @property
    def is_inside(self) -> bool:
        """Whether it leads to a page of the portal."""
        return self.address.startswith("page:")


class LinkUse(models.Model):
    """A place of a public page from which a link leads."""

    link = models.ForeignKey(Link, on_delete=models.CASCADE, related_name="uses")
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    path = models.CharField(max_length=500)

    class Meta:
        verbose_name = _("use of a link")
        verbose_name_plural = _("uses of links")

    def __str__(self) -> str:
        return f"{self.link} in {self.page_id}"

"""What waits for this person, on the first page of the admin; each number is a link."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.models import Page, TaskState

from core import addresses
from core.checked import PageCheck
from core.languages import own_name
from translations.models import Contradiction, State, Version
from translations.rights import locales_of


@dataclass(frozen=True, slots=True)
class ToDo:
    """One line: how many of what, and where they are."""

    count: int
    words: str
    url: str


# What higher apps have for this person.
more_to_dos: list[Callable[[Any], list[ToDo]]] = []


def to_dos(user: Any) -> list[ToDo]:
    """Drafts, translations that wait in this person's languages, overdue checks, what higher apps add."""
    found = [
        ToDo(
            Page.objects.filter(owner=user, has_unpublished_changes=True).count(),
            _("my drafts"),
            f"{reverse('wagtailadmin_reports:site_history')}?user={user.pk}",
        )
    ]
    waiting = TaskState.objects.reviewable_by(user).filter(status=TaskState.STATUS_IN_PROGRESS).count()
    found.append(
        ToDo(waiting, _("waiting for my review"), f"{reverse('wagtailadmin_reports:workflow')}?reviewable=true")
    )
    table = reverse("translations_table")
    limits = locales_of(user)
    rows = Version.objects.filter(original__is_page=True, original__was_live=True)
    rows = rows if limits is None else rows.filter(locale_id__in=limits)
    numbers = rows.values("locale_id").annotate(
        **{state.name.lower(): Count("pk", filter=Q(state=state)) for state in _WAITING}
    )
    for row in numbers:
        language = addresses.language_of(row["locale_id"])
        for state in _WAITING:
            words = f"{own_name(language)}: {state.label}"
            found.append(ToDo(row[state.name.lower()], words, f"{table}?language={language}&state={state.value}"))
    overdue = PageCheck.objects.filter(next_check_due__lt=timezone.localdate()).count()
    found.append(ToDo(overdue, _("checks overdue"), f"{table}?overdue=yes"))
    rows = Contradiction.objects.filter(accepted_at=None)
    rows = rows if limits is None else rows.filter(version__locale_id__in=limits)
    found.append(ToDo(rows.count(), _("contradictions"), reverse("translations_contradictions")))
    found += [to_do for more in more_to_dos for to_do in more(user)]
    return [to_do for to_do in found if to_do.count]


_WAITING = (State.ORPHAN, State.MISSING, State.IN_TRANSLATION, State.MACHINE_DRAFTED, State.OUTDATED)


class ToDoPanel(Component):
    """The panel on the admin's home."""

    name = "to_do"
    template_name = "translations/admin/to_do.html"
    order = 90

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"to_dos": to_dos(self.request.user)}

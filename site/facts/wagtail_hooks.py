"""Facts in the Wagtail admin: one form for all languages, checked by a button, deleted only when nothing uses them."""

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.panels import FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.widgets.button import Button
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from core.checking import ask_and_confirm
from core.rights import areas_of, may_change, within_areas
from facts.models import FACTS, Contact, Fact, Fee, OpeningHours, Place
from facts.usage import users_of

WORDS = InlinePanel("words", label=_("Words in one language"), max_num=4, panels=["language", "name", "note"])
ABOUT = MultiFieldPanel(
    ["code", "owner_role", "area", "is_example", FieldRowPanel(["source_url", "source_read_on"])],
    heading=_("About this fact"),
)


class FactViewSet(SnippetViewSet):
    """What all facts have in common in the admin."""

    list_display = ["code", "__str__", "area", "owner_role", "checked_on", "next_check_due"]
    list_filter = ["area", "owner_role", "is_example"]
    search_fields = ["code"]
    inspect_view_enabled = True

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return within_areas(request.user, self.model.objects.prefetch_related("words"))


class ContactViewSet(FactViewSet):
    model = Contact
    icon = "mail"
    panels = [WORDS, MultiFieldPanel(["phone", "short_number", "email", "website"], heading=_("Contact")), ABOUT]


class PlaceViewSet(FactViewSet):
    model = Place
    icon = "site"
    panels = [
        WORDS,
        MultiFieldPanel(
            ["street", "postal_code", "locality", "country", FieldRowPanel(["latitude", "longitude"])],
            heading=_("Address"),
        ),
        "contact",
        "hours",
        ABOUT,
    ]


class OpeningHoursViewSet(FactViewSet):
    model = OpeningHours
    icon = "time"
    panels = [
        InlinePanel("rows", label=_("Weekly hours"), panels=["weekday", FieldRowPanel(["opens", "closes"])]),
        InlinePanel(
            "exceptions",
            label=_("Other days"),
            panels=[
                FieldRowPanel(["first_day", "last_day"]),
                FieldRowPanel(["opens", "closes"]),
                "reason_ro",
                "reason_ru",
                "reason_nl",
                "reason_en",
            ],
        ),
        FieldRowPanel(["timezone", "holidays"]),
        WORDS,
        ABOUT,
    ]


class FeeViewSet(FactViewSet):
    model = Fee
    icon = "tag"
    panels = [WORDS, FieldRowPanel(["amount", "currency"]), ABOUT]


class FactGroup(SnippetViewSetGroup):
    menu_label = _("Facts")
    menu_icon = "pin"
    menu_order = 250
    items = [ContactViewSet, PlaceViewSet, OpeningHoursViewSet, FeeViewSet]


register_snippet(FactGroup)


def _refuse_other_areas(request: HttpRequest, thing: models.Model) -> None:
    if isinstance(thing, FACTS) and not may_change(request.user, thing):
        raise PermissionDenied


@hooks.register("before_edit_snippet", order=-100)
def before_edit(request: HttpRequest, instance: models.Model) -> None:
    _refuse_other_areas(request, instance)


@hooks.register("before_delete_snippet", order=-100)
def before_delete(request: HttpRequest, instances: list[models.Model]) -> HttpResponse | None:
    """A used fact is not deleted: the page that lists its users is shown instead."""
    for instance in instances:
        _refuse_other_areas(request, instance)
        if isinstance(instance, FACTS) and (users := users_of(instance)):
            text = ngettext(
                "“%(fact)s” is used in %(count)d place and cannot be deleted. Change that place first.",
                "“%(fact)s” is used in %(count)d places and cannot be deleted. Change those places first.",
                len(users),
            )
            messages.error(request, text % {"fact": instance, "count": len(users)})
            return redirect(instance.snippet_viewset.get_url_name("usage"), instance.pk)
    return None


@hooks.register("before_create_snippet", order=-100)
def before_create(request: HttpRequest, model: type[models.Model]) -> None:
    """Somebody who is limited to an area changes its facts, and makes no new ones for others."""
    if model in FACTS and areas_of(request.user) is not None:
        raise PermissionDenied


@require_http_methods(["GET", "POST"])
def check_fact(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Ask once more, then note that a fact has been checked today."""
    model = next((model for model in FACTS if model._meta.model_name == kind), None)
    if model is None or not request.user.has_perm(f"facts.change_{kind}"):
        raise PermissionDenied
    fact: Fact = get_object_or_404(model, pk=pk)
    _refuse_other_areas(request, fact)
    back = reverse(fact.snippet_viewset.get_url_name("edit"), args=[pk])
    return ask_and_confirm(request, str(fact), back, fact.owner_role, lambda: fact)


@hooks.register("register_admin_urls")
def register_check_url() -> list:
    return [path("check/fact/<slug:kind>/<int:pk>/", check_fact, name="check_fact")]


@hooks.register("register_snippet_listing_buttons")
def check_button(snippet: models.Model, user: models.Model, next_url: str | None = None) -> list[Button]:
    """The button "I have checked this" beside every fact."""
    if not isinstance(snippet, FACTS) or not user.has_perm(f"facts.change_{snippet._meta.model_name}"):
        return []
    url = reverse("check_fact", args=[snippet._meta.model_name, snippet.pk])
    return [Button(_("I have checked this"), url=url, icon_name="check", priority=15)]

"""The addresses of the admin, and what to put into their gaps."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.urls import get_resolver
from django.urls.resolvers import URLPattern
from wagtail.models import Page, Revision, Site, Task, Workflow
from wagtail_localize.models import StringSegment, Translation, TranslationSource

from core.models import Area, User
from facts.models import Contact
from tests.translations.doing import page_at, translation_of

PREFIX = "admin/"
GAP = re.compile(r"<(?:[a-z]+:)?(\w+)>")
OWN, OTHER = "/pilot-areas/cahul/", "/pilot-areas/ungheni/"


def _walk(resolver: Any, prefix: str = "", names: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield route, ":".join([*names, pattern.name or ""])
        else:
            yield from _walk(pattern, route, (*names, pattern.namespace) if pattern.namespace else names)


def routes() -> list[str]:
    """Every route of the admin, once, in the order in which Django asks them."""
    found = dict.fromkeys(route for route, _name in _walk(get_resolver()) if route.startswith(PREFIX))
    return [route for route in found if route not in LEFT_OUT]


# The catch-all for addresses that do not exist, and the two of Wagtail that end in an error on purpose.
LEFT_OUT = ("admin/^.*/$", "admin/failwhale/", "admin/test404/")


@dataclass(frozen=True)
class Target:
    """Something that is acted on: its name in the table, and what fills the gaps of a route."""

    name: str
    gaps: dict[str, Any]


def page_targets() -> list[Target]:
    """Pages of two areas in three languages, and the shop-front of the first."""
    pages = {}
    for name, inner in (("Cahul", OWN), ("Ungheni", OTHER)):
        pages[f"{name} ro"] = page_at(inner)
        for language in ("ru", "nl"):
            pages[f"{name} {language}"] = translation_of(page_at(inner), language)
    pages["Cahul shop-front ro"] = page_at(f"{OWN}shop-front/")
    return [Target(name, _page_gaps(page)) for name, page in pages.items()]


def _page_gaps(page: Page) -> dict[str, Any]:
    ids = dict.fromkeys(("page_id", "parent_page_id", "page_to_move_id", "page_pk"), page.pk)
    revision = Revision.page_revisions.filter(object_id=str(page.pk)).first()
    source = TranslationSource.objects.filter(object_id=page.translation_key).first()
    translation = Translation.objects.filter(source=source, target_locale_id=page.locale_id).first()
    segment = StringSegment.objects.filter(source=source).first()
    return ids | {
        "destination_id": page.get_parent().pk,
        "revision_id": revision.pk if revision else 0,
        "translation_source_id": source.pk if source else 0,
        "translation_id": translation.pk if translation else 0,
        "string_segment_id": segment.pk if segment else 0,
        "rest": f"strings/{segment.pk}/edit/" if segment else "",
    }


def snippet_targets(app: str, model: str) -> list[Target]:
    """One snippet, or one per language or area where such things differ in rights."""
    rows = apps.get_model(app, model).objects.all()
    fields = {field.name for field in rows.model._meta.get_fields()}
    found = []
    if "locale" in fields:
        found += [(code, rows.filter(locale__language_code=code).first()) for code in ("ro", "ru", "nl")]
    if "area" in fields:
        cahul = Area.objects.get(code="cahul")
        found += [("Cahul", rows.filter(area=cahul).first()), ("elsewhere", rows.exclude(area=cahul).first())]
    found = found or [("one", rows.first())]
    return [Target(name, {"pk": row.pk}) for name, row in found if row]


def other_gaps(route: str) -> dict[str, Any]:
    """What fills the gaps of routes that are about neither a page nor a snippet."""
    term = apps.get_model("core", "term").objects.filter(locale__language_code="nl").first()
    gaps = {
        "app_label": "core", "model_name": "term", "app_name": "core", "slug": "x", "action": "delete",
        "action_name": "approve", "task_state_id": 0, "task_id": Task.objects.values_list("pk", flat=True).first() or 0,
        "workflow_state_id": 0, "workflow_pk": 1, "kind": "contact", "object_id": "0", "session_id": 0,
        "collection_id": 1, "redirect_id": 0, "document_id": 0, "doc_id": 0, "image_id": 0, "uploaded_file_id": 0,
        "content_type_app_name": "home", "content_type_model_name": "standardpage", "filter_spec": "original", "mode": "", "uidb64": "x", "token": "x", "overridable_segment_id": 0, "pk": 1,
    }  # fmt: skip
    if route.startswith("admin/users/"):
        gaps["pk"] = User.objects.get(username="admin").pk
    elif route.startswith("admin/sites/"):
        gaps["pk"] = Site.objects.first().pk
    elif route.startswith("admin/workflows/"):
        gaps["pk"] = Workflow.objects.first().pk if Workflow.objects.exists() else 0
    elif route.startswith("admin/localize/submit/snippet/"):
        gaps["pk"] = term.pk
    elif route.startswith("admin/check/fact/"):
        gaps["pk"] = Contact.objects.first().pk
    return gaps


PAGE_GAPS = ("page_id", "parent_page_id", "page_to_move_id", "page_pk", "translation_id", "translation_source_id")


def targets_of(route: str, pages: list[Target]) -> list[Target]:
    """What to try a route with."""
    gaps = set(GAP.findall(route))
    rest = other_gaps(route)
    if gaps & set(PAGE_GAPS) or route.startswith("admin/pages/^"):
        return [Target(target.name, rest | target.gaps) for target in pages]
    snippet = re.match(r"admin/snippets/(?:choose/)?(\w+)/(\w+)/", route)
    if snippet and "pk" in gaps:
        return [Target(target.name, rest | target.gaps) for target in snippet_targets(*snippet.groups())]
    if route == "admin/bulk/<str:app_label>/<str:model_name>/<str:action>/":
        return [Target(target.name, {**rest, **target.gaps, "app_label": "wagtailcore", "model_name": "page",
                                     "query": f"?id={target.gaps['page_id']}"}) for target in pages]  # fmt: skip
    return [Target("", rest)]


def address(route: str, target: Target) -> str:
    """A route with its gaps filled."""
    if route.startswith("admin/pages/^"):  # the one with a regular expression: comparing two revisions
        return f"/admin/pages/{target.gaps['page_id']}/revisions/compare/earliest...latest/"
    plain = route.replace("^", "").replace("$", "")
    return "/" + GAP.sub(lambda match: str(target.gaps[match[1]]), plain) + target.gaps.get("query", "")

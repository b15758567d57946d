"""wagtail-localize's own views, asked for page and language rights that they do not ask for themselves.

As they come, whoever holds the global right "submit translation" overwrites live pages of other areas and languages
(wagtail-notes.md, 6).
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _
from wagtail_localize import wagtail_hooks as localize
from wagtail_localize.models import Translation
from wagtail_localize.views.submit_translations import SubmitPageTranslationView, SubmitSnippetTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from translations.rights import may_change, may_in_language, may_submit


class SubmitPage(SubmitPageTranslationView):
    """Only languages in which one may write there; a subtree only if that holds for all of it."""

    def get_form(self) -> Any:
        form = super().get_form()
        field = form.fields["locales"]
        allowed = [locale.pk for locale in field.queryset if may_submit(self.request.user, self.object, locale)]
        field.queryset = field.queryset.filter(pk__in=allowed)
        return form

    def form_valid(self, form: Any) -> HttpResponse:
        if form.cleaned_data["include_subtree"]:
            for page in self.object.get_descendants():
                if not all(may_submit(self.request.user, page, locale) for locale in form.cleaned_data["locales"]):
                    form.add_error("include_subtree", _("You may not translate all pages below this one."))
                    return self.render_to_response(self.get_context_data())
        return super().form_valid(form)


class SubmitSnippet(SubmitSnippetTranslationView):
    """Only languages in which one may write, and only kinds that one may change."""

    def get_object(self) -> models.Model:
        instance = super().get_object()
        meta = instance._meta
        if not self.request.user.has_perm(f"{meta.app_label}.change_{meta.model_name}"):
            raise PermissionDenied
        return instance

    def get_form(self) -> Any:
        form = super().get_form()
        field = form.fields["locales"]
        allowed = [row.pk for row in field.queryset if may_in_language(self.request.user, row.pk)]
        field.queryset = field.queryset.filter(pk__in=allowed)
        return form


class UpdateTranslations(UpdateTranslationsView):
    """Only who may publish every translation that would be touched."""

    def get_object(self) -> Any:
        source = super().get_object()
        for translation in source.translations.filter(enabled=True).select_related("target_locale"):
            if not may_change(self.request.user, _target(translation), publish=True):
                raise PermissionDenied
        return source


def _target(translation: Translation) -> models.Model | None:
    try:
        return translation.get_target_instance()
    except models.ObjectDoesNotExist:
        return None


def of_translation(request: HttpRequest, translation_id: int, rest: str) -> HttpResponse:
    """Everything that is done to one translation: strings, overrides, PO files, machine, preview, stopping."""
    translation = get_object_or_404(Translation, pk=translation_id)
    if not may_change(request.user, _target(translation)):
        raise PermissionDenied
    for pattern in _patterns():
        match = pattern.resolve(f"translate/{translation_id}/{rest}")
        if match:
            return match.func(request, *match.args, **match.kwargs)
    raise PermissionDenied


def _patterns() -> list[URLPattern]:
    return localize.register_admin_urls()[0].url_patterns


def convert_to_alias(request: HttpRequest, page_id: int) -> HttpResponse:
    """An alias shows the original's text under another language: never public, and only for administrators."""
    if not request.user.is_superuser:
        raise PermissionDenied
    match = next(filter(None, (pattern.resolve(f"page/{page_id}/convert_to_alias/") for pattern in _patterns())))
    return match.func(request, page_id)


def urls() -> list[URLPattern]:
    """Our views at the addresses of wagtail-localize; they must come first."""
    return [
        path("localize/submit/page/<int:page_id>/", SubmitPage.as_view()),
        path("localize/submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/", SubmitSnippet.as_view()),
        path("localize/update/<int:translation_source_id>/", UpdateTranslations.as_view()),
        path("localize/translate/<int:translation_id>/<path:rest>", of_translation),
        path("localize/page/<int:page_id>/convert_to_alias/", convert_to_alias),
    ]

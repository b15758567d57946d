"""What a kiosk shows beside the portal's pages."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext, gettext_lazy, ngettext, pgettext_lazy
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from core.languages import LANGUAGES, own_name
from home.finder import INTENTS, places

# Name and label; the template is <name>_panel.html.
PANELS = {
    "search": gettext_lazy("Search"),
    "finder": gettext_lazy("Find your way"),
    "listen": pgettext_lazy("read aloud", "Listen"),
    "look": gettext_lazy("Text and colours"),
    "staff": gettext_lazy("For the staff"),
    "enrol": gettext_lazy("Enrol a screen"),
}


@require_safe
@cache_control(public=True, max_age=60)
def attract(request: HttpRequest) -> HttpResponse:
    """`/kiosk/`: what the screen shows while nobody uses it; the same for all devices, which fill in their office."""
    words = []
    for language in LANGUAGES:
        with translation.override(language):
            words.append({"language": language, "name": own_name(language), "words": gettext("Touch to start")})
    with translation.override(LANGUAGES[0]):
        return render(request, "kiosk/attract.html", {"touch_words": words})


@require_safe
@cache_control(public=True, max_age=60)
def missing(request: HttpRequest, language: str) -> HttpResponse:
    """`/kiosk/missing/<language>/`: in the place of a page that is not in this language, or not on the device."""
    if language not in LANGUAGES:
        raise Http404
    with translation.override(language):
        alternates = {code: f"/kiosk/missing/{code}/" for code in LANGUAGES}
        return render(request, "kiosk/missing.html", {"alternates": alternates})


@require_safe
@cache_control(public=True, max_age=60)
def panels(request: HttpRequest, language: str) -> HttpResponse:
    """`/kiosk/panels/<language>/`: what lies over a page, once per language; the page's script puts it in its place."""
    if language not in LANGUAGES:
        raise Http404
    with translation.override(language):
        return render(request, "kiosk/panels.html", _panel_words(language))


def server_error(request: HttpRequest) -> HttpResponse:
    """500 in the skin: needs nothing that could be broken; the worker shows a page of the set in its place."""
    language = translation.get_language_from_path(request.path_info) or LANGUAGES[0]
    with translation.override(language):
        return render(request, "kiosk/500.html", {"language": language}, status=500)


def _panel_words(language: str) -> dict[str, object]:
    """What the templates of the panels need."""
    intents = [(code, name) for code, (_stage, name) in INTENTS.items()]
    return {"parts": PANELS, "intents": intents, "places": places(), **_counted(language)}


def _counted(language: str) -> dict[str, dict[str, str]]:
    """Sentences with a number that a script knows, in each plural form, by the names of Intl.PluralRules."""
    forms = {"one": 1, "few": 2, "many": 5, "other": 5 if language == "ru" else 20}

    def seconds(n: int) -> str:
        return ngettext("This screen starts again in %(n)s second.", "This screen starts again in %(n)s seconds.", n)

    def minutes(n: int) -> str:
        return ngettext("The code works for %(n)s more minute.", "The code works for %(n)s more minutes.", n)

    def tries(n: int) -> str:
        return ngettext("This PIN is wrong. %(n)s try left.", "This PIN is wrong. %(n)s tries left.", n)

    return {
        sentence.__name__: {form: sentence(n) % {"n": "{n}"} for form, n in forms.items()}
        for sentence in (seconds, minutes, tries)
    }

"""Views that are no pages of the tree: the finder."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control

from core.languages import LANGUAGES
from home.finder import INTENTS, answer, places, read_journey, sentence


def finder(request: HttpRequest) -> HttpResponse:
    """Three guides, two services and a person for a journey; every query has an answer."""
    language = request.LANGUAGE_CODE
    options = places()
    names = {place.code: place.name for place in options}
    journey = read_journey(request.GET.dict(), set(names))
    query = request.GET.urlencode()
    context = {
        "journey": journey,
        "options": options,
        "intent_name": INTENTS[journey.intent][1],
        "sentence": sentence(journey, names),
        "answer": answer(journey, language),
        "alternates": {code: f"/{code}/finder/{'?' + query if query else ''}" for code in LANGUAGES},
    }
    response = render(request, "home/finder.html", context)
    patch_cache_control(response, public=True, max_age=60)
    return response

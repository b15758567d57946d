"""The results page, suggestions, and the form for what was not found; all work without script."""

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from core.languages import LANGUAGES
from search import asked
from search.facet_names import groups_of, kind_name, query_string
from search.facts import FACETS
from search.models import Missed
from search.searching import Results, elsewhere
from search.searching import search as find
from search.stores.base import Filters
from search.suggesting import suggestions
from search.understanding import clean

RESULTS_PER_PAGE = 10
MOST_VALUES = 20
MOST_PLACES = 100  # of the list, whose clicks are counted


def filters_of(request: HttpRequest) -> Filters:
    """The facet values in the address; unknown facets are ignored."""
    found = {name: list(dict.fromkeys(request.GET.getlist(name)))[:MOST_VALUES] for name in FACETS}
    return {name: [value for value in values if value] for name, values in found.items() if any(values)}


def search(request: HttpRequest) -> HttpResponse:
    """Answers to `q`, ten on a page, narrowed by facets."""
    language, text = request.LANGUAGE_CODE, clean(request.GET.get("q", ""))
    filters = filters_of(request)
    number = request.GET.get("page", "1")
    page_number = int(number) if number.isdigit() and 0 < int(number[:6]) < 100_000 else 1
    literal = request.GET.get("literal") == "yes"
    results = find(text, language, filters, page_number, RESULTS_PER_PAGE, literal)
    if text and page_number == 1 and not filters and not literal:
        asked.note(text, language, results.total)
    context = _context(text, language, filters, page_number, results, literal)
    context["ping"] = request.build_absolute_uri(reverse("search-clicked"))  # the attribute takes no other kind
    response = render(request, "search/results.html", context)
    patch_cache_control(response, public=True, max_age=60)
    patch_vary_headers(response, ["Save-Data"])
    return response


def _context(
    text: str, language: str, filters: Filters, number: int, results: Results, literal: bool
) -> dict[str, object]:
    paginator = Paginator(range(min(results.total, 1000)), RESULTS_PER_PAGE)
    query = query_string(text, filters) + ("&literal=yes" if literal else "")
    return {
        "query": text,
        "literal": literal,
        "results": results,
        "kinds": {hit.page_id: kind_name(hit.kind.rpartition(".")[2]) for hit in [*results.promoted, *results.hits]},
        "page_obj": paginator.get_page(number),
        "facets": groups_of(results.facets, filters),
        "filters": filters,
        "query_string": query,
        "plain_query": urlencode({"q": text}),
        "elsewhere": list(elsewhere(text, language).items()) if text and number == 1 else [],
        "alternates": {code: f"/{code}/search/{'?' + query if query else ''}" for code in LANGUAGES},
    }


def suggest(request: HttpRequest) -> JsonResponse:
    """What completes the beginning of a query: [{"text", "url"}]."""
    found = suggestions(request.GET.get("q", ""), request.LANGUAGE_CODE)
    rows = [{"text": each.text, "url": each.url} for each in found]
    response = JsonResponse({"suggestions": rows}, json_dumps_params={"ensure_ascii": False})
    patch_cache_control(response, public=True, max_age=300)
    return response


@never_cache
@csrf_exempt  # a browser's own ping: it carries no session and changes one number
@require_POST
def clicked(request: HttpRequest) -> HttpResponse:
    """A browser says that an answer was chosen (the attribute `ping` of its link); nothing about who chose it."""
    place = request.GET.get("n", "")
    if place.isdigit() and 0 < int(place[:5]) <= MOST_PLACES:
        asked.note_click(clean(request.GET.get("q", "")), request.LANGUAGE_CODE, int(place))
    return HttpResponse(status=204)


class MissedForm(forms.ModelForm):
    """What somebody did not find, in their own words."""

    class Meta:
        model = Missed
        fields = ["query", "message"]
        widgets = {"query": forms.HiddenInput, "message": forms.Textarea(attrs={"rows": 4})}
        labels = {"message": _("What did you look for?")}
        error_messages = {"message": {"required": _("Write what you looked for, in a few words.")}}


@never_cache
@require_http_methods(["GET", "POST"])
def missed(request: HttpRequest) -> HttpResponse:
    """The form, and the thanks after it. No name, no address is asked."""
    form = MissedForm(request.POST or None, initial={"query": clean(request.GET.get("q", ""))})
    if request.method == "POST" and form.is_valid():
        form.instance.language = request.LANGUAGE_CODE
        form.instance.message = asked.masked(form.instance.message)
        form.instance.query = asked.masked(form.instance.query)
        form.save()
        return redirect(f"{reverse('search-missed')}?sent=yes")
    alternates = {code: f"/{code}/search/missed/" for code in LANGUAGES}
    context = {"form": form, "sent": "sent" in request.GET, "alternates": alternates}
    return render(request, "search/missed.html", context)


def description(request: HttpRequest) -> HttpResponse:
    """The OpenSearch description, so that browsers offer the search of the portal."""
    context = {"base": request.build_absolute_uri(reverse("search")), "language": request.LANGUAGE_CODE}
    kind = "application/opensearchdescription+xml"
    response = render(request, "search/opensearch.xml", context, content_type=kind)
    patch_cache_control(response, public=True, max_age=86400)
    return response

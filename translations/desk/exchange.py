"""Texts out and in, in the admin: PO and XLIFF per page, subtree or language."""

from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from core import addresses
from core.languages import LANGUAGES, own_name
from translations.exchange import formats
from translations.exchange.taking import Report, take
from translations.exchange.units import pages_below, units_of
from translations.models import Original
from translations.rights import may_change, may_submit

LARGEST = 10 * 1024 * 1024  # bytes of a file that is read


def _originals(page_id: str, alone: bool = False) -> list[Page]:
    """A page and, unless `alone`, what is below it; without a page all originals."""
    if page_id.isdigit():
        page = get_object_or_404(Page, pk=page_id)
        return [page] if alone else pages_below(page)
    keys = Original.objects.filter(is_page=True, deleted=False)
    return list(Page.objects.filter(pk__in=keys.values("object_id")).order_by("path"))


def export(request: HttpRequest) -> HttpResponse:
    """A file with all texts of a page and everything below it, for one language."""
    language = request.GET.get("language", "")
    locale = get_object_or_404(Locale, language_code=language)
    pages = [
        page for page in _originals(request.GET.get("page", ""), "alone" in request.GET) if page.locale_id != locale.pk
    ]
    units = units_of(pages, locale)
    if request.GET.get("format") == "xliff":
        source = addresses.language_of(pages[0].locale_id) if pages else LANGUAGES[0]
        data, kind, ending = formats.to_xliff(units, source, language), "application/xliff+xml", "xlf"
    else:
        data, kind, ending = formats.to_po(units, language), "text/x-gettext-translation; charset=utf-8", "po"
    response = HttpResponse(data, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="nexus-{language}.{ending}"'
    return response


@require_http_methods(["GET", "POST"])
def exchange(request: HttpRequest) -> HttpResponse:
    """The form for files, and the report of what was taken or refused."""
    report, error = None, ""
    file = request.FILES.get("file")
    if request.method == "POST":
        if file is None:
            error = _("Choose a file.")
        elif file.size > LARGEST:
            error = _("The file is too large.")
        else:
            try:
                report = _take(request, file.read(), file.name)
            except formats.BadFileError as problem:
                error = _("The file cannot be read: %(problem)s") % {"problem": problem}
    context = {
        "report": report,
        "error": error,
        "languages": [(language, own_name(language)) for language in LANGUAGES],
        "page": request.GET.get("page", ""),
    }
    return render(request, "translations/admin/exchange.html", context, status=400 if error else 200)


def _may_translate(request: HttpRequest, translation_id: int) -> Translation:
    translation = get_object_or_404(Translation.objects.select_related("source", "target_locale"), pk=translation_id)
    page = Page.objects.filter(translation_key=translation.source.object_id, locale_id=translation.target_locale_id)
    if not may_change(request.user, page.first()):
        raise PermissionDenied
    return translation


def download(request: HttpRequest, translation_id: int) -> HttpResponse:
    """The translation editor's "Download PO": our file, for this page and language."""
    translation = _may_translate(request, translation_id)
    page = Page.objects.filter(translation_key=translation.source.object_id, locale_id=translation.source.locale_id)
    query = {"page": get_object_or_404(page).pk, "language": translation.target_locale.language_code, "alone": "yes"}
    return redirect(f"{reverse('translations_export')}?{urlencode(query)}")


@require_POST
def upload(request: HttpRequest, translation_id: int) -> HttpResponse:
    """The translation editor's "Upload PO": all of the file or nothing, with our report."""
    _may_translate(request, translation_id)
    return exchange(request)


def _take(request: HttpRequest, data: bytes, name: str) -> Report:
    read = formats.from_po if name.lower().endswith(".po") else formats.from_xliff
    language, units = read(data)
    locale = Locale.objects.filter(language_code=language).first()
    if locale is None:
        raise formats.BadFileError(_("it names no language of ours"))
    keys = {unit.key for unit in units if len(unit.key) == 36}
    pages = Page.objects.filter(pk__in=Original.objects.filter(pk__in=keys, is_page=True).values("object_id"))
    allowed = {str(page.translation_key) for page in pages if may_submit(request.user, page, locale)}
    if not request.user.has_perm("wagtail_localize.submit_translation"):
        raise PermissionDenied
    return take(units, locale, allowed)

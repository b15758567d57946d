"""`/check/`: is this paper real? And the form to report what is not. Neither keeps or shows anything about who asks."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.addresses import locale_id_of
from core.limits import Limit, address_of
from countries.models import ShopFrontPage
from handover import slips
from handover.codes import in_groups, is_code, tidy
from handover.forms import ReportForm
from handover.models import FraudReport
from handover.slips import Verdict
from handover.views import LONGEST, in_all_languages, shop_front_of, too_many, unlisted

GUESSES = Limit("slips-guesses", most=30, seconds=5 * 60)  # codes that were not ours, per address
REPORTS = Limit("fraud-reports", most=5, seconds=3600)  # per address
# A form that is sent needs to know that it comes from us; other sites learn nothing.
REFERRER = "same-origin"


@require_safe
@unlisted(REFERRER)
def check(request: HttpRequest) -> HttpResponse:
    """`/<lang>/check/`: type the code of a paper."""
    typed = request.GET.get("code", "")[:LONGEST]
    if not typed.strip():
        return render(request, "handover/check.html", {"alternates": in_all_languages("/check/")})
    code = tidy(typed)
    if is_code(code, slips.LENGTH):
        return redirect("check-code", code=in_groups(code, 4, "-"))
    return _answer(request, typed)


@require_safe
@unlisted(REFERRER)
def check_code(request: HttpRequest, code: str) -> HttpResponse:
    """`/<lang>/check/CODE/`: the answer."""
    return _answer(request, code[:LONGEST])


def _answer(request: HttpRequest, typed: str) -> HttpResponse:
    who, language = address_of(request), request.LANGUAGE_CODE
    if GUESSES.is_used_up(who):
        return too_many(request, "/check/")
    answer = slips.check(typed)
    is_ours = answer.verdict is not Verdict.NOT_OURS
    code = tidy(typed)
    shown = in_groups(code, 4, "-") if is_code(code, slips.LENGTH) else ""
    if not is_ours:
        GUESSES.count(who)
    area = answer.batch.area.code if answer.batch else ""
    context = {
        "verdict": answer.verdict.value,
        "batch": answer.batch,
        "office": shop_front_of(area, language),
        "shop_fronts": [] if answer.verdict is Verdict.GENUINE else shop_fronts(area, language),
        # Only what looks like a code is shown large: whoever sends an address around cannot write on our page.
        "code": shown,
        "typed": shown or typed,
        "report_url": f"{reverse('check-report')}?{urlencode({'code': shown or typed, 'area': area})}",
        "alternates": in_all_languages(f"/check/{shown}/" if shown else "/check/"),
    }
    return render(request, "handover/answer.html", context)


def shop_fronts(area: str, language: str) -> list[ShopFrontPage]:
    """Whom to call: the shop-front in an area, or all of them."""
    rows = ShopFrontPage.objects.live().public().filter(locale_id=locale_id_of(language))
    rows = rows.filter(area__code=area) if area else rows
    return list(rows.select_related("place__contact").order_by("path"))


@require_http_methods(["GET", "HEAD", "POST"])
@unlisted(REFERRER)
def report(request: HttpRequest) -> HttpResponse:
    """`/<lang>/check/report/`: tell us what happened. What was typed stays in the form until it has been kept."""
    first = {"code": request.GET.get("code", "")[:LONGEST], "area": request.GET.get("area", "")[:LONGEST]}
    form = ReportForm(request.POST if request.method == "POST" else None, initial=first)
    status = 200
    if request.method == "POST" and form.is_valid():
        if REPORTS.count(address_of(request)):
            _keep(form, request.LANGUAGE_CODE)
            return redirect(f"{reverse('check-report')}?sent=yes")
        form.add_error(None, _("Several reports came from here in this hour. Wait an hour, or call the shop-front."))
        status = 429
    context = {
        "form": form,
        "sent": "sent" in request.GET,
        "contact_days": FraudReport.CONTACT_DAYS,
        "alternates": in_all_languages("/check/report/"),
    }
    return render(request, "handover/report.html", context, status=status)


def _keep(form: ReportForm, language: str) -> None:
    data = {name: value for name, value in form.cleaned_data.items() if name != "website"}
    FraudReport.objects.create(language=language, **data)

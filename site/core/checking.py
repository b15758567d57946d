"""The button "I have checked this": it asks once more, then notes the check."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages

from core.checked import Checked, Role


def ask_and_confirm(
    request: HttpRequest, title: str, back: str, default_role: str, checked: Callable[[], Checked]
) -> HttpResponse:
    """GET asks who has checked `title`; POST notes it today on what `checked` gives, and goes `back`.

    The caller has asked whether this person may do so.
    """
    if request.method == "POST":
        role = request.POST.get("role", default_role)
        checked().confirm(role if role in Role.values else default_role, timezone.localdate())
        messages.success(request, _("The check of “%(title)s” is noted.") % {"title": title})
        return redirect(back)
    return render(request, "core/admin/confirm_check.html", {"thing": title, "roles": Role.choices, "back": back})

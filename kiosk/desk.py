"""The kiosks in the admin: how they are, enrol, set up, revoke. Every view asks for the right and the area."""

from django.contrib import messages
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.rights import may_change
from kiosk import devices, monitoring
from kiosk.forms import DeviceForm, EnrolForm
from kiosk.models import Device

MOST_TRIES, LOCKED = 5, 600  # wrong codes of one person; seconds until the next try


def _ask(request: HttpRequest) -> None:
    if not request.user.has_perm(monitoring.RIGHT):
        raise PermissionDenied


def _own(request: HttpRequest, pk: int) -> Device:
    _ask(request)
    device = get_object_or_404(Device, pk=pk)
    if not may_change(request.user, device):
        raise PermissionDenied
    return device


@require_safe
def kiosks(request: HttpRequest) -> HttpResponse:
    """The devices that one may see, each with its state in words, icon and colour."""
    _ask(request)
    return render(request, "kiosk/admin/kiosks.html", {"rows": monitoring.rows(request.user)})


def enrol(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Type the code that a screen shows: it becomes a new device, or the one with `pk` again."""
    _ask(request)
    device = _own(request, pk) if pk else Device()
    tries = f"kiosk-enrol-tries-{request.user.pk}"
    form = EnrolForm(request.POST or None, instance=device, user=request.user)
    if request.method == "POST":
        if cache.get(tries, 0) >= MOST_TRIES:
            form.add_error("code", _("Too many wrong codes. Wait ten minutes and take a new code."))
        elif form.is_valid():
            try:
                devices.approve(
                    form.cleaned_data["code"], form.save(commit=False), form.cleaned_data["pin"], request.user
                )
            except devices.EnrolmentError:
                cache.set(tries, cache.get(tries, 0) + 1, LOCKED)
                form.add_error("code", _("No screen shows this code now. Codes work once and for ten minutes."))
            else:
                cache.delete(tries)
                messages.success(request, _("“%(name)s” is enrolled.") % {"name": device.name})
                return redirect("kiosks")
    return render(request, "kiosk/admin/form.html", {"form": form, "device": device, "is_enrolment": True})


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Set a device up anew; it learns of it within five minutes."""
    device = _own(request, pk)
    form = DeviceForm(request.POST or None, instance=device, user=request.user)
    if request.method == "POST" and form.is_valid():
        changed = form.save(commit=False)
        if form.cleaned_data["pin"]:
            devices.set_pin(changed, form.cleaned_data["pin"])
        changed.save()
        messages.success(request, _("Saved. The screen takes it over within five minutes."))
        return redirect("kiosks")
    return render(request, "kiosk/admin/form.html", {"form": form, "device": device})


def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then take the token away; the screen shows the enrolment within five minutes."""
    device = _own(request, pk)
    if request.method == "POST":
        devices.revoke(device, with_slips=bool(request.POST.get("slips")))
        messages.success(request, _("“%(name)s” is revoked.") % {"name": device.name})
        return redirect("kiosks")
    return render(request, "kiosk/admin/revoke.html", {"device": device})

"""The kiosks in the menu of the Wagtail admin."""

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from kiosk import desk, monitoring


@hooks.register("register_admin_urls")
def register_urls() -> list:
    return [
        path("kiosks/", desk.kiosks, name="kiosks"),
        path("kiosks/enrol/", desk.enrol, name="kiosk_enrol"),
        path("kiosks/<int:pk>/", desk.edit, name="kiosk_edit"),
        path("kiosks/<int:pk>/enrol/", desk.enrol, name="kiosk_enrol_again"),
        path("kiosks/<int:pk>/revoke/", desk.revoke, name="kiosk_revoke"),
    ]


class KiosksItem(MenuItem):
    """Shown to those who look after kiosks."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(monitoring.RIGHT)


@hooks.register("register_admin_menu_item")
def register_menu() -> MenuItem:
    return KiosksItem(_("Kiosks"), reverse("kiosks"), icon_name="desktop", order=280)

"""Every address that exists on the kiosk's own host name: pages, files, and what the device asks for. No admin."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import path, re_path
from django.views.generic import RedirectView

from core import views as core_views
from core.media import media
from kiosk import views
from services import views as services_views

handler404 = "core.views.not_found"
handler500 = "core.views.server_error"

urlpatterns = [
    path("", RedirectView.as_view(url="/kiosk/", permanent=False)),
    path("kiosk/", views.attract, name="kiosk"),
    path("media/<path:path>", media, name="media"),
]
urlpatterns += i18n_patterns(
    path("services/providers/", services_views.providers, name="providers"),
    path("services/providers/<slug:code>/", services_views.provider, name="provider"),
    re_path(r"^((?:[\w\-]+/)*)$", core_views.serve, name="wagtail_serve"),
)

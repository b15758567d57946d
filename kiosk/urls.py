"""Every address that exists on the kiosk's own host name: pages, files, and what the device asks for. No admin."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import path, re_path
from django.views.generic import RedirectView

from core import views as core_views
from core.media import media
from handover import views as handover_views
from kiosk import api, views
from kiosk.offline import views as offline_views
from services import views as services_views

handler404 = "core.views.not_found"
handler500 = "kiosk.views.server_error"

urlpatterns = [
    path("", RedirectView.as_view(url="/kiosk/", permanent=False)),
    path("sw.js", offline_views.worker, name="service-worker"),
    path("kiosk/", views.attract, name="kiosk"),
    path("kiosk/missing/<slug:language>/", views.missing, name="kiosk-missing"),
    path("kiosk/panels/<slug:language>/", views.panels, name="kiosk-panels"),
    path("kiosk/enrolment/", api.enrolment, name="kiosk-enrolment"),
    path("kiosk/enrolment/claim/", api.claim, name="kiosk-claim"),
    path("kiosk/enrol/<str:secret>/", api.demo_enrolment, name="kiosk-demo-enrolment"),
    path("kiosk/announcements.json", api.announcements, name="kiosk-announcements"),
    path("kiosk/heartbeat/", api.heartbeat, name="kiosk-heartbeat"),
    path("kiosk/handover/", handover_views.create_set, name="kiosk-handover"),
    path("kiosk/manifest.json", api.for_device(offline_views.manifest), name="kiosk-manifest"),
    path("kiosk/set/<slug:digest>", offline_views.set_file, name="kiosk-file"),
    path("kiosk/opening.json", offline_views.data, name="kiosk-opening"),
    path("kiosk/index/<slug:language>.json", offline_views.data, name="kiosk-index"),
    path("kiosk/finder/<slug:language>.json", offline_views.data, name="kiosk-finder"),
    path("media/<path:path>", media, name="media"),
]
urlpatterns += i18n_patterns(
    path("services/providers/", services_views.providers, name="providers"),
    path("services/providers/<slug:code>/", services_views.provider, name="provider"),
    re_path(r"^((?:[\w\-]+/)*)$", core_views.serve, name="wagtail_serve"),
)

"""Every address of the portal."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.urls import include, path, re_path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from core import views as core_views

handler404 = "core.views.not_found"
handler500 = "core.views.server_error"

urlpatterns = [
    path("", core_views.choose_language, name="choose-language"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
]
urlpatterns += i18n_patterns(
    re_path(r"^((?:[\w\-]+/)*)$", core_views.serve, name="wagtail_serve"),
)

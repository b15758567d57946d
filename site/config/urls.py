"""Every address of the portal."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from config.api import api
from core import discovery
from core import views as core_views
from core.media import media
from core.metrics import metrics
from core.sitemaps import sitemap
from handover import checking
from handover import views as handover_views
from home import views as home_views
from phones import views as phones_views
from search import api as search_api
from search import desk as search_desk
from search import views as search_views
from services import views as services_views

handler404 = "core.views.not_found"
handler500 = "core.views.server_error"

urlpatterns = [
    path("", core_views.choose_language, name="choose-language"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    # Where Wagtail sends people whom a private page does not know.
    path(
        "_util/login/",
        RedirectView.as_view(pattern_name="wagtailadmin_login", query_string=True),
        name="wagtailcore_login",
    ),
    path("api/v2/", api.urls),
    path("media/<path:path>", media, name="media"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("health/search/", search_desk.health_json, name="search-health"),
    path("metrics/", metrics, name="metrics"),
    path("robots.txt", discovery.robots, name="robots"),
    path("sw.js", phones_views.service_worker, name="service-worker"),
    # As they are printed on slips and cards.
    path("mine/", handover_views.in_own_language),
    path("check/", handover_views.in_own_language),
    path("check/<str:code>/", handover_views.in_own_language),
    path("manifest.webmanifest", discovery.manifest, name="manifest"),
    path(".well-known/security.txt", discovery.security, name="security"),
]
if settings.DEBUG:
    from core.styleguide import styleguide

    urlpatterns += [path("styleguide/", styleguide, name="styleguide")]

urlpatterns += i18n_patterns(
    path("search/", search_views.search, name="search"),
    path("search/api/", search_api.api, name="search-api"),
    path("search/suggest/", search_views.suggest, name="search-suggest"),
    path("search/clicked/", search_views.clicked, name="search-clicked"),
    path("search/missed/", search_views.missed, name="search-missed"),
    path("search/opensearch.xml", search_views.description, name="search-description"),
    path("offline/", phones_views.offline, name="offline"),
    path("mine/", handover_views.mine, name="mine"),
    path("mine/<str:code>/", handover_views.mine_set, name="mine-set"),
    path("mine/p/<str:ids>/", handover_views.mine_pages, name="mine-pages"),
    path("check/", checking.check, name="check"),
    path("check/report/", checking.report, name="check-report"),
    path("check/<str:code>/", checking.check_code, name="check-code"),
    path("finder/", home_views.finder, name="finder"),
    path("services/providers/", services_views.providers, name="providers"),
    path("services/providers/<slug:code>/", services_views.provider, name="provider"),
    re_path(r"^((?:[\w\-]+/)*)$", core_views.serve, name="wagtail_serve"),
)

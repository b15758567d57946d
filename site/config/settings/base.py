"""What never varies between roles. What a deployment varies comes from the environment (see .env.example)."""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

ROOT = Path(__file__).resolve().parents[3]

env = environ.Env()
environ.Env.read_env(ROOT / ".env")
# Everything that changes while the portal runs: database, uploads, built files, cache.
VAR = Path(env.str("VAR_DIR", default=str(ROOT / "var")))

DEBUG = False
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "core.User"

INSTALLED_APPS = [
    "core",
    "facts",
    "translations",
    "quality",
    "countries",
    "services",
    "home",
    "search",
    "phones",
    "handover",
    "kiosk",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.api.v2",
    "rest_framework",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "phonenumber_field",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "django_permissions_policy",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "kiosk.middleware.KioskHostMiddleware",
    "core.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "site" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "core.context_processors.portal",
            ],
        },
    }
]

# Languages: the order is the order of the switch; names are in their own language there.
LANGUAGE_CODE = "ro"
LANGUAGES = [("ro", _("Romanian")), ("ru", _("Russian")), ("nl", _("Dutch")), ("en", _("English"))]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
# Machine translation is off unless a class is named; it drafts, and never publishes.
# Visit links that lead out, a few per minute; only tests may visit this machine itself.
CHECK_EXTERNAL_LINKS = env.bool("CHECK_EXTERNAL_LINKS", default=False)
LINK_CHECK_ALLOW_LOOPBACK = False
if env.str("MACHINE_TRANSLATOR", default=""):
    WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "translations.machine.BudgetedTranslator",
        "OPTIONS": {
            "CLASS": env.str("MACHINE_TRANSLATOR"),
            "OPTIONS": env.json("MACHINE_TRANSLATOR_OPTIONS", default={}),
            "WORDS_PER_YEAR": env.int("MACHINE_WORDS_PER_YEAR", default=100_000),
        },
    }
LOCALE_PATHS = [ROOT / "locale", ROOT / "locale" / "admin"]  # the second: what Wagtail and Django leave open
USE_I18N = True
WAGTAIL_I18N_ENABLED = True
USE_TZ = True
TIME_ZONE = "Europe/Chisinau"
WAGTAIL_USER_TIME_ZONES = ["Europe/Chisinau", "Europe/Amsterdam", "UTC"]
# Read by script when a reader switches the language; pages themselves never read it (docs/decisions/).
LANGUAGE_COOKIE_NAME = "django_language"

# Host name of the touch screens in the shop-fronts (docs/kiosk.md); without one there are none.
KIOSK_HOST = env.str("KIOSK_HOST", default="")
KIOSK_MAIL_TO = env.list("KIOSK_MAIL_TO", default=[])  # beside the staff of the shop-front
KIOSK_DEMO = False  # whether a link can make a browser the demo kiosk

# The kill switch of the service worker: off, every phone that comes by deletes its worker and all that it kept.
SERVICE_WORKER = env.bool("SERVICE_WORKER", default=True)

# Files that build_assets puts together from a folder.
BUNDLES = {"kiosk.js": ROOT / "kiosk" / "assets" / "js", "kiosk.css": ROOT / "kiosk" / "assets" / "css"}

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [ROOT / "site" / "static", VAR / "build"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    "kiosk": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": VAR / "kiosk"}},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = False

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": VAR / "portal.sqlite3",
        # WAL lets readers and one writer work side by side; IMMEDIATE takes the write lock at the start of a
        # transaction, so that two writers wait for each other instead of failing half-way.
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        },
        "CONN_MAX_AGE": None,
    }
}
# How many proxies of ours stand before the portal; the limits per internet address need to see through them.
PROXY_COUNT = env.int("PROXY_COUNT", default=0)
CACHES = {
    "default": {
        # A store that all processes of one machine share (server, tick, commands).
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR / "cache",
        "OPTIONS": {"MAX_ENTRIES": 5000},
    }
}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
# A search engine beside the database; without one the database answers (docs/search.md).
ELASTICSEARCH_URL = env.str("ELASTICSEARCH_URL", default="")
OPENSEARCH_URL = env.str("OPENSEARCH_URL", default="")
SEARCH_INDEX_PREFIX = env.str("SEARCH_INDEX_PREFIX", default="portal")
METRICS_TOKEN = env.str("METRICS_TOKEN", default="")  # for /metrics/; without it there is none
SEARCH_ENGINE_TRIALS = True  # have an engine that failed tried again in the background
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.backend"}}

# Wagtail
WAGTAIL_SITE_NAME = "NEXUS"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILEMBEDS_FINDERS = []
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}  # private pages are for people with a login
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILIMAGES_IMAGE_MODEL = "core.CustomImage"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILDOCS_DOCUMENT_MODEL = "core.CustomDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "core.document_forms.DocumentForm"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "odt", "xlsx", "ods", "txt", "csv", "mp4", "vtt"]
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "wagtail.admin.rich_text.DraftailRichTextArea",
        # No images (their alt text would stay in one language) and no embeds (they would ask a third party).
        "OPTIONS": {"features": ["bold", "ol", "ul", "link", "document-link"]},
    }
}

# Security: see also production.py
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = False  # the Wagtail admin reads it by script
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"  # previews in the admin are frames
CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ("/admin/",),  # the Wagtail editor has inline scripts of its own (wagtail-notes 7.14)
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    },
}
PERMISSIONS_POLICY = {
    "camera": [],
    "microphone": [],
    "geolocation": [],
    "payment": [],
    "usb": [],
    "interest-cohort": [],
}
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

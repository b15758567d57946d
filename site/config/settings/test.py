"""For pytest: a database file of its own, memory cache, plain static files, fast passwords."""

import os

from .base import *  # noqa: F403
from .base import DATABASES, VAR

VAR.mkdir(exist_ok=True)
(VAR / "build").mkdir(exist_ok=True)
SECRET_KEY = "only-for-tests"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost", "kiosk.testserver"]
KIOSK_HOST = "kiosk.testserver"
WAGTAILADMIN_BASE_URL = "http://testserver"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    "kiosk": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": VAR / f"test-kiosk-{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"},
    },
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DEFAULT_FROM_EMAIL = "portal@example.org"
MEDIA_ROOT = VAR / "test-media"
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "main")
DATABASES["default"]["NAME"] = VAR / "test.sqlite3"
DATABASES["default"]["TEST"] = {"NAME": VAR / f"test-{WORKER}.sqlite3"}

"""The whole portal on one bare machine: the production shape on embedded parts. All state is in var/."""

from .base import *  # noqa: F403
from .base import VAR, env
from .generated import secret_key

VAR.mkdir(exist_ok=True)
(VAR / "build").mkdir(exist_ok=True)
PORT = env.int("PORT", default=8000)
SECRET_KEY = env.str("SECRET_KEY", default="") or secret_key(VAR / "secret_key")
ALLOWED_HOSTS = ["127.0.0.1", "localhost", ".localhost", "testserver"]
WAGTAILADMIN_BASE_URL = env.str("BASE_URL", default=f"http://127.0.0.1:{PORT}")
KIOSK_HOST = env.str("KIOSK_HOST", default="kiosk.localhost")
KIOSK_DEMO = True
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
DEFAULT_FROM_EMAIL = "portal@example.org"

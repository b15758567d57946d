from django.apps import AppConfig


class CoreConfig(AppConfig):
    """What every page of the site needs; imports no other app of ours."""

    name = "core"
    verbose_name = "Core"

    def ready(self) -> None:
        from core import pictures, signals  # noqa: F401

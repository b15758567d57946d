"""What time makes due. Apps add their work; `manage.py tick` does it."""

from collections.abc import Callable

each_minute: list[Callable[[], object]] = []
each_hour: list[Callable[[], object]] = []

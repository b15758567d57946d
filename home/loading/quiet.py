"""Load without the work that every save triggers; both indexes are built once at the end."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models.signals import post_save
from modelsearch import index
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.signal_handlers import disable_reference_index_auto_update

from core import publishing


@contextmanager
def indexes_off() -> Iterator[None]:
    """Neither the search index nor the reference index follows what is saved inside."""
    models = index.get_indexed_models()
    loading = publishing.loading.set(True)
    token = publishing.asked.set(True)  # the files were checked whole: nothing untranslated can be among them
    for model in models:
        post_save.disconnect(post_save_signal_handler, sender=model)
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        publishing.asked.reset(token)
        publishing.loading.reset(loading)
        for model in models:
            post_save.connect(post_save_signal_handler, sender=model)

from django.apps import AppConfig


class PhonesConfig(AppConfig):
    """The portal on phones with a weak network: pages kept on the phone, chapters saved, pages shared."""

    name = "phones"
    verbose_name = "Phones"

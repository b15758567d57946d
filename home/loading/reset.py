"""Remove all content, so that it can be loaded anew. People and their rights stay."""

from django.db import transaction
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import TranslatableObject

from core.classification import CLASSIFICATIONS
from core.models import PageCheck, Term
from facts.models import FACTS
from home.models import Menu, Notice, ProgrammeStatement
from services.models import Provider
from translations.models import Original


@transaction.atomic
def remove_content() -> None:
    """Delete pages, snippets, facts, classifications and what wagtail-localize remembers of them."""
    Original.objects.all().delete()
    Site.objects.all().delete()
    for page in Page.objects.filter(depth=2):
        page.specific.delete()
    for model in (Menu, ProgrammeStatement, Notice, Provider, Term, PageCheck):
        model.objects.all().delete()
    TranslatableObject.objects.all().delete()
    Original.objects.all().delete()
    contact, place, hours, fee = FACTS
    for fact in (place, hours, fee, contact):
        fact.objects.all().delete()
    for classification in reversed(CLASSIFICATIONS):
        classification.objects.all().delete()
    Locale.objects.exclude(language_code="ro").delete()

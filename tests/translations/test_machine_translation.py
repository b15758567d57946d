"""Machine translation: a draft that says so, within a budget, never public by itself."""

import pytest
from wagtail.models import Locale
from wagtail_localize.machine_translators.dummy import DummyTranslator
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from tests.translations.doing import page_at, publish, save_target, states
from translations.models import MachineUse

pytestmark = pytest.mark.django_db
GUIDE = "/before-you-go/posted-work/"
LOCAL = f"{DummyTranslator.__module__}.{DummyTranslator.__name__}"


@pytest.fixture
def changed():
    guide = page_at(GUIDE)
    guide.for_whom = "Pentru toți cei trimiși."
    return publish(guide)


def switch_on(settings, words):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "translations.machine.BudgetedTranslator",
        "OPTIONS": {"CLASS": LOCAL, "WORDS_PER_YEAR": words},
    }


def ask(client, guide):
    source = TranslationSource.objects.get(object_id=guide.translation_key)
    found = Translation.objects.get(source=source, target_locale__language_code="ru")
    return client.post(f"/admin/localize/translate/{found.pk}/machine_translate/")


def by_machine():
    return StringTranslation.objects.filter(translation_type="machine")


def test_it_is_off_unless_somebody_switches_it_on(settings):
    assert getattr(settings, "WAGTAILLOCALIZE_MACHINE_TRANSLATOR", None) is None


def test_it_drafts_and_publishes_nothing(admin_client, client, settings, changed):
    switch_on(settings, 100)
    ask(admin_client, changed)
    assert by_machine().count() == 1
    assert states(changed)["ru"] == ("outdated", 1)


def test_when_a_person_publishes_its_words_the_page_says_so(admin_client, settings, changed):
    switch_on(settings, 100)
    ask(admin_client, changed)
    save_target(changed, "ru")
    assert states(changed)["ru"] == ("machine-drafted", 0)


def test_words_are_counted_per_language_and_year(admin_client, settings, changed):
    switch_on(settings, 100)
    ask(admin_client, changed)
    assert MachineUse.objects.get(locale=Locale.objects.get(language_code="ru")).words == 4


def test_beyond_the_budget_texts_are_left_open(admin_client, settings, changed):
    switch_on(settings, 3)
    ask(admin_client, changed)
    assert not by_machine().exists()

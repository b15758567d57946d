"""The finder answers every combination."""

import itertools

import pytest
from django.utils import translation
from lxml import html

from home.finder import INTENTS, Journey, answer

pytestmark = pytest.mark.django_db
PLACES = ("", "moldova", "netherlands", "iraq", "nigeria", "somalia", "cahul", "edinet", "ungheni", "chisinau")


def test_going_to_the_netherlands_begins_with_guides_that_name_it():
    with translation.override("ro"):
        found = answer(Journey("going", "moldova", "netherlands"), "ro")
    assert len(found.guides) == 3
    assert all("/before-you-go/" in card.url for card in found.guides)


def test_coming_back_to_cahul_names_its_shop_front():
    with translation.override("ru"):
        found = answer(Journey("back", "netherlands", "cahul"), "ru")
    assert found.shop_front.area.code == "cahul"


def test_settling_in_at_ungheni_offers_what_is_available_there():
    with translation.override("ro"):
        found = answer(Journey("settling", "ungheni", ""), "ro")
    assert found.shop_front.area.code == "ungheni"
    assert len(found.services) == 2


def test_offering_expertise_leads_to_assignments():
    with translation.override("en"):
        found = answer(Journey("expertise", "netherlands", "somalia"), "en")
    assert found.guides[0].url == "/en/life-abroad/assignments-for-diaspora-experts/"
    assert all("diaspora" in card.url or "expert" in card.url or "study" in card.url for card in found.services)


def test_every_combination_has_guides_services_and_a_person():
    empty = []
    with translation.override("nl"):
        for intent, here, there in itertools.product(INTENTS, PLACES, PLACES):
            found = answer(Journey(intent, here, there), "nl")
            if not (found.guides and found.services and found.shop_front):
                empty.append((intent, here, there))
    assert empty == []


@pytest.mark.parametrize("query", ["intent=nonsense", "here=%00&there='", "intent=back&here=" + "x" * 5000])
def test_an_odd_query_is_answered(client, query, language):
    assert client.get(f"/{language}/finder/?{query}").status_code == 200


def test_the_form_keeps_what_was_answered(client):
    page = html.fromstring(client.get("/ro/finder/?intent=back&here=netherlands&there=cahul").content)
    assert page.xpath("//option[@selected]/@value") == ["back", "netherlands", "cahul"]

"""The coverage map: stage x country x language."""

import pytest

from core.classification import Country, Stage
from home.coverage import counts, rows
from home.models import GuidePage

pytestmark = pytest.mark.django_db


def test_every_stage_and_country_has_a_row_also_an_empty_one():
    assert len(rows()) == Stage.objects.count() * (Country.objects.count() + 1)


def test_the_numbers_equal_a_direct_query(language):
    direct = GuidePage.objects.live().filter(
        stages__code="pre-departure", destination__code="netherlands", locale__language_code=language
    )
    origin = GuidePage.objects.live().filter(
        stages__code="pre-departure", origin__code="netherlands", locale__language_code=language
    )
    assert counts()["pre-departure", "netherlands", language] == (direct | origin).distinct().count()


def test_each_cell_is_a_link_to_the_desk(admin_client):
    text = admin_client.get("/admin/coverage/").content.decode()
    assert text.count("/admin/translations/?section=") == len(rows()) * 4
    assert "section=before-you-go&amp;language=ru" in text


def test_the_map_costs_few_queries(admin_client, django_assert_max_num_queries):
    admin_client.get("/admin/coverage/")
    with django_assert_max_num_queries(20):
        admin_client.get("/admin/coverage/")

"""Who asks to save data gets no drawings that say nothing (P4); a proxy keeps the two apart."""

import pytest

pytestmark = pytest.mark.django_db
PATHS = ["/", "/before-you-go/", "/pilot-areas/cahul/", "/not-there/"]


@pytest.mark.parametrize("path", PATHS)
def test_drawings_that_say_nothing_are_not_sent_where_data_is_saved(client, path):
    everything = client.get(f"/ro{path}").content.decode()
    saving = client.get(f"/ro{path}", headers={"save-data": "on"}).content.decode()
    assert saving.count("<svg") < everything.count("<svg")


@pytest.mark.parametrize("path", PATHS)
def test_a_proxy_is_told_that_the_answers_differ(client, path):
    assert "Save-Data" in client.get(f"/ro{path}").headers["Vary"]


def test_a_drawing_that_tells_something_is_sent_to_everybody(client):
    page = client.get("/ro/pilot-areas/cahul/shop-front/", headers={"save-data": "on"}).content.decode()
    assert "<figure" in page and "<svg" in page.split("<figure")[1]


def test_no_words_are_lost_where_data_is_saved(client):
    from lxml import html

    def words(answer):
        return html.fromstring(answer.content).text_content().split()

    assert words(client.get("/ro/", headers={"save-data": "on"})) == words(client.get("/ro/"))

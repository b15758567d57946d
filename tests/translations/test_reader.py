"""What a reader is told about a translation that is older than its original."""

import re

import pytest
import time_machine

from tests.translations.doing import fresh, page_at, publish, save_target, translate_missing
from translations.records import mark_minor

pytestmark = pytest.mark.django_db
GUIDE = "/before-you-go/posted-work/"


@pytest.fixture
def changed():
    """A guide of which a field changed, a block came and a block went, on 3 May 2026."""
    with time_machine.travel("2026-05-03T09:00:00Z", tick=False):
        guide = page_at(GUIDE)
        guide.for_whom = "Pentru toți cei trimiși de firmă."
        raw = [block for block in guide.body.raw_data if block["type"] != "warning"]
        guide.body = guide.body.stream_block.to_python([*raw, {"type": "heading", "value": "Un capitol nou"}])
        return publish(guide)


def main_of(client, language, inner=GUIDE):
    return client.get(f"/{language}{inner}").content.decode().partition("<main")[2].partition("</main")[0]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ru", "Этот текст старше оригинала на румынском: 4 фрагмента изменены 3 мая 2026"),
        ("nl", "Deze tekst is ouder dan het origineel in het Roemeens: 4 passages zijn gewijzigd op 3 mei 2026"),
        ("en", "This text is older than its original in Romanian: 4 passages changed on 3 May 2026"),
    ],
)
def test_the_notice_says_how_many_passages_changed_and_when(client, changed, language, sentence):
    assert sentence in re.sub(r"\s+", " ", main_of(client, language))


def test_the_original_has_no_notice(client, changed):
    assert "older" not in main_of(client, "ro")


def test_the_changed_words_are_shown_in_the_language_of_the_original_with_a_link(client, changed):
    assert f'<a href="/ro{GUIDE}" hreflang="ro" lang="ro">Pentru toți cei trimiși de firmă.</a>' in main_of(
        client, "ru"
    )


def test_a_link_to_a_changed_block_leads_to_that_block(client, changed):
    anchor = re.search(r'href="/ro[^"#]*#(b-[0-9a-f]{8})"', main_of(client, "ru"))[1]
    assert f'id="{anchor}"' in main_of(client, "ro")


def test_what_was_removed_is_named_as_removed(client, changed):
    text = main_of(client, "en")
    assert "Removed:" in text
    assert '<del lang="ro">' in text


def test_a_minor_edit_is_not_told(client):
    guide = page_at(GUIDE)
    guide.for_whom += "!"
    revision = guide.save_revision()
    mark_minor(revision)
    revision.publish()
    assert "older" not in main_of(client, "ru")


def test_when_the_translation_is_mended_the_notice_goes(client, changed):
    translate_missing(changed, "ru")
    save_target(changed, "ru")
    assert ("older" in main_of(client, "ru"), "older" in main_of(client, "nl")) == (False, True)


def api(client, page_id):
    return client.get(f"/api/v2/pages/{page_id}/").json()


def test_the_api_says_it_as_data(client, changed):
    russian = page_at(GUIDE, "ru")
    found = api(client, russian.pk)["meta"]["translation"]
    assert (found["state"], found["outdated_segments"], found["last_changed_on"]) == ("outdated", 4, "2026-05-03")
    assert {change["kind"] for change in found["changes"]} == {"changed", "added", "removed"}


def test_the_api_says_nothing_about_what_is_current(client):
    assert api(client, page_at(GUIDE, "ru").pk)["meta"]["translation"] is None


def test_the_api_shows_no_draft(client):
    page = page_at(GUIDE)
    page.unpublish()
    assert client.get(f"/api/v2/pages/{page.pk}/").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_the_api_cannot_be_written_to(admin_client, method):
    assert getattr(admin_client, method)(f"/api/v2/pages/{page_at(GUIDE).pk}/").status_code in (403, 405)


def test_an_unknown_address_of_the_api_is_a_plain_404(client):
    assert client.get("/api/v2/nope/").status_code == 404


def test_the_notice_costs_one_query(client, changed, django_assert_max_num_queries):
    client.get(f"/ru{GUIDE}")
    with django_assert_max_num_queries(12):
        client.get(f"/ru{GUIDE}")
    assert fresh(changed).live

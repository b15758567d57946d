"""Articles come in by a file: all of them or none, once, and as pages that readers and search find."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from home.models import ArticlePage
from search.models import Document
from tests.translations.doing import all_rows

pytestmark = pytest.mark.django_db
GOOD = [
    {"id": "a1", "title": "Zorgvliet <rules>", "topic": "rules", "text": "First part.\n\nSecond part about quibbling."},
    {"id": "a2", "title": "Another one", "topic": "", "text": "Only this."},
]


@pytest.fixture
def bring(tmp_path):
    def run(rows, language="en"):
        path = tmp_path / "articles.jsonl"
        path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), encoding="utf-8")
        out = StringIO()
        call_command("import_articles", "--locale", language, str(path), stdout=out)
        return out.getvalue()

    return run


def test_articles_become_public_pages(bring, client):
    assert "2 new, 0 changed, 0 unchanged" in bring(GOOD)
    page = ArticlePage.objects.get(external_id="a1")
    text = client.get(page.url).content.decode()
    assert "Zorgvliet &lt;rules&gt;" in text
    assert "<p>Second part about quibbling.</p>" in text


def test_running_it_again_changes_nothing(bring):
    bring(GOOD)
    before = list(ArticlePage.objects.values())
    assert "0 new, 0 changed, 2 unchanged" in bring(GOOD)
    assert list(ArticlePage.objects.values()) == before


def test_a_changed_line_changes_its_page(bring):
    bring(GOOD)
    bring([{**GOOD[0], "text": "Something else."}])
    assert "Something else." in ArticlePage.objects.get(external_id="a1").body


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 2: "),
        ("[]", "line 2: not an object"),
        ({"id": "x", "title": "T", "topic": "t"}, "line 2: text: missing"),
        ({"id": "x", "title": " ", "topic": "t", "text": "x"}, "line 2: title: empty"),
        ({"id": "x", "title": "t" * 256, "topic": "t", "text": "x"}, "line 2: title: 256 characters"),
        ({"id": "a1", "title": "T", "topic": "t", "text": "x"}, "line 2: id: a1 stands in an earlier line"),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_imported(bring, line, said):
    with pytest.raises(CommandError, match="Nothing was imported") as error:
        bring([GOOD[0], line])
    assert said in str(error.value)
    assert ArticlePage.objects.count() == 0


def test_an_article_is_wanted_in_no_other_language(bring):
    bring(GOOD)
    page = ArticlePage.objects.get(external_id="a1")
    states = {row["language"]: row["state"] for row in all_rows() if row["page"] == page.pk}
    assert states == dict.fromkeys(("ro", "ru", "nl"), "not-wanted")


def test_an_article_is_found_with_the_id_of_the_file(bring, client):
    bring(GOOD)
    answer = client.get("/en/search/api/", {"q": "zorgvliet"}).json()
    assert [(hit["id"], hit["language"]) for hit in answer["results"]] == [("a1", "en")]


def test_articles_stand_in_no_menu_and_in_a_list(bring, client):
    bring(GOOD)
    assert b"/en/articles/" not in client.get("/en/").content
    assert b"Zorgvliet" in client.get("/en/articles/").content


def test_the_same_file_can_come_in_in_two_languages(bring):
    bring(GOOD, "en")
    bring(GOOD, "nl")
    assert sorted(Document.objects.filter(external_id="a1").values_list("language", flat=True)) == ["en", "nl"]


def test_an_article_can_be_edited_afterwards(bring, admin_client):
    bring(GOOD)
    page = ArticlePage.objects.get(external_id="a1")
    assert admin_client.get(f"/admin/pages/{page.pk}/edit/").status_code == 200
    page.title = "Edited"
    page.save_revision().publish()
    assert ArticlePage.objects.get(external_id="a1").title == "Edited"

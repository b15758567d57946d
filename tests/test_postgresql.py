"""The portal on PostgreSQL, as production has it: migrations, content, translations, search. The server is a real one."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.postgres import postgres

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[1]
SECRETS = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "SECRET_KEY": "only-for-this-test",
    "ALLOWED_HOSTS": "testserver",
    "BASE_URL": "https://testserver",
    "EMAIL_URL": "consolemail://",
    "DEFAULT_FROM_EMAIL": "portal@example.org",
}
ARTICLES = [
    {
        "id": "a1",
        "title": "Пенсия за границей",
        "topic": "пенсия",
        "text": "Как получить пенсию, заработанную за границей.",
    },
    {"id": "a2", "title": "Паспорт", "topic": "документы", "text": "Где получить паспорт и другие документы."},
]
ASK = """
import json
from django.test import Client
client = Client()
def get(path, **query):
    return client.get(path, query, secure=True, headers={"host": "testserver"})
found = {}
for query in ("пенсия", "pensiya", "gfcgjhn", "пасспорт", "документов"):
    answer = get("/ru/search/api/", q=query).json()
    found[query] = [hit["id"] for hit in answer["results"]]
found["facets"] = get("/ru/search/api/", q="паспорт").json()["facets"]
found["suggestions"] = [row["text"] for row in get("/ru/search/suggest/", q="пасп").json()["suggestions"]]
found["pages"] = [get(f"/{language}/").status_code for language in ("ro", "ru", "nl", "en")]
found["health"] = get("/health/search/").json()["ok"]
print(json.dumps(found))
"""


def manage(environment: dict[str, str], *arguments: str) -> str:
    result = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr[-3000:]
    return result.stdout


@pytest.fixture(scope="module")
def found():
    """What the portal answers on PostgreSQL with the small content of the loader's tests and two articles."""
    folder = Path(tempfile.mkdtemp(prefix="portal-postgres-"))
    folder.chmod(0o755)
    with postgres(folder / "server") as url:
        environment = os.environ | SECRETS | {"DATABASE_URL": url, "VAR_DIR": str(folder)}
        (folder / "articles.jsonl").write_text("\n".join(json.dumps(row) for row in ARTICLES), encoding="utf-8")
        manage(environment, "migrate", "-v0")
        manage(environment, "build_assets")
        manage(environment, "collectstatic", "--noinput", "-v0")
        manage(environment, "load_content", "tests/content")
        manage(environment, "import_articles", "--locale", "ru", str(folder / "articles.jsonl"))
        states = json.loads(manage(environment, "translation_states", "--json"))
        return json.loads(manage(environment, "shell", "-v0", "-c", ASK).splitlines()[-1]) | {"states": states}


def test_pages_are_served_in_four_languages(found):
    assert found["pages"] == [200, 200, 200, 200]


@pytest.mark.parametrize(
    ("query", "first"),
    [("пенсия", "a1"), ("pensiya", "a1"), ("gfcgjhn", "a2"), ("пасспорт", "a2"), ("документов", "a2")],
)
def test_search_understands_the_same_as_on_sqlite(found, query, first):
    assert found[query][:1] == [first]


def test_facets_and_suggestions_answer(found):
    assert found["facets"]["kind"]["articlepage"] == 1
    assert "Паспорт" in found["suggestions"]


def test_the_index_is_whole(found):
    assert found["health"] is True


def test_translations_are_followed(found):
    assert {row["state"] for row in found["states"]} >= {"up-to-date", "not-wanted"}

"""A bad content file is refused with file, line and field."""

import shutil

import pytest
from django.core.management import CommandError, call_command

from home.loading.check import check


@pytest.fixture
def spoiled(tmp_path, content):
    """A copy of the small content, with a function that changes one file and says what is then wrong."""
    root = tmp_path / "content"
    shutil.copytree(content, root)

    def spoil(name, old, new):
        path = root / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return [str(problem) for problem in check(root)[1]]

    spoil.root = root
    return spoil


def test_the_small_content_has_no_mistake(content):
    assert check(content)[1] == []


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("pages/stage/guide/page.yml", "programme: nexus", "programme: nexxus", "page.yml:3: programme: is 'nexxus'"),
        ("pages/stage/guide/page.yml", "order: 10\n", "", "page.yml:1: -: the field 'order' is missing"),
        ("pages/stage/guide/page.yml", "order: 10", "order: ten", "page.yml:4: order: is 'ten'; must be a whole number"),
        ("pages/stage/guide/page.yml", "type: guide", "type: gide", "page.yml:1: type: is 'gide'"),
        ("pages/stage/guide/page.yml", "services: [service]", "services: [servise]", "there is no services 'servise'"),
        ("pages/stage/guide/page.yml", "order: 10", "order: 10\nordre: 1", "ordre: is not a field here"),
        ("pages/stage/guide/page.yml", "order: 10", "order: 10\norder: 11", "order: stands twice"),
        ("pages/stage/guide/page.yml", "original: ro", "original: [ro", "not YAML"),
        ("pages/stage/guide/ru.yml", "/stage/guide/", "/stage/gone/", "there is no page /stage/gone/"),
        ("pages/stage/guide/ru.yml", "**словами**", "словами", "differs from ro.yml"),
        ("pages/stage/guide/nl.yml", "caption:", "captions:", "captions: is not a field here"),
        ("pages/stage/guide/ro.yml", "Rezumat scurt.", "Rezumat ş scurt.", "cedilla letters"),
        ("pages/stage/guide/ro.yml", "Rezumat scurt.", "R" * 200, "has 200 characters, at most 180 fit"),
        ("pages/stage/guide/en.yml", "test-contact", "no-contact", "there is no contact 'no-contact'"),
        ("pages/stage/guide/en.yml", '"One"', '"It costs 500 lei."', "'500 lei' is in no ledger entry"),
        ("pages/stage/guide/ru.yml", '"Один"', '"За 30 дней."', "'30 дней' is in no ledger entry"),
        ("pages/services/service/page.yml", "fee: test-fee", "fee: dear", "there is no fee 'dear'"),
        ("pages/services/service/page.yml", "test-provider", "nobody", "there is no provider 'nobody'"),
        ("facts/facts.yml", '"9:00-12:00"', '"9-12"', "must be such as"),
        ("facts/facts.yml", "currency: MDL", "currency: LEI", "fees.0.currency: is 'LEI'"),
        ("ledger/test.yml", "read_on: 2026-11-26", "read_on: yesterday", "must be a date"),
        ("terms.yml", "test-term", "Test Term", "must be the code of a term"),
    ],
)  # fmt: skip
def test_a_mistake_is_named(spoiled, name, old, new, expected):
    problems = spoiled(name, old, new)
    assert any(name.split("/")[-1] in problem and expected in problem for problem in problems), problems


def test_a_missing_language_is_named(spoiled):
    (spoiled.root / "pages/stage/guide/nl.yml").unlink()
    assert any("nl.yml is missing" in str(problem) for problem in check(spoiled.root)[1])


def test_a_page_without_a_parent_is_named(spoiled):
    shutil.move(spoiled.root / "pages/areas/cahul", spoiled.root / "pages/stage/guide/x/y")
    assert any("above /stage/guide/x/y/" in str(problem) for problem in check(spoiled.root)[1])


def test_a_file_that_is_not_utf8_is_named(spoiled):
    (spoiled.root / "pages/stage/guide/ro.yml").write_bytes("title: ș".encode("utf-16"))
    assert any("not UTF-8" in str(problem) for problem in check(spoiled.root)[1])


@pytest.mark.django_db
def test_nothing_is_loaded_from_content_with_a_mistake(spoiled):
    spoiled("pages/stage/guide/page.yml", "order: 10\n", "")
    with pytest.raises(CommandError, match=r"Nothing was loaded(.|\n)*page\.yml:1"):
        call_command("load_content", spoiled.root)


@pytest.mark.django_db
def test_a_database_with_content_is_refused_without_reset(content):
    with pytest.raises(CommandError, match="--reset removes it"):
        call_command("load_content", content)

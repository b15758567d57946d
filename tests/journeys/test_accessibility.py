"""axe finds nothing, nothing scrolls sideways at 320 px, and the pages are readable when half of CSS is missing."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.journeys.templates import LANGUAGES, TEMPLATES

AXE = (Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js").read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def findings(page: Page) -> list[str]:
    page.evaluate(AXE)
    results = page.evaluate("tags => axe.run(document, {runOnly: tags})", TAGS)
    return [f"{found['id']}: {node['target']}" for found in results["violations"] for node in found["nodes"]]


@pytest.mark.parametrize(("number", "path"), enumerate(TEMPLATES))
def test_axe_finds_nothing_in_one_language_of_each_template(open_page, number, path):
    """The languages take turns; make test-slow asks all of them."""
    assert findings(open_page(f"/{LANGUAGES[number % len(LANGUAGES)]}{path}")) == []


@pytest.mark.slow
@pytest.mark.parametrize("path", TEMPLATES)
def test_axe_finds_nothing_in_any_language(open_page, path):
    page = open_page(f"/ro{path}")
    found = {}
    for language in LANGUAGES:
        page.goto(f"/{language}{path}")
        found[language] = findings(page)
    assert {language: rows for language, rows in found.items() if rows} == {}


@pytest.mark.parametrize("path", TEMPLATES)
def test_axe_finds_nothing_in_the_dark(open_page, path):
    assert findings(open_page(f"/ru{path}", scheme="dark")) == []


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", TEMPLATES)
def test_axe_finds_nothing_in_the_dark_and_in_large_text_in_every_language(open_page, path, language):
    page = open_page(f"/{language}{path}", scheme="dark", width=1280)
    in_the_dark = findings(page)
    page.evaluate("document.documentElement.setAttribute('data-text', 'larger')")
    large = findings(page)
    page.evaluate("document.documentElement.setAttribute('data-theme', 'contrast')")
    assert (in_the_dark, large, findings(page)) == ([], [], [])


@pytest.mark.parametrize("path", TEMPLATES)
def test_nothing_scrolls_sideways_on_the_narrowest_phone(open_page, path):
    page = open_page(f"/ru{path}", width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", TEMPLATES[:10])
def test_a_page_without_custom_properties_and_grid_stays_readable(open_page, path):
    """What an old browser does: declarations with var() and display: grid are dropped."""
    page = open_page(f"/ro{path}", script=True)
    css = page.evaluate("fetch(document.querySelector('link[rel=stylesheet]').href).then(r => r.text())")
    old = ";".join(part for part in css.split(";") if "var(" not in part and "grid" not in part)
    page.evaluate(
        "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); "
        "document.querySelector('link[rel=stylesheet]').disabled = true; document.adoptedStyleSheets = [sheet]; }",
        old,
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("h1").is_visible()

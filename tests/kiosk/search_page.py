"""A page with nothing but the kiosk's search and keyboard, and the address from which its browser gets it."""

from collections.abc import Callable
from pathlib import Path

from django.template.loader import render_to_string
from django.utils import translation
from playwright.sync_api import Page, Route

from core.languages import LANGUAGES
from core.management.commands.build_assets import stylesheet
from kiosk.search_index import build

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ROOT / "kiosk" / "assets"
HOST = "http://kiosk.localhost"  # browsers take it for a safe origin, where caches exist
SIZES = [(1080, 1920), (1920, 1080)]
POLICY = {"Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'; form-action 'none'"}
START = 'document.addEventListener("DOMContentLoaded", () => SearchPanel.init(document));'


def files() -> dict[str, tuple[str, str | bytes]]:
    """{address: (type, content)} of all that a device would have in its set; needs the database."""
    scripts = [(ASSETS / "js" / f"{name}.js").read_text() for name in ("keyboard", "search", "search_panel")]
    styles = [(ASSETS / "css" / f"{name}.css").read_text() for name in ("keyboard", "search")]
    found: dict[str, tuple[str, str | bytes]] = {
        "/kiosk.js": ("text/javascript", "\n".join(['"use strict";', *scripts, START])),
        "/kiosk.css": ("text/css", "\n".join([stylesheet(ROOT / "site" / "static" / "css"), *styles])),
    }
    for language in LANGUAGES:
        found[f"/kiosk/index/{language}.json"] = ("application/json", build(language))
        found[f"/{language}/"] = ("text/html", _page(language))
    return found


def _page(language: str) -> str:
    with translation.override(language):
        panel = render_to_string("kiosk/search_panel.html", {"language": language, "open": True})
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>NEXUS</title>'
        '<link rel="stylesheet" href="/kiosk.css"><script src="/kiosk.js" defer></script></head>'
        f'<body><main><div class="wrap"><h1>NEXUS</h1>{panel}</div></main></body></html>'
    )


def answering(found: dict[str, tuple[str, str | bytes]]) -> Callable[[Route], None]:
    """Answers with these files, and with an empty page for any other page."""

    def answer(route: Route) -> None:
        kind, content = found.get(route.request.url.removeprefix(HOST), ("text/html", "<title>NEXUS</title>"))
        route.fulfill(body=content, content_type=f"{kind}; charset=utf-8", headers=POLICY)

    return answer


def tap(page: Page, text: str) -> None:
    """Type a text on the keyboard of the page."""
    for letter in text:
        key = {" ": "space"}.get(letter, letter)
        page.locator(f'.keyboard [data-key="{key}"]').tap()


def letters_of(page: Page, language: str) -> None:
    """Change to the letters of a language."""
    page.locator(f".keyboard [data-layout={language}]").tap()


def found_by(page: Page) -> list[str]:
    """Ask for the results with the key of the keyboard; their addresses."""
    page.locator(".keyboard [data-key=enter]").tap()
    page.locator("[data-part=results] h3 a").first.wait_for()
    links = page.locator("[data-part=results] h3 a").all()
    return [link.get_attribute("href") or "" for link in links]


def ask(page: Page, language: str, queries: list[str]) -> list[list[str]]:
    """The addresses that the search of the page finds for each query."""
    script = """async ([language, queries]) => {
        const found = [];
        for (const query of queries) found.push((await Search.find(query, language)).results.map((result) => result.path));
        return found;
    }"""
    return page.evaluate(script, [language, queries])

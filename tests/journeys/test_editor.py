"""What an editor does in the admin, by its own screens."""

import os
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.served import served

PASSWORD = "journey-password"
SHOP_FRONT = "/pilot-areas/cahul/shop-front/"
NAMES = {"ru": "Russian", "nl": "Dutch", "en": "English"}
WORDS = {
    "ru": ("Налоговая консультация", "Как платить налог, если работаете в двух странах.", "Все, кто вернулся."),
    "nl": ("Belastingadvies", "Hoe u belasting betaalt als u in twee landen werkt.", "Iedereen die terug is."),
    "en": ("Tax advice", "How to pay tax when you work in two countries.", "Everybody who has come back."),
}


@pytest.fixture(scope="module")
def desk() -> Iterator[str]:
    """A portal of its own, because editors change it."""
    with served(f"desk-{os.environ.get('PYTEST_XDIST_WORKER', 'main')}", PASSWORD) as base:
        yield base


@pytest.fixture
def login(browser: Browser, desk: str):
    """Log in as one of the demo's people; returns the page."""
    contexts = []

    def log_in(username: str) -> Page:
        context = browser.new_context(base_url=desk, locale="en", viewport={"width": 1280, "height": 900})
        contexts.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.goto("/admin/")
        page.fill("input[name=username]", username)
        page.fill("input[name=password]", PASSWORD)
        page.click("button[type=submit]")
        page.wait_for_url("**/admin/")
        return page

    yield log_in
    for context in contexts:
        context.close()


def choose(page: Page, button: str, words: str) -> None:
    """Take the row of a chooser that has these words."""
    page.get_by_role("button", name=button).click()
    page.locator(".modal-body table a").filter(has_text=words).first.click()
    page.locator(".modal-body").wait_for(state="detached")


def publish(page: Page) -> None:
    page.locator("footer .w-dropdown__toggle, footer [data-w-dropdown-target=toggle]").first.click()
    page.get_by_role("button", name="Publish", exact=True).click()
    page.locator(".messages .success").wait_for()


def services_in(page: Page, language: str) -> int:
    """The id of the list of services in one language."""
    found = page.evaluate("fetch('/api/v2/pages/?type=services.ServicesIndexPage').then(answer => answer.json())")
    return next(item["id"] for item in found["items"] if f"/{language}/" in item["meta"]["html_url"])


def new_service(page: Page) -> int:
    """Write and publish a service in Romanian; returns its id."""
    page.goto(f"/admin/pages/add/services/servicepage/{services_in(page, 'ro')}/")
    page.fill("#id_title", "Consultație fiscală")
    page.fill("#id_summary", "Cum plătiți impozitul când lucrați în două țări.")
    choose(page, "Choose provider", "ACSA")
    page.get_by_role("checkbox", name="Coming back", exact=True).check()
    page.get_by_role("checkbox", name="People coming back").check()
    page.locator(".public-DraftEditor-content").first.click()
    page.keyboard.type("Oricine s-a întors.")
    page.locator("input[name=languages][value=ro]").check()
    choose(page, "Choose contact", "ACSA")
    page.get_by_role("tab", name="Promote").click()
    choose(page, "Choose programme", "NEXUS Moldova")
    publish(page)
    page.locator(".messages").get_by_role("link", name="Edit").click()
    page.wait_for_url(re.compile(r"/pages/\d+/edit/"))
    return int(re.search(r"/pages/(\d+)/", page.url)[1])


def translate(page: Page, language: str) -> None:
    """Enter every text in the translation editor, and publish."""
    for done, words in enumerate(WORDS[language], start=1):
        page.locator("main").get_by_role("button", name="Translate", exact=True).first.click()
        page.locator("main textarea:visible, main [contenteditable=true]:visible").first.click()
        page.keyboard.press("Control+a")
        page.keyboard.type(words)
        page.locator("main").get_by_role("button", name="Save", exact=True).click()
        expect(page.locator("main").get_by_text("Translated manually")).to_have_count(done)
    page.get_by_role("button", name=f"Publish in {NAMES[language]}").click()
    page.locator(".messages .success").wait_for()


@pytest.mark.journey
def test_an_editor_changes_a_phone_once_and_readers_see_it_in_four_languages(login):
    page = login("editor")
    page.goto("/admin/snippets/facts/contact/?q=shop-front-cahul")
    page.locator("main table a").filter(has_text="Cahul").first.click()
    page.fill("#id_phone", "+373 22 000 098")
    page.get_by_role("button", name="Save", exact=True).click()
    page.locator(".messages .success").wait_for()
    for language in ("ro", "ru", "nl", "en"):
        page.goto(f"/{language}{SHOP_FRONT}")
        assert "22 000 098" in page.inner_text("main").replace("\xa0", " ")


@pytest.mark.journey
def test_an_editor_publishes_a_new_service_in_four_languages(login):
    page = login("editor")
    page_id = new_service(page)
    page.goto(f"/admin/localize/submit/page/{page_id}/")
    page.check("input[name=select_all]")
    page.locator("form [type=submit]").last.click()
    page.locator(".messages .success").wait_for()
    for language in WORDS:
        page.goto(f"/admin/pages/{services_in(page, language)}/?q=Consultație")
        page.locator("main table .title a").filter(has_text="Consultație").first.click()
        translate(page, language)
    for language, (title, _summary, _eligibility) in {"ro": ("Consultație fiscală", "", ""), **WORDS}.items():
        page.goto(f"/{language}/services/consultatie-fiscala/")
        assert page.inner_text("h1") == title


GUIDE = "/before-you-go/posted-work/"
SENTENCE = "Pentru toți cei pe care firma îi trimite în altă țară."


def page_id_at(page: Page, language: str) -> int:
    found = page.evaluate("fetch('/api/v2/pages/?type=home.GuidePage&slug=posted-work').then(answer => answer.json())")
    return next(item["id"] for item in found["items"] if f"/{language}/" in item["meta"]["html_url"])


@pytest.mark.journey
def test_a_changed_sentence_is_told_to_readers_until_the_translator_has_mended_it(login):
    editor = login("editor")
    editor.goto(f"/admin/pages/{page_id_at(editor, 'ro')}/edit/")
    editor.fill("#id_for_whom", SENTENCE)
    publish(editor)
    editor.goto("/admin/translations/?state=outdated")
    states = [text.lower() for text in editor.locator(".desk-table .desk-outdated").all_inner_texts()]
    assert states == ["outdated (1)"] * 3
    editor.goto(f"/ru{GUIDE}")
    assert "1 фрагмент" in editor.inner_text(".older")
    translator = login("translator-ru")
    translator.goto(f"/admin/pages/{page_id_at(translator, 'ru')}/edit/")
    assert translator.locator(".messages").get_by_text(SENTENCE[:40]).count() == 1
    translator.locator("main").get_by_role("button", name="Translate", exact=True).first.click()
    translator.locator("main textarea:visible, main [contenteditable=true]:visible").first.click()
    translator.keyboard.type("Для всех, кого фирма посылает в другую страну.")
    translator.locator("main").get_by_role("button", name="Save", exact=True).click()
    expect(translator.locator("main").get_by_role("button", name="Translate", exact=True)).to_have_count(0)
    translator.get_by_role("button", name="Publish in Russian").click()
    translator.locator(".messages .success").wait_for()
    translator.goto(f"/ru{GUIDE}")
    assert translator.locator(".older").count() == 0
    assert "кого фирма посылает" in translator.inner_text("main")
    translator.goto(f"/nl{GUIDE}")
    assert translator.locator(".older").count() == 1


def original_at(page: Page, slug: str) -> tuple[int, str]:
    """The id and the public address of a Romanian page."""
    found = page.evaluate(f"fetch('/api/v2/pages/?slug={slug}&fields=id').then(answer => answer.json())")
    item = next(item for item in found["items"] if "/ro/" in item["meta"]["html_url"])
    return item["id"], re.sub(r"^https?://[^/]+", "", item["meta"]["html_url"])


@pytest.mark.journey
def test_pages_of_a_bundle_go_live_at_once(login):
    editor = login("editor")
    pages = [original_at(editor, slug) for slug in ("edinet", "ungheni")]
    for page_id, _address in pages:
        editor.goto(f"/admin/pages/{page_id}/edit/")
        editor.fill("#id_summary", "Propoziția care apare peste tot deodată.")
        editor.get_by_role("button", name="Save draft").first.click()
        editor.wait_for_function(
            "id => fetch(`/admin/api/main/pages/${id}/`).then(answer => answer.json())"
            ".then(page => page.meta.status.has_unpublished_changes)",
            arg=page_id,
        )
    for _page_id, address in pages:
        assert "peste tot deodată" not in editor.request.get(address).text()
    editor.goto("/admin/translations/?section=pilot-areas")
    for page_id, _address in pages:
        editor.check(f"input[name=page][value='{page_id}']")
    editor.get_by_role("button", name="Publish together").click()
    editor.get_by_role("button", name="Publish all now").click()
    editor.locator(".messages .success").wait_for()
    for _page_id, address in pages:
        assert "peste tot deodată" in editor.request.get(address).text()

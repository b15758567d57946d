"""`make screenshots`: the pictures of docs/editors.md, taken from a served portal."""

import io
import os
from collections.abc import Callable
from pathlib import Path

import django
from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
PASSWORD = "for-pictures"


def tree(page: Page) -> None:
    page.goto(f"/admin/pages/{_id(page, 'home.StagePage', '/ro/before-you-go/')}/")


def guide(page: Page) -> None:
    page.goto(f"/admin/pages/{_id(page, 'home.GuidePage', '/ro/before-you-go/posted-work/')}/edit/")
    page.locator(".public-DraftEditor-content").first.wait_for()


def contact(page: Page) -> None:
    page.goto("/admin/snippets/facts/contact/?q=shop-front-cahul")
    page.locator("main table a").filter(has_text="Cahul").first.click()
    page.locator("#id_phone").scroll_into_view_if_needed()


def checked(page: Page) -> None:
    page.goto(f"/admin/check/page/{_id(page, 'home.GuidePage', '/ro/before-you-go/posted-work/')}/")


def translation(page: Page) -> None:
    page.goto(f"/admin/pages/{_id(page, 'home.GuidePage', '/ru/before-you-go/posted-work/')}/edit/")
    page.get_by_text("Translated manually").first.wait_for()
    page.mouse.wheel(0, 350)
    page.wait_for_function("window.scrollY > 100 || document.querySelector('main').scrollTop > 100")


def notices(page: Page) -> None:
    page.goto("/admin/snippets/home/notice/")


def outdated(page: Page) -> None:
    page.goto(f"/admin/pages/{_id(page, 'home.GuidePage', '/ro/before-you-go/posted-work/')}/edit/")
    page.fill("#id_for_whom", "Pentru șoferi, constructori și alții, trimiși pentru un timp în altă țară.")
    page.locator("footer .w-dropdown__toggle, footer [data-w-dropdown-target=toggle]").first.click()
    page.get_by_role("button", name="Publish", exact=True).click()
    page.locator(".messages .success").wait_for()


def panel(page: Page) -> None:
    outdated(page)
    page.goto(f"/admin/pages/{_id(page, 'home.GuidePage', '/ru/before-you-go/posted-work/')}/edit/")
    page.locator("[data-side-panel-toggle=translations]").first.click()
    page.locator(".desk-changes").first.wait_for()
    page.wait_for_function("!document.getAnimations().some(animation => animation.playState === 'running')")


def review(page: Page) -> None:
    """The translation is whole; it is handed to a reviewer, who would find it so."""
    page.goto(f"/admin/pages/{_id(page, 'home.GuidePage', '/ru/before-you-go/recruitment-fraud/')}/edit/")
    page.get_by_role("button", name="Submit for review").first.click()  # the panel is open since the last picture
    page.get_by_role("button", name="Withdraw from review").first.wait_for()
    page.wait_for_function("!document.getAnimations().some(animation => animation.playState === 'running')")


def search_desk(page: Page) -> None:
    for query in ("pasaport", "permis de sedere", "pasaport", "pensie din olanda", "xyzabc"):
        page.goto(f"/ro/search/?q={query}")
    page.goto("/ro/search/?q=pasaport")
    page.locator("ol.results a").nth(1).click()
    page.wait_for_load_state("networkidle")
    page.goto("/admin/search-desk/?language=ro&q=paspoart")


def desk(page: Page) -> None:
    page.goto("/admin/translations/?section=before-you-go")


def bundle(page: Page) -> None:
    page.goto("/admin/translations/?section=pilot-areas")
    for box in page.locator("input[name=page]").all()[:2]:
        box.check()
    page.locator("input[name=language][value=ru]").check()
    page.get_by_role("button", name="Publish together").click()
    page.get_by_role("button", name="Publish all now").wait_for()


SCENES: dict[str, Callable[[Page], None]] = {
    "page-tree": tree,
    "guide": guide,
    "contact": contact,
    "checked": checked,
    "translation": translation,
    "notices": notices,
    "panel": panel,
    "desk": desk,
    "bundle": bundle,
    "review": review,
    "search-desk": search_desk,
}


def _id(page: Page, page_type: str, address: str) -> int:
    query = f"type={page_type}&slug={address.rstrip('/').rsplit('/', 1)[1]}"
    found = page.evaluate(f"fetch('/api/v2/pages/?{query}').then(answer => answer.json())")
    return next(item["id"] for item in found["items"] if item["meta"]["html_url"].endswith(address))


def keep(page: Page, name: str) -> None:
    """One picture, in few colours so that it stays small."""
    target = PICTURES / f"{name}.png"
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(64, dither=Image.Dither.NONE).save(target, optimize=True)
    print(target, target.stat().st_size)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.demo")
    django.setup()
    from tests.journeys.conftest import CHROMIUM, FLAGS
    from tests.served import served

    PICTURES.mkdir(exist_ok=True)
    with served("pictures", PASSWORD) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        context = browser.new_context(base_url=base, locale="en", viewport={"width": 1120, "height": 700})
        page = context.new_page()
        page.goto("/admin/")
        page.locator("input[name=username]").wait_for()
        keep(page, "login")
        page.fill("input[name=username]", "editor")
        page.fill("input[name=password]", PASSWORD)
        page.click("button[type=submit]")
        page.wait_for_url("**/admin/")
        for name, scene in SCENES.items():
            scene(page)
            page.wait_for_load_state("networkidle")
            keep(page, name)
        browser.close()


if __name__ == "__main__":
    main()

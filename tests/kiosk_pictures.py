"""`make kiosk-pictures`: every screen of the kiosk in four languages, for docs/kiosk.md."""

import io
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from core.languages import LANGUAGES
from tests.journeys.kiosk import enrol, kiosk_served, profile, ready, show, start
from tests.served import ROOT

FOLDER = ROOT / "docs" / "pictures" / "kiosk"
WIDTH = 480  # pixels of a picture in the documentation
GUIDE, OFFICE = "/before-you-go/having-your-diploma-recognised/", "/pilot-areas/cahul/shop-front/"
# Panels that show something which a picture cannot wait for.
EXAMPLES = (
    ("idle", "[data-idle-left]", "30"),
    ("staff", "[data-staff-dots]", "●●○○○○"),
    ("enrol", "[data-enrol-code]", "7HKC 2WLX"),
)
WORDS = {"ro": "diploma", "ru": "диплом", "nl": "diploma", "en": "diploma"}


def keep(page: Page, name: str) -> None:
    """One picture, small enough for a repository."""
    page.wait_for_timeout(400)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    small = picture.resize((WIDTH, picture.height * WIDTH // picture.width), Image.Resampling.LANCZOS)
    FOLDER.mkdir(parents=True, exist_ok=True)
    small.save(FOLDER / f"{name}.webp", quality=72, method=6)


def tap(page: Page, name: str) -> None:
    page.locator(f".kiosk-bar [data-panel={name}]").tap()


def finder(page: Page, language: str) -> None:
    tap(page, "finder")
    keep(page, f"finder-{language}")
    page.locator("[data-finder-choice=back]").tap()
    page.locator("[data-finder-step='1'] [data-finder-choice=netherlands]").tap()
    page.locator("[data-finder-step='2'] [data-finder-choice=cahul]").tap()
    keep(page, f"finder-answer-{language}")


def search(page: Page, language: str) -> None:
    tap(page, "search")
    keep(page, f"search-{language}")
    page.locator("#search-field").press_sequentially(WORDS[language])
    page.keyboard.press("Enter")
    keep(page, f"search-results-{language}")


def pages(page: Page, language: str) -> None:
    show(page, f"/{language}{GUIDE}")
    keep(page, f"guide-{language}")
    page.locator("[data-tray-add]").tap()
    keep(page, f"take-{language}")
    show(page, f"/{language}{OFFICE}")
    page.locator("[data-tray-add]").tap()
    keep(page, f"office-{language}")
    tap(page, "tray")
    page.locator("[data-tray-qr] svg").wait_for()
    keep(page, f"list-{language}")


def panels(page: Page, language: str) -> None:
    for name in ("languages", "listen", "look"):
        tap(page, name)
        keep(page, f"{name}-{language}")
    page.evaluate("Panels.close()")
    show(page, f"/{language}/get-help-now/emergency/")
    page.evaluate("document.querySelector('#main a[href^=tel]').click()")
    keep(page, f"leaving-{language}")
    show(page, f"/kiosk/missing/{language}/")
    keep(page, f"missing-{language}")
    for name, place, text in EXAMPLES:
        page.evaluate("name => Panels.open(name)", name)
        page.evaluate("([place, text]) => { document.querySelector(place).textContent = text; }", [place, text])
        keep(page, f"{name}-{language}")


def main() -> None:
    with kiosk_served("kiosk-pictures") as between, tempfile.TemporaryDirectory() as folder:
        context = profile(Path(folder))
        page = enrol(context.pages[0], between)
        keep(page, "attract")
        page.set_viewport_size({"width": 1920, "height": 1080})
        keep(page, "attract-wide")
        page.set_viewport_size({"width": 1080, "height": 1920})
        for language in LANGUAGES:
            page.goto(f"{between.kiosk}/kiosk/")
            start(ready(page), language)
            keep(page, f"home-{language}")
            finder(page, language)
            search(page, language)
            pages(page, language)
            panels(page, language)
        context.close()


if __name__ == "__main__":
    main()

"""What the tests of the kiosk's panels measure on a screen."""

from playwright.sync_api import Page

from tests.journeys.test_accessibility import AXE, TAGS

SIZES = [(1080, 1920), (1920, 1080)]
TOUCH = 80  # pixels: 20 mm on a screen of 21.5" (K6)
SMALL = """([selector, touch]) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility())
  .filter((element) => {
    const box = element.getBoundingClientRect();
    return box.height < touch || box.width < touch || parseFloat(getComputedStyle(element).fontSize) < 24;
  }).map((element) => element.textContent.trim())"""


def too_small(page: Page, selector: str) -> list[str]:
    """The words of controls that are smaller than a thumb at arm's length, or written smaller than 24 px."""
    return page.evaluate(SMALL, [selector, TOUCH])


def findings(page: Page, selector: str) -> list[str]:
    """What axe finds below one element."""
    page.evaluate(AXE)
    results = page.evaluate("([where, tags]) => axe.run(where, {runOnly: tags})", [selector, TAGS])
    return [f"{found['id']}: {node['target']}" for found in results["violations"] for node in found["nodes"]]


def is_sideways(page: Page, selector: str = "html") -> bool:
    """Whether something there is wider than the screen."""
    return page.evaluate(
        "where => { const box = document.querySelector(where); return box.scrollWidth > box.clientWidth; }", selector
    )


def open_panel(page: Page, name: str) -> Page:
    """Touch a button of the bar."""
    page.locator(f".kiosk-bar [data-panel={name}]").tap()
    page.locator(f"#panel-{name}").wait_for()
    return page


def switch_language(page: Page, language: str) -> Page:
    """The same page in another language, by touch."""
    open_panel(page, "languages")
    page.locator(f"#panel-languages a[lang={language}]").tap()
    page.wait_for_selector(f"#panels[lang={language}]", state="attached")
    return page

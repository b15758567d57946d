"""A page on paper (P9): no navigation, addresses in full, a QR code that opens it, date and language, in four languages."""

import io
import re

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

pytestmark = pytest.mark.journey
PATHS = ("/before-you-go/having-your-diploma-recognised/", "/services/legal-aid/", "/pilot-areas/cahul/shop-front/",
         "/pilot-areas/cahul/")  # fmt: skip
NAMES = {"ro": "Română", "ru": "Русский", "nl": "Nederlands", "en": "English"}
CASES = [(language, path) for number, path in enumerate(PATHS) for language in list(NAMES)[number % 2 :: 2]]


def printed(page):
    reader = PdfReader(io.BytesIO(page.pdf(format="A4")))
    return len(reader.pages), " ".join(sheet.extract_text() for sheet in reader.pages)


@pytest.mark.parametrize(("language", "path"), CASES)
def test_paper_has_address_date_and_language_and_no_menu(open_page, portal, language, path):
    sheets, text = printed(open_page(f"/{language}{path}"))
    flat = re.sub(r"\s", "", text)
    assert f"{portal}/{language}{path}" in flat
    assert NAMES[language] in text and re.search(r"20\d\d", text)
    assert sheets <= 6


@pytest.mark.parametrize(("language", "path"), CASES)
def test_paper_has_no_navigation(open_page, language, path):
    page = open_page(f"/{language}{path}")
    page.emulate_media(media="print")
    shown = page.evaluate(
        """[...document.querySelectorAll("header nav, .menu, .search-form, .languages, .page-tools, form, .site-footer nav")]
        .filter((element) => element.checkVisibility()).map((element) => element.className)"""
    )
    assert shown == []


def test_links_to_other_sites_are_printed_in_full(open_page):
    page = open_page("/ro/before-you-go/having-your-diploma-recognised/")
    address = page.evaluate("document.querySelector('main a[href^=https]').href").removeprefix("https://").rstrip("/")
    assert re.sub(r"\s", "", address) in re.sub(r"\s", "", printed(page)[1])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_code_on_paper_opens_the_page(open_page, portal, scheme):
    page = open_page("/ru/services/legal-aid/", width=1280, scheme=scheme)
    page.emulate_media(media="print", color_scheme=scheme)
    picture = Image.open(io.BytesIO(page.locator(".print-foot").screenshot()))
    framed = Image.new("RGB", (picture.width + 80, picture.height + 80), "white")
    framed.paste(picture, (40, 40))
    assert [found.text for found in zxingcpp.read_barcodes(framed)] == [f"{portal}/ru/services/legal-aid/"]


def test_paper_is_white_also_where_the_screen_is_dark(open_page):
    page = open_page("/ro/services/legal-aid/", scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    ink, paper = page.evaluate(
        "[getComputedStyle(document.querySelector('main p')).color, getComputedStyle(document.body).backgroundColor]"
    )
    brightness = [sum(map(int, re.findall(r"\d+", colour)[:3])) for colour in (ink, paper)]
    assert brightness[0] < 200 and (brightness[1] > 700 or paper == "rgba(0, 0, 0, 0)")

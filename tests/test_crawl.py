"""Walk the whole sitemap as a crawler does."""

import re

import pytest
from lxml import etree, html

pytestmark = pytest.mark.django_db
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
HOST = "http://testserver"
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
LATIN = re.compile("[a-zăâîșț]", re.IGNORECASE)


@pytest.fixture
def entries(client):
    """Address to its alternates (language to address), as the sitemap gives them."""
    tree = etree.fromstring(client.get("/sitemap.xml").content)
    return {
        url.findtext("s:loc", namespaces=NAMES): {
            link.get("hreflang"): link.get("href") for link in url.findall("x:link", NAMES)
        }
        for url in tree.findall("s:url", NAMES)
    }


def path(url: str) -> str:
    return url.removeprefix(HOST)


def test_the_sitemap_has_the_whole_tree_in_every_language(entries, language):
    assert sum(path(url).startswith(f"/{language}/") for url in entries) >= 95


def test_alternates_in_the_sitemap_are_reciprocal(entries):
    for url, links in entries.items():
        for code, other in links.items():
            if code != "x-default":
                assert entries[other] == links, url


def test_every_address_answers_in_its_language_without_a_cookie_or_a_dead_link(entries, client):
    known = {path(url) for url in entries}
    wrong = []
    for url in sorted(entries):
        response = client.get(path(url))
        document = html.fromstring(response.content)
        language = path(url).split("/")[1]
        if response.status_code != 200 or document.get("lang") != language or response.cookies:
            wrong.append(f"{url}: {response.status_code} {document.get('lang')} {response.cookies}")
        text = " ".join(
            document.xpath("//main//text()[not(ancestor::script) and not(ancestor::*[@lang and ancestor::main])]")
        )
        share = len(CYRILLIC.findall(text)) / max(1, len(CYRILLIC.findall(text)) + len(LATIN.findall(text)))
        if (share > 0.5) != (language == "ru"):
            wrong.append(f"{url}: {share:.0%} of the letters are Cyrillic")
        links = {link.get("hreflang"): link.get("href") for link in document.xpath("//link[@rel='alternate']")}
        if links != entries[url]:
            wrong.append(f"{url}: hreflang in the page differs from the sitemap")
        for href in document.xpath("//a/@href"):
            target = href.partition("#")[0].partition("?")[0]
            if (
                target.startswith("/")
                and target not in known
                and not target.endswith(
                    ("/search/", "/finder/", "/services/providers/", "/offline/", "/mine/", "/check/")
                )
            ):
                wrong.append(f"{url}: dead link {href}")
            if href in ("", "#"):
                wrong.append(f"{url}: empty link")
    assert wrong == []


def test_every_anchor_leads_somewhere(entries, client):
    wrong = []
    for url in sorted(entries)[::5]:
        document = html.fromstring(client.get(path(url)).content)
        ids = document.xpath("//@id")
        if len(ids) != len(set(ids)):
            wrong.append(f"{url}: an id stands twice")
        wrong += [
            f"{url}: {href}" for href in document.xpath("//a[starts-with(@href, '#')]/@href") if href[1:] not in ids
        ]
    assert wrong == []


def test_robots_names_the_sitemap(client):
    assert f"Sitemap: {HOST}/sitemap.xml" in client.get("/robots.txt").content.decode()


def test_security_txt_has_a_contact_and_an_end(client):
    text = client.get("/.well-known/security.txt").content.decode()
    assert "Contact: mailto:" in text
    assert "Expires: 2" in text


def test_the_manifest_names_icons(client):
    assert [icon["sizes"] for icon in client.get("/manifest.webmanifest").json()["icons"]] == ["192x192", "512x512"]

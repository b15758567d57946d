"""What can be saved, and that the size which is told before is the size that is paid."""

import pytest
from django.test import Client
from django.utils import translation
from django.utils.translation import ngettext
from lxml import html

from core import addresses
from home.road import STATIONS
from phones.chapters import chapter_of
from phones.templatetags.phones_tags import share_links

pytestmark = pytest.mark.django_db
KB = 1024


@pytest.mark.parametrize("slug", STATIONS)
def test_the_size_that_is_told_is_the_size_on_the_wire(language, slug):
    chapter = chapter_of(addresses.find(language, f"/{slug}/"))
    phone = Client(headers={"accept-encoding": "gzip"})
    real = 0
    for path in chapter.paths:
        response = phone.get(path)
        real += len(response.content) + sum(len(f"{name}: {value}\r\n") for name, value in response.headers.items())
    assert chapter.size == pytest.approx(real, rel=0.1)


@pytest.mark.parametrize("slug", STATIONS)
def test_a_chapter_is_the_station_and_its_guides(client, language, slug):
    chapter = chapter_of(addresses.find(language, f"/{slug}/"))
    assert chapter.paths[0] == f"/{language}/{slug}/"
    document = html.fromstring(client.get(chapter.paths[0]).content)
    topics = set(document.xpath("//main//ul[contains(@class, 'link-list')]//a/@href"))
    assert topics <= set(chapter.paths)
    assert chapter.count == len(set(chapter.paths)) >= 7


def test_a_guide_offers_its_chapter_and_says_what_it_costs(client):
    document = html.fromstring(client.get("/ru/before-you-go/having-your-diploma-recognised/").content)
    (box,) = document.xpath("//section[@data-chapter]")
    count = len(box.get("data-chapter").split())
    assert f"{count} страниц, около {round(int(box.get('data-size')) / KB)} КБ" in box.text_content()
    assert "hidden" in box.attrib


def test_a_page_beside_the_road_offers_no_chapter(client):
    assert not html.fromstring(client.get("/ro/about/").content).xpath("//*[@data-chapter]")


@pytest.mark.parametrize(
    ("language", "count", "expected"),
    [
        ("ro", 1, "1 pagină"), ("ro", 10, "10 pagini"), ("ro", 20, "20 de pagini"), ("ro", 101, "101 pagini"),
        ("ru", 1, "1 страница"), ("ru", 3, "3 страницы"), ("ru", 11, "11 страниц"), ("ru", 22, "22 страницы"),
        ("nl", 1, "1 pagina,"), ("nl", 10, "10 pagina’s"), ("en", 1, "1 page,"), ("en", 10, "10 pages"),
    ],
)  # fmt: skip
def test_pages_are_counted_as_people_count(language, count, expected):
    with translation.override(language):
        text = ngettext("“%(title)s”: %(count)s page, about %(size)s KB.", "“%(title)s”: %(count)s pages, about %(size)s KB.", count)  # fmt: skip
        assert expected in text % {"title": "x", "count": count, "size": 9}


def test_shared_links_carry_the_page_and_nothing_else():
    links = dict(share_links("Диплом & «право»", "https://example.org/ru/a/"))
    text = "%D0%94%D0%B8%D0%BF%D0%BB%D0%BE%D0%BC%20%26%20%C2%AB%D0%BF%D1%80%D0%B0%D0%B2%D0%BE%C2%BB"
    url = "https%3A%2F%2Fexample.org%2Fru%2Fa%2F"
    assert links["WhatsApp"] == f"https://wa.me/?text={text}%20{url}"
    assert links["Viber"] == f"viber://forward?text={text}%20{url}"
    assert links["Telegram"] == f"https://t.me/share/url?url={url}&text={text}"
    assert len(links) == 5


def test_the_worker_and_the_first_view_stay_within_ten_kilobytes_of_script():
    phone = Client(headers={"accept-encoding": "gzip"})
    assert len(phone.get("/sw.js").content) <= 8 * KB

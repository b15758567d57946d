"""A chapter and what saving it costs."""

import zlib

import pytest

from core import addresses
from phones.chapters import chapter_of

pytestmark = pytest.mark.django_db


def test_a_chapter_is_the_station_and_its_guides():
    chapter = chapter_of(addresses.find("nl", "/before-you-go/papers-to-take/"))
    assert chapter.paths[0] == "/nl/before-you-go/"
    assert "/nl/before-you-go/papers-to-take/" in chapter.paths


def test_a_page_beside_the_road_has_no_chapter():
    assert chapter_of(addresses.find("nl", "/about/")) is None


def test_the_size_that_is_named_is_about_the_real_one(client, language):
    chapter = chapter_of(addresses.find(language, "/coming-back/"))
    real = sum(len(zlib.compress(client.get(path).content, 6)) for path in chapter.paths)
    assert abs(chapter.size - real) / real < 0.15

"""The texts: whole, in four languages, in the voice of docs/voice.md."""

import re
from functools import cache
from pathlib import Path

import pytest

from core.languages import LANGUAGES
from home.loading.check import _walk, check

CONTENT = Path(__file__).resolve().parents[1] / "content"
LETTERS = {"ro": "ăâîșț", "ru": "а-яё", "nl": "a-z", "en": "a-z"}
EMPTY_WORDS = {
    "ro": ("click aici", "apăsați aici"),
    "ru": ("нажмите здесь", "кликните"),
    "nl": ("klik hier",),
    "en": ("click here",),
}


@cache
def contents():
    return check(CONTENT)


def texts(folder, language):
    return [value for _path, value in _walk(folder.text(language)) if isinstance(value, str)]


def words(folder, language):
    return len(re.findall(r"[^\W\d_]+", " ".join(texts(folder, language))))


def test_the_content_has_no_mistake():
    assert contents()[1] == []


def test_there_are_at_least_95_pages():
    assert len(contents()[0].pages) >= 95


@pytest.mark.parametrize(
    ("page_type", "least"),
    [("guide", 31), ("service", 30), ("stage", 4), ("country", 5), ("area", 4), ("shop-front", 4), ("sector", 8), ("news", 6),
     ("help", 4), ("standard", 7)],
)  # fmt: skip
def test_the_tree_is_whole(page_type, least):
    found = [folder for folder in contents()[0].pages.values() if folder.meta.data["type"] == page_type]
    assert len(found) >= least


def test_each_kind_of_provider_is_at_least_a_quarter():
    kinds = [folder.meta.data["kind"] for folder in contents()[0].providers.values()]
    assert len(kinds) >= 15
    assert {kind: kinds.count(kind) / len(kinds) >= 0.25 for kind in set(kinds)} == dict.fromkeys(
        ("public", "private", "civil-society"), True
    )


def test_there_are_sixty_terms():
    assert len(contents()[0].term_rows()) >= 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_guide_is_neither_thin_nor_endless(language):
    guides = [folder for folder in contents()[0].pages.values() if folder.meta.data["type"] == "guide"]
    counts = {folder.address: words(folder, language) for folder in guides}
    assert {address: count for address, count in counts.items() if not 250 <= count <= 600} == {}


def test_a_guide_has_steps_a_warning_and_who_can_help():
    missing = []
    for folder in contents()[0].pages.values():
        if folder.meta.data["type"] == "guide":
            blocks = {next(iter(block)) for block in folder.text("ro")["body"]}
            missing += [(folder.address, name) for name in ("steps", "warning", "who_can_help") if name not in blocks]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_endless(language):
    long = []
    for folder in contents()[0].pages.values():
        for text in texts(folder, language):
            for sentence in re.split(r"(?<=[.!?:])\s+|\n", text):
                if len(sentence.split()) > 34:
                    long.append((folder.address, sentence))
    assert long == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_link_is_named_after_nothing(language):
    found = [
        folder.address
        for folder in contents()[0].pages.values()
        for text in texts(folder, language)
        if any(empty in text.lower() for empty in EMPTY_WORDS[language])
    ]
    assert found == []


def test_russian_has_no_latin_letter_inside_a_word():
    mixed = re.compile(r"[а-яё][a-z]|[a-z][а-яё]", re.IGNORECASE)
    found = [
        (folder.address, text)
        for folder in contents()[0].pages.values()
        for text in texts(folder, "ru")
        if mixed.search(text)
    ]
    assert found == []


def test_only_urgent_numbers_are_real():
    contacts = contents()[0].of_kind("contacts").values()
    real = [row for row in contacts if row.get("phone") and not row.get("example")]
    assert {row["code"] for row in real if not (row.get("source") and row.get("read_on"))} == set()
    used = {
        code
        for folder in contents()[0].pages.values()
        if folder.meta.data["type"] in ("help", "help-index")
        for code in folder.meta.data["contacts"]
    }
    assert {row["code"] for row in real} <= used


def test_example_numbers_end_in_zeros():
    contacts = contents()[0].of_kind("contacts").values()
    examples = [row["phone"] for row in contacts if row.get("example") and row.get("phone")]
    assert [phone for phone in examples if not re.fullmatch(r"\+\d+ \d+ 000 0\d\d", phone)] == []

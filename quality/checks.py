"""Checks of the texts of a page, in the editor's language, each with the field and the passage it is about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.models import Page

from core import addresses
from core.models import CustomDocument
from quality.readability import GOOD_FAIR, readability_of, sentences_of, words_in
from translations.segments import strings_of

LONGEST_SENTENCE, MEAN_SENTENCE, LONGEST_PARAGRAPH, WORDS_WITHOUT_HEADING = 25, 15, 100, 300
EMPTY_LINKS = {
    "ro": {"aici", "click aici", "apăsați aici", "vezi aici", "mai mult", "citește", "citiți", "detalii", "link"},
    "ru": {"здесь", "тут", "нажмите здесь", "сюда", "подробнее", "читать", "ссылка", "далее"},
    "nl": {"hier", "klik hier", "lees meer", "meer", "meer info", "link", "lees verder"},
    "en": {"here", "click here", "this link", "link", "more", "read more", "details", "learn more"},
}
# Kinds, and what they tell the editor to do; %(...)s are filled with what was found.
SENTENCES = {
    "hard": _("The text is hard to read (LIX %(lix)s, fair is up to %(fair)s). Shorten sentences, take shorter words."),
    "mean": _("Sentences have %(mean)s words on average; 15 or less is easy to read."),
    "sentence": _("This sentence has %(words)s words. Make two of it; 25 are the most."),
    "paragraph": _("This paragraph has %(words)s words. Part it, or make a list of it."),
    "headings": _("%(words)s words without a heading. Add one for each question that the text answers."),
    "link": _("The words of the link say nothing about where it leads. Name the page or the office."),
    "capitals": _("CAPITALS are hard to read and sound like shouting. Write in small letters."),
    "script": _("A Latin letter stands in a Cyrillic word, or the other way round. Type the word again."),
    "cedilla": _("ş and ţ with a cedilla are not Romanian. Write ș and ț with a comma below."),
    "phone": _("Write phone numbers in the international form: +373 22 000 000."),
    "file": _("The file has no language. Open Documents and choose it, so that readers know before they load it."),
    "twin": _("This PDF has no page that says the same. Write one, and choose it at the file: phones read it better."),
    "picture": _("The picture has no text for those who cannot see it. Describe it in this language."),
}
_LINK = re.compile(r"<a [^>]*>(.*?)</a>", re.DOTALL)
_FILE = re.compile(r'<a [^>]*linktype="document"[^>]*>')
_SHOUT = re.compile(r"\b(?:[^\W\d_a-zа-яёăâîșț]{4,}\s+){2,}[^\W\d_a-zа-яёăâîșț]{4,}\b")
_MIXED = re.compile(r"\b\w*(?:[a-zăâîșț][а-яё]|[а-яё][a-zăâîșț])\w*\b", re.IGNORECASE)
_CEDILLA = re.compile(r"\w*[şţŞŢ]\w*")
_PHONE = re.compile(r"(?<![\d+/.,-])0\d{1,3}[\s./-]?(?:\d[\s./-]?){5,8}\d(?![\d/.,-]*\d)")


@dataclass(frozen=True, slots=True)
class Finding:
    """`kind` is a key of SENTENCES, `path` the field (and block), `values` fill the sentence."""

    kind: str
    path: str
    passage: str
    values: tuple[tuple[str, Any], ...] = ()

    @property
    def sentence(self) -> str:
        """What to do, in the language that is active."""
        return str(SENTENCES[self.kind]) % dict(self.values)

    @property
    def field(self) -> str:
        """The name of the field of the form."""
        return self.path.partition(".")[0]


def findings_of(page: Page) -> list[Finding]:
    """Everything that an editor should look at on one specific page."""
    language = addresses.language_of(page.locale_id)
    texts = [(value.path, value.string.data) for value in strings_of(page)]
    found = list(_whole(texts, language))
    for path, data in texts:
        found += _in_text(path, data, language)
    return [*found, *_files(page), *_pictures(page)]


def _plain(data: str) -> str:
    return strip_tags(data.replace("<br/>", "\n")).strip()


def _whole(texts: list[tuple[str, str]], language: str) -> Iterator[Finding]:
    body = [(path, _plain(data)) for path, data in texts if path not in ("title", "short_title", "slug")]
    text = "\n".join(part for _path, part in body)
    result, words = readability_of(text, language), len(words_in(text))
    if result.band == "hard":
        yield Finding("hard", "body", "", (("lix", result.lix), ("fair", GOOD_FAIR[language][1])))
    if result.band and result.words_per_sentence > MEAN_SENTENCE:
        yield Finding("mean", "body", "", (("mean", round(result.words_per_sentence)),))
    headings = any(re.search(r"(^|\.)(heading|question|title)$", path) for path, _part in body)
    if words > WORDS_WITHOUT_HEADING and not headings:
        yield Finding("headings", "body", "", (("words", words),))


def _in_text(path: str, data: str, language: str) -> Iterator[Finding]:
    text = _plain(data)
    for sentence in sentences_of(text):
        count = len(words_in(sentence))
        if count > LONGEST_SENTENCE:
            yield Finding("sentence", path, sentence[:200], (("words", count),))
    if (count := len(words_in(text))) > LONGEST_PARAGRAPH:
        yield Finding("paragraph", path, text[:200], (("words", count),))
    for words in _LINK.findall(data):
        if _plain(words).strip(" .:»›→").lower() in EMPTY_LINKS[language]:
            yield Finding("link", path, _plain(words))
    for kind, pattern in (("capitals", _SHOUT), ("script", _MIXED), ("cedilla", _CEDILLA), ("phone", _PHONE)):
        yield from (Finding(kind, path, match[0].strip()) for match in pattern.finditer(text))


def values_in(page: Page) -> Iterator[tuple[str, Any]]:
    """(path, value) of every rich text, address and block value of a page, blocks as plain dictionaries and lists."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            for block in getattr(page, field.name).raw_data:
                yield from _inside(f"{field.name}.{block.get('id', '')}", block.get("value"))
        elif isinstance(field, models.TextField | models.CharField) and field.concrete and field.editable:
            yield field.name, getattr(page, field.attname) or ""


def _inside(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    yield path, value
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _inside(f"{path}.{name}", part)
    elif isinstance(value, list):
        for item in value:
            inner = item.get("value", item) if isinstance(item, dict) and "id" in item else item
            yield from _inside(path, inner)


def _files(page: Page) -> Iterator[Finding]:
    wanted: dict[int, str] = {}
    for path, value in values_in(page):
        if isinstance(value, dict) and isinstance(value.get("document"), int):
            wanted.setdefault(value["document"], path)
        for tag in _FILE.findall(value) if isinstance(value, str) else []:
            number = re.search(r'\bid="(\d+)"', tag)
            if number:
                wanted.setdefault(int(number[1]), path)
    for document in CustomDocument.objects.filter(pk__in=wanted):
        if not document.language:
            yield Finding("file", wanted[document.pk], document.title)
        if document.file_extension == "pdf" and document.same_page_id is None:
            yield Finding("twin", wanted[document.pk], document.title)


def _pictures(page: Page) -> Iterator[Finding]:
    for path, value in values_in(page):
        if isinstance(value, dict) and value.get("image") and not value.get("decorative"):
            words = [value[name] for name in ("alt_text", "alt", "alternative") if name in value]
            if words and not str(words[0]).strip():
                yield Finding("picture", path, "")

"""Import articles of one language from a file of JSON lines: all of them, or none with a list of what is wrong."""

import json
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.utils import timezone
from django.utils.html import escape
from wagtail.models import Locale, Page
from wagtail.search.backends import get_search_backend

from core import addresses, publishing
from core.models import Programme
from core.slugs import english_slug
from core.text import mend_letters
from home.models import ArticlePage, ArticlesIndexPage
from translations.models import Original, State, Version
from translations.segments import frame_of, segments_of, strings_of

FIELDS = {"id": 100, "title": 255, "topic": 200, "text": None}  # the longest that fits; None: no limit
AT_ONCE = 500
SLUG = "articles"
LISTS = {
    "ro": ("Articole", "Articole aduse dintr-un fișier."),
    "ru": ("Статьи", "Статьи, загруженные из файла."),
    "nl": ("Artikelen", "Artikelen uit een bestand."),
    "en": ("Articles", "Articles that came from a file."),
}
SUMMARY = 150


class BadLinesError(ValueError):
    """Lines that cannot be imported: `problems` names line and field of each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Article:
    """One line."""

    id: str
    title: str
    topic: str
    text: str


@dataclass
class Report:
    """What was done, and how long it took."""

    made: int = 0
    changed: int = 0
    unchanged: int = 0
    seconds: float = 0.0
    problems: list[str] = field(default_factory=list)


def read(path: Path) -> list[Article]:
    """The articles of a file; BadLinesError with every bad line."""
    found: dict[str, Article] = {}
    problems: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            article = _article(json.loads(line))
            if article.id in found:
                raise ValueError(f"id: {article.id} stands in an earlier line")
            found[article.id] = article
        except ValueError as error:
            problems.append(f"line {number}: {error}")
    if problems:
        raise BadLinesError(problems)
    return list(found.values())


def _article(row: object) -> Article:
    if not isinstance(row, dict):
        raise ValueError("not an object")
    values = {}
    for name, longest in FIELDS.items():
        value = row.get(name, "" if name == "topic" else None)
        if isinstance(value, int) and name == "id":
            value = str(value)
        if not isinstance(value, str):
            raise ValueError(f"{name}: missing, or no text")
        value = mend_letters(value.replace("\0", "")).strip()
        if not value and name != "topic":
            raise ValueError(f"{name}: empty")
        if longest and len(value) > longest:
            raise ValueError(f"{name}: {len(value)} characters, at most {longest} fit")
        values[name] = value
    return Article(**values)


def html_of(text: str) -> str:
    """Plain text as paragraphs: a blank line, or else each line, begins a new one."""
    parts = re.split(r"\n\s*\n", text) if re.search(r"\n\s*\n", text) else text.split("\n")
    return "".join(f"<p>{escape(' '.join(part.split()))}</p>" for part in parts if part.strip())


def summary_of(text: str) -> str:
    """The beginning of a text, cut between words."""
    plain = " ".join(text.split())
    return plain if len(plain) <= SUMMARY else plain[: plain.rfind(" ", 0, SUMMARY) or SUMMARY].rstrip(" ,;:") + "…"


def bring(articles: list[Article], language: str) -> Report:
    """Make or change the pages of these articles. Running it again changes nothing."""
    started, report = time.perf_counter(), Report()
    with transaction.atomic():
        parent = _list_in(language)
        known = {page.external_id: page for page in ArticlePage.objects.child_of(parent).exclude(external_id="")}
        fresh = [article for article in articles if article.id not in known]
        for batch in _batches(fresh):
            _make(parent, batch)
        report.made = len(fresh)
        for article in articles:
            page = known.get(article.id)
            if page is not None:
                report.changed += _change(page, article)
        report.unchanged = len(articles) - report.made - report.changed
        addresses.addresses.forget()
    report.seconds = time.perf_counter() - started
    return report


def _batches(articles: list[Article]) -> Iterator[list[Article]]:
    for start in range(0, len(articles), AT_ONCE):
        yield articles[start : start + AT_ONCE]


def _list_in(language: str) -> ArticlesIndexPage:
    """The list of articles in this language; made when there is none."""
    locale = Locale.objects.get(language_code=language)
    found = ArticlesIndexPage.objects.filter(locale=locale).first()
    if found:
        return found
    home = Page.objects.get(depth=2, locale=locale)
    title, summary = LISTS[language]
    page = ArticlesIndexPage(
        title=title,
        slug=SLUG,
        summary=summary,
        locale=locale,
        programme=Programme.objects.get(code="nexus"),
        live=False,
    )
    home.add_child(instance=page)
    page.save_revision().publish()
    Version.objects.filter(original_id=page.translation_key).update(wanted=False, state=State.NOT_WANTED)
    return page


def _change(page: ArticlePage, article: Article) -> bool:
    """Bring one page to what the file says; whether anything differed."""
    values = {"title": article.title, "topic": article.topic, "body": html_of(article.text)}
    if all(getattr(page, name) == value for name, value in values.items()):
        return False
    for name, value in values.items():
        setattr(page, name, value)
    page.summary = summary_of(article.text)
    page.save_revision().publish()
    return True


def _make(parent: ArticlesIndexPage, articles: list[Article]) -> None:
    """Write many pages with few statements: base rows, rows of the type, records of translation, both indexes."""
    parent = ArticlesIndexPage.objects.get(pk=parent.pk)
    last = Page.objects.child_of(parent).order_by("-path").values_list("path", flat=True).first()
    step = Page._str2int(last[-Page.steplen :]) if last else 0
    slugs = set(Page.objects.child_of(parent).values_list("slug", flat=True))
    programme, now = Programme.objects.get(code="nexus"), timezone.now()
    kind = ContentType.objects.get_for_model(ArticlePage)
    pages = []
    for number, article in enumerate(articles, start=1):
        slug = _slug(article, slugs)
        pages.append(
            ArticlePage(
                title=article.title, draft_title=article.title, slug=slug, summary=summary_of(article.text),
                external_id=article.id, topic=article.topic, body=html_of(article.text), programme=programme,
                locale_id=parent.locale_id, content_type=kind, depth=parent.depth + 1, live=True,
                path=Page._get_path(parent.path, parent.depth + 1, step + number),
                url_path=f"{parent.url_path}{slug}/", first_published_at=now, last_published_at=now,
            )
        )  # fmt: skip
    _insert(pages)
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + len(pages))
    _record(pages, kind)
    get_search_backend().add_bulk(ArticlePage, pages)
    publishing.published_together.send(ArticlePage, pages=pages)


def _slug(article: Article, used: set[str]) -> str:
    base = english_slug(article.title)
    slug, number = base, 2
    while slug in used:
        slug, number = f"{base}-{number}", number + 1
    used.add(slug)
    return slug


def _insert(pages: list[ArticlePage]) -> None:
    """Django inserts rows of inheriting models one by one only; so the base rows first, then those of the type."""
    names = [field.attname for field in Page._meta.concrete_fields if not field.primary_key]
    bases = [Page(**{name: getattr(page, name) for name in names}) for page in pages]
    Page.objects.bulk_create(bases, batch_size=200)
    fields = ArticlePage._meta.local_concrete_fields
    for page, base in zip(pages, bases, strict=True):
        page.pk = page.id = page.page_ptr_id = base.pk
        page._state.adding = False
    rows = [[column.get_db_prep_save(getattr(page, column.attname), connection) for column in fields] for page in pages]
    quoted = ", ".join(connection.ops.quote_name(column.column) for column in fields)
    marks = ", ".join(["%s"] * len(fields))
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {ArticlePage._meta.db_table} ({quoted}) VALUES ({marks})",  # noqa: S608
            rows,
        )


def _record(pages: list[ArticlePage], kind: ContentType) -> None:
    """Each article is an original that is not wanted in the other languages."""
    others = list(Locale.objects.exclude(pk=pages[0].locale_id).values_list("pk", flat=True))
    Original.objects.bulk_create(
        [
            Original(
                translation_key=page.translation_key, content_type=kind, locale_id=page.locale_id, object_id=page.pk,
                title=page.title, is_page=True, inner=f"/{SLUG}/{page.slug}/", live=True, was_live=True,
                segments=[segment.as_row() for segment in segments_of(page, strings)], frame=frame_of(page, strings),
            )
            for page, strings in ((page, strings_of(page)) for page in pages)
        ],
        batch_size=200,
    )  # fmt: skip
    Version.objects.bulk_create(
        [
            Version(original_id=page.translation_key, locale_id=locale_id, wanted=False, state=State.NOT_WANTED)
            for page in pages
            for locale_id in others
        ],
        batch_size=500,
    )

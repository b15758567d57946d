"""Load what is not a page: classifications, terms, providers, menus, acknowledgements, notices."""

import datetime
import json
import uuid
from pathlib import Path
from typing import Any

import yaml
from django.utils import timezone
from wagtail.models import Locale

from core.classification import Area, Audience, Classification, Country, Programme, Sector, Stage
from core.languages import LANGUAGES
from core.models import Term
from facts.models import Contact
from home.loading import rich
from home.loading.builders import NAMESPACE, Builder
from home.loading.contents import Contents
from home.loading.translate import translate
from home.models import Menu, Notice, ProgrammeStatement
from services.models import Provider

KINDS: dict[str, type[Classification]] = {
    "programmes": Programme,
    "stages": Stage,
    "audiences": Audience,
    "sectors": Sector,
    "countries": Country,
    "areas": Area,
}
EXTRA = {"dac": "dac_code", "iso": "iso_code"}
DEFAULT = LANGUAGES[0]


def load_classifications(root: Path) -> None:
    """Make or mend the classification codes."""
    data = yaml.safe_load((root / "classifications.yml").read_text(encoding="utf-8"))
    for kind, model in KINDS.items():
        for order, row in enumerate(data[kind]):
            values = {f"name_{language}": row[language] for language in LANGUAGES}
            values |= {EXTRA[name]: value for name, value in row.items() if name in EXTRA}
            model.objects.update_or_create(code=row["code"], defaults={**values, "order": order})


def _key(*parts: str) -> uuid.UUID:
    return uuid.uuid5(NAMESPACE, "/".join(parts))


def _make(model: type, key: uuid.UUID, original: str, words: dict[str, dict[str, Any]], **shared: Any) -> None:
    """Save the original and its translations; `words` holds the field values of each language."""
    locales = {locale.language_code: locale for locale in Locale.objects.all()}
    row = model(locale=locales[original], translation_key=key, **shared, **words[original])
    row.full_clean()
    row.save()
    row.refresh_from_db()
    versions = {
        language: model(locale=locales[language], translation_key=key, **shared, **words[language])
        for language in LANGUAGES
        if language != original
    }
    translate(row, versions, locales)


def load_terms(contents: Contents) -> None:
    """Make the terms in four languages."""
    for row in contents.term_rows():
        words = {
            language: {"word": row[language], "definition": row["definition"][language].strip()}
            for language in LANGUAGES
        }
        _make(Term, _key("term", row["code"]), DEFAULT, words, code=row["code"])


def load_providers(contents: Contents) -> None:
    """Make the providers in four languages."""
    contacts = {contact.code: contact for contact in Contact.objects.all()}
    for folder in contents.providers.values():
        meta = folder.meta.data
        words = {
            language: {
                "name": folder.text(language)["name"],
                "short_name": folder.text(language).get("short_name", ""),
                "description": rich.to_html(folder.text(language)["description"]),
            }
            for language in LANGUAGES
        }
        _make(
            Provider,
            _key("provider", folder.address),
            folder.original,
            words,
            code=folder.address,
            kind=meta["kind"],
            website=meta.get("website", ""),
            is_example=meta.get("example", False),
            contact=contacts[meta["contact"]],
        )


def load_around(root: Path, page_ids: dict[str, int]) -> None:
    """Make menus, acknowledgements and notices; `page_ids` maps an address to the id of its original."""
    data = read_site(root)
    for row in data["menus"]:
        words = {language: {"groups": _groups(row, language, page_ids)} for language in LANGUAGES}
        _make(Menu, _key("menu", row["place"]), DEFAULT, words, place=row["place"])
    for row in data["statements"]:
        words = {
            language: {
                "funders": row["funders"][language],
                "acknowledgement": rich.to_html(row["text"][language]),
            }
            for language in LANGUAGES
        }
        programme = Programme.objects.get(code=row["programme"])
        _make(ProgrammeStatement, _key("statement", row["programme"]), DEFAULT, words, programme=programme)
    now = timezone.now()
    for index, row in enumerate(data["notices"]):
        words = {language: {"text": row["text"][language]} for language in LANGUAGES}
        _make(
            Notice,
            _key("notice", str(index)),
            DEFAULT,
            words,
            area=Area.objects.get(code=row["area"]),
            starts_at=now + datetime.timedelta(days=row["starts_in_days"]),
            ends_at=now + datetime.timedelta(days=row["ends_in_days"]),
        )


def read_site(root: Path) -> dict[str, Any]:
    """The file of what stands around the pages."""
    return yaml.safe_load((root / "site.yml").read_text(encoding="utf-8"))


def _groups(row: dict[str, Any], language: str, page_ids: dict[str, int]) -> str:
    builder = Builder(f"menu/{row['place']}")
    values = [
        {
            "name": group["name"][language],
            "pages": builder.items([page_ids[a] for a in group["pages"]], builder.plain, "pages", index),
        }
        for index, group in enumerate(row["groups"])
    ]
    return json.dumps(builder.stream("group", values, "groups"))

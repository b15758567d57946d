"""Load pages: first every page in every language as a draft with its title, then the words, then publish.

Drafts first, so that a link in a text can point to a page whose own words are loaded later, and so that an original in
Dutch finds its parent in Dutch.
"""

import datetime
import uuid
from collections.abc import Callable
from typing import Any

from django.db import models
from django.utils import timezone
from wagtail.models import Locale, Page

from core.classification import Area, Audience, Country, Programme, Sector, Stage
from core.models import BasePage, PageCheck, Term
from countries.models import (
    CountriesIndexPage,
    CountryPage,
    PilotAreaPage,
    PilotAreasIndexPage,
    ShopFrontPage,
)
from facts.models import Contact, Fee, OpeningHours, Place
from home.loading.builders import NAMESPACE, Builder
from home.loading.contents import Contents, Folder
from home.loading.texts import page_texts
from home.loading.translate import translate
from home.models import (
    GuidePage,
    HelpIndexPage,
    HelpPage,
    HomePage,
    NewsIndexPage,
    NewsPage,
    StagePage,
    StandardPage,
)
from services.models import Provider, SectorPage, SectorsIndexPage, ServicePage, ServicesIndexPage
from translations.records import declare

MODELS: dict[str, type[BasePage]] = {
    "home": HomePage,
    "stage": StagePage,
    "guide": GuidePage,
    "services": ServicesIndexPage,
    "service": ServicePage,
    "countries": CountriesIndexPage,
    "country": CountryPage,
    "areas": PilotAreasIndexPage,
    "area": PilotAreaPage,
    "shop-front": ShopFrontPage,
    "sectors": SectorsIndexPage,
    "sector": SectorPage,
    "standard": StandardPage,
    "news-index": NewsIndexPage,
    "news": NewsPage,
    "help-index": HelpIndexPage,
    "help": HelpPage,
}


class PageLoader:
    """Loads all pages of `contents`; `say` is told what is being done."""

    def __init__(self, contents: Contents, featured: list[str], say: Callable[[str], None]) -> None:
        self.contents = contents
        self.featured = featured
        self.say = say
        self.locales = {locale.language_code: locale for locale in Locale.objects.all()}
        self.drafts: dict[tuple[str, str], BasePage] = {}  # by address and language
        self.codes = {
            model: {row.code: row for row in model.objects.all()}
            for model in (Programme, Stage, Audience, Sector, Country, Area)
        }

    def load(self) -> None:
        """Load everything."""
        folders = sorted(self.contents.pages.values(), key=self._tree_order)
        for folder in folders:
            for language in self.locales:
                self._add_draft(folder, language)
        self.say(f"{len(self.drafts)} drafts")
        self.builder_tables = self._tables()
        for count, folder in enumerate(folders, start=1):
            self._fill(folder)
            if count % 10 == 0 or count == len(folders):
                self.say(f"{count} of {len(folders)} pages in {len(self.locales)} languages")

    def _tree_order(self, folder: Folder) -> tuple[int, int, str]:
        return folder.address.count("/") if folder.address != "/" else 1, folder.meta.data["order"], folder.address

    def _add_draft(self, folder: Folder, language: str) -> None:
        model = MODELS[folder.meta.data["type"]]
        words = folder.text(language)
        page = model(
            title=words["title"],
            slug=folder.slug or f"home-{language}",
            locale=self.locales[language],
            translation_key=uuid.uuid5(NAMESPACE, folder.address),
            live=False,
            **self._shared(folder),
            **page_texts(folder, language, Builder(folder.address), with_streams=False),
        )
        above = Page.get_first_root_node() if folder.address == "/" else self.drafts[folder.parent, language]
        above.add_child(instance=page)
        self.drafts[folder.address, language] = page
        if language == folder.original:
            declare(page)

    def _tables(self) -> dict[str, dict[str, int]]:
        original_ids = {a: self.drafts[a, f.original].pk for a, f in self.contents.pages.items()}
        return {
            "page_ids": original_ids,
            "contact_ids": dict(Contact.objects.values_list("code", "pk")),
            "fee_ids": dict(Fee.objects.values_list("code", "pk")),
            "term_ids": dict(Term.objects.filter(locale__language_code="ro").values_list("code", "pk")),
        }

    def _fill(self, folder: Folder) -> None:
        """Give the original its words, publish it, and make its translations."""
        builder = Builder(folder.address, **self.builder_tables)
        original = self.drafts[folder.address, folder.original]
        original.refresh_from_db()
        for name, value in page_texts(folder, folder.original, builder).items():
            setattr(original, name, value)
        for name, value in self._relations(folder).items():
            setattr(original, name, value)
        original.save_revision(clean=False).publish()
        original.refresh_from_db()
        self._note_check(folder, original)
        versions = {
            language: type(original)(locale=self.locales[language], **page_texts(folder, language, builder))
            for language in self.locales
            if language != folder.original
        }
        translate(original, versions, self.locales)

    def _shared(self, folder: Folder) -> dict[str, Any]:
        """Fields of page.yml that are columns of the page."""
        meta = folder.meta.data
        values: dict[str, Any] = {"programme": self.codes[Programme][meta["programme"]]}
        for name, model in (("stage", Stage), ("country", Country), ("area", Area), ("sector", Sector)):
            if name in meta:
                values[name] = self.codes[model][meta[name]]
        match meta["type"]:
            case "shop-front":
                values |= {"place": Place.objects.get(code=meta["place"]), "languages": meta["languages"]}
            case "news":
                values["date"] = timezone.localdate() - datetime.timedelta(days=meta["date_days_ago"])
            case "service":
                values |= self._service(folder)
        return values

    def _service(self, folder: Folder) -> dict[str, Any]:
        meta = folder.meta.data
        fee = meta["cost"]["fee"] if isinstance(meta["cost"], dict) else None
        return {
            "provider": Provider.objects.get(code=meta["provider"], locale=self.locales[folder.original]),
            "cost": "fee" if fee else meta["cost"],
            "fee": Fee.objects.get(code=fee) if fee else None,
            "is_online": meta.get("online", False),
            "is_abroad": meta.get("abroad", False),
            "languages": meta["languages"],
            "appointment": meta["appointment"],
            "first_action": meta["action"]["kind"],
            "action_url": meta["action"].get("url", ""),
            "contact": Contact.objects.get(code=meta["contact"]),
            "hours": OpeningHours.objects.get(code=meta["hours"]) if "hours" in meta else None,
            "place": Place.objects.get(code=meta["place"]) if "place" in meta else None,
        }

    def _relations(self, folder: Folder) -> dict[str, list[models.Model]]:
        """Fields of page.yml that are many-to-many relations."""
        meta = folder.meta.data
        page_type = meta["type"]
        lists = {
            "guide": ("stages", "audiences", "origin", "destination", "sectors"),
            "service": ("stages", "audiences", "sectors", "areas", "shop_fronts", "countries"),
            "country": ("sectors",),
            "sector": ("countries",),
        }.get(page_type, ())
        tables = {
            "stages": Stage, "audiences": Audience, "origin": Country, "destination": Country, "countries": Country,
            "sectors": Sector, "areas": Area, "shop_fronts": Area,
        }  # fmt: skip
        values = {name: [self.codes[tables[name]][code] for code in meta.get(name) or []] for name in lists}
        services = [f"/services/{slug}/" for slug in meta.get("services") or []]
        if page_type == "guide":
            values["services"] = [self._original(address) for address in services]
        elif page_type == "country":
            related = [self._original(address).page_ptr for address in [*(meta.get("guides") or []), *services]]
            values["related"] = related
        elif page_type == "home":
            values["featured"] = [self._original(address).page_ptr for address in self.featured]
        return values

    def _original(self, address: str) -> BasePage:
        return self.drafts[address, self.contents.pages[address].original]

    def _note_check(self, folder: Folder, page: BasePage) -> None:
        checked = folder.meta.data.get("checked")
        if checked:
            today = timezone.localdate()
            PageCheck.objects.create(
                translation_key=page.translation_key,
                checked_on=today - datetime.timedelta(days=checked["days_ago"]),
                checked_by_role=checked["role"],
                next_check_due=today + datetime.timedelta(days=checked["due_in_days"]),
            )

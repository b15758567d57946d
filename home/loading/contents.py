"""The whole of `content/` in memory: pages, providers, facts, terms, ledger."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from core.languages import LANGUAGES
from home.loading.yaml_lines import ContentFile, Problem


@dataclass
class Folder:
    """A page or a provider: one file that is the same in all languages, and one file per language."""

    address: str  # "/before-you-go/posted-work/" of a page, the code of a provider
    meta: ContentFile
    words: dict[str, ContentFile] = field(default_factory=dict)

    @property
    def original(self) -> str:
        """The language of the original."""
        return self.meta.data["original"]

    @property
    def slug(self) -> str:
        return self.address.strip("/").rpartition("/")[2]

    @property
    def parent(self) -> str:
        """The address of the folder above; of the home page itself."""
        above = self.address.strip("/").rpartition("/")[0]
        return f"/{above}/" if above else "/"

    def text(self, language: str) -> dict[str, Any]:
        """The words in one language."""
        return self.words[language].data

    def files(self) -> list[ContentFile]:
        return [self.meta, *self.words.values()]


@dataclass
class Contents:
    """Everything that was read, and what could not be read."""

    root: Path
    pages: dict[str, Folder] = field(default_factory=dict)
    providers: dict[str, Folder] = field(default_factory=dict)
    facts: list[ContentFile] = field(default_factory=list)
    ledger: list[ContentFile] = field(default_factory=list)
    terms: ContentFile | None = None
    problems: list[Problem] = field(default_factory=list)

    def of_kind(self, kind: str) -> dict[str, dict[str, Any]]:
        """Return the facts of one kind (contacts, hours, places, fees) by code."""
        return {
            row["code"]: row
            for file in self.facts
            if isinstance(file.data, dict)
            for row in file.data.get(kind) or []
            if isinstance(row, dict) and "code" in row
        }

    def claims(self) -> dict[str, dict[str, Any]]:
        """Return the ledger's entries by id."""
        return {
            row["id"]: row
            for file in self.ledger
            if isinstance(file.data, list)
            for row in file.data
            if isinstance(row, dict) and "id" in row
        }

    def term_rows(self) -> list[dict[str, Any]]:
        return self.terms.data if self.terms and isinstance(self.terms.data, list) else []

    def files(self) -> list[ContentFile]:
        """Return every file that was read."""
        folders = [*self.pages.values(), *self.providers.values()]
        files = [file for folder in folders for file in folder.files()]
        return [*files, *self.facts, *self.ledger, *([self.terms] if self.terms else [])]


def read(root: Path) -> Contents:
    """Read the folder `root` (normally `content/`)."""
    contents = Contents(root)
    for meta in sorted((root / "pages").rglob("page.yml")):
        inside = meta.parent.relative_to(root / "pages").as_posix()
        address = "/" if inside == "." else f"/{inside}/"
        contents.pages[address] = _folder(contents, meta, address)
    for meta in sorted((root / "providers").glob("*/provider.yml")):
        contents.providers[meta.parent.name] = _folder(contents, meta, meta.parent.name)
    contents.facts = [ContentFile(path, root) for path in sorted((root / "facts").glob("*.yml"))]
    contents.ledger = [ContentFile(path, root) for path in sorted((root / "ledger").glob("*.yml"))]
    if (root / "terms.yml").exists():
        contents.terms = ContentFile(root / "terms.yml", root)
    return contents


def _folder(contents: Contents, meta: Path, address: str) -> Folder:
    folder = Folder(address, ContentFile(meta, contents.root))
    for language in LANGUAGES:
        path = meta.parent / f"{language}.yml"
        if path.exists():
            folder.words[language] = ContentFile(path, contents.root)
        else:
            folder.meta.add((), f"the file {language}.yml is missing beside it")
    return folder

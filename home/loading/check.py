"""Check the content files: `python -m home.loading.check [folder or file ...]`.

Nothing is loaded while one mistake is left.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from home.loading import claims, contents, rich, schema
from home.loading.contents import Contents, Folder
from home.loading.kinds import Fields, Kind
from home.loading.yaml_lines import ContentFile, FieldPath, Problem

CLAIMING = ("guide", "service", "help")
PAIRED_LISTS = {"guide": ("sources",), "service": ("sources",), "stage": ("topics",), "area": ("measures",)}


def check(root: Path) -> tuple[Contents, list[Problem]]:
    """Read `root` and return what was read with every mistake, ordered by file and line."""
    found = contents.read(root)
    for file in found.facts:
        _check_file(file, schema.FACTS)
    for file in found.ledger:
        _check_file(file, schema.LEDGER)
    if found.terms:
        _check_file(found.terms, schema.TERMS)
    for folder in found.providers.values():
        _check_folder(folder, schema.PROVIDER, schema.PROVIDER_WORDS)
    for folder in found.pages.values():
        _check_page(folder)
    is_well_formed = not any(file.problems for file in found.files())
    _check_references(found)
    if is_well_formed:
        _check_claims(found)
    _check_codes(found)
    problems = [problem for file in found.files() for problem in file.problems] + found.problems
    return found, sorted(set(problems))


def _check_file(file: ContentFile, kind: Kind) -> None:
    if file.problems:
        return
    for path, message in kind.faults(file.data):
        file.add(path, message)


def _check_page(folder: Folder) -> None:
    page_type = folder.meta.data.get("type") if isinstance(folder.meta.data, dict) else None
    if page_type not in schema.PAGE_TYPES:
        folder.meta.add(("type",), f"is {page_type!r}; must be one of {', '.join(schema.PAGE_TYPES)}")
        return
    _check_folder(folder, schema.page_fields(page_type), schema.words_fields(page_type))
    for name in PAIRED_LISTS.get(page_type, ()):
        rows = folder.meta.data.get(name) or []
        for file in folder.words.values():
            if isinstance(file.data, dict) and len(file.data.get(name) or []) != len(rows):
                file.add((name,), f"has not as many items as page.yml ({len(rows)})")
    if page_type == "service" and folder.meta.data.get("cost") == "described":
        for file in folder.words.values():
            if isinstance(file.data, dict) and not file.data.get("cost_note"):
                file.add(("cost_note",), "is missing; the cost is described")


def _check_folder(folder: Folder, meta: Fields, words: Fields) -> None:
    _check_file(folder.meta, meta)
    for file in folder.words.values():
        _check_file(file, words)
    original = folder.meta.data.get("original") if isinstance(folder.meta.data, dict) else None
    if original not in folder.words:
        return
    wanted = words.shape(folder.words[original].data)
    for language, file in folder.words.items():
        if language != original and not file.problems:
            for path, message in _differences(wanted, words.shape(file.data), ()):
                file.add(path, f"differs from {original}.yml: {message}")


def _differences(wanted: object, given: object, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(wanted, dict) and isinstance(given, dict):
        for name in wanted.keys() | given.keys():
            if name not in given or name not in wanted:
                yield path, f"{name!r} stands in one of the two only"
            else:
                yield from _differences(wanted[name], given[name], (*path, name))
    elif isinstance(wanted, list) and isinstance(given, list):
        if len(wanted) != len(given):
            yield path, f"{len(given)} items instead of {len(wanted)}"
        for index, (one, other) in enumerate(zip(wanted, given, strict=False)):
            yield from _differences(one, other, (*path, index))
    elif wanted != given:
        yield path, f"{given} instead of {wanted}"


def _walk(value: Any, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Any]]:
    yield path, value
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _walk(item, (*path, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _walk(item, (*path, index))


def _known(found: Contents) -> dict[str, set[str]]:
    services = {folder.slug for address, folder in found.pages.items() if address.startswith("/services/")}
    return {
        "contact": set(found.of_kind("contacts")),
        "hours": set(found.of_kind("hours")),
        "place": set(found.of_kind("places")),
        "fee": set(found.of_kind("fees")),
        "provider": set(found.providers),
        "term": {row.get("code", "") for row in found.term_rows()},
        "services": services,
        "claims": set(found.claims()),
    }


SINGULAR = {"contacts": "contact"}


def _check_references(found: Contents) -> None:
    known = _known(found)
    for file in found.files():
        for path, value in _walk(file.data):
            name = path[-1] if path and isinstance(path[-1], str) else (path[-2] if len(path) > 1 else "")
            kind = SINGULAR.get(str(name), str(name))
            is_code = isinstance(value, str) and not (kind == "hours" and "week" in path)
            if is_code and kind in known and _refers(file, path, kind) and value not in known[kind]:
                file.add(path, f"there is no {kind} {value!r}")
            if isinstance(value, str) and "](" in value:
                for link in rich.links(value):
                    if link.startswith("/") and link not in found.pages:
                        file.add(path, f"there is no page {link}")
    for address, folder in found.pages.items():
        if folder.parent not in found.pages:
            folder.meta.add((), f"there is no page {folder.parent} above {address}")


def _refers(file: ContentFile, path: FieldPath, kind: str) -> bool:
    """Tell a code that refers to another file (`contact: x`) from a text of the same name."""
    if file.path.parent.name == "ledger" or file.path.name == "terms.yml":
        return False
    if kind == "services":
        return file.path.name == "page.yml"
    return True


def _check_claims(found: Contents) -> None:
    ledger = found.claims()
    for folder in found.pages.values():
        if folder.meta.data["type"] not in CLAIMING:
            continue
        allowed = {
            float(figure)
            for claim in folder.meta.data.get("claims") or []
            for figure in ledger.get(claim, {}).get("figures", [])
        }
        for file in folder.words.values():
            for path, value in _walk(file.data):
                if not isinstance(value, str):
                    continue
                for words, figure in claims.figures(value):
                    if figure not in allowed:
                        file.add(path, f"{words!r} is in no ledger entry that page.yml names in `claims`")


def _check_codes(found: Contents) -> None:
    """Every code stands once over all files."""
    for kind in ("contacts", "hours", "places", "fees"):
        _once(found.facts, lambda data, kind=kind: data.get(kind) or [] if isinstance(data, dict) else [], "code")
    _once(found.ledger, lambda data: data if isinstance(data, list) else [], "id")
    if found.terms:
        _once([found.terms], lambda data: data if isinstance(data, list) else [], "code")


def _once(files: list[ContentFile], rows: Callable[[Any], list], name: str) -> None:
    counts = Counter(row.get(name) for file in files for row in rows(file.data) if isinstance(row, dict))
    for file in files:
        for row in rows(file.data):
            if isinstance(row, dict) and counts[row.get(name)] > 1:
                file.add((), f"{name} {row.get(name)!r} stands more than once")


def main(arguments: list[str]) -> int:
    root = Path(__file__).resolve().parents[2] / "content"
    only = [Path(argument).resolve().relative_to(root).as_posix() for argument in arguments]
    _, problems = check(root)
    shown = [p for p in problems if not only or any(p.file.startswith(prefix) for prefix in only)]
    print("\n".join(str(problem) for problem in shown) or "no mistakes")
    return 1 if shown else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Write and read PO and XLIFF 1.2."""

from collections.abc import Iterable

import polib
from lxml import etree

from translations.exchange.units import SEPARATOR, Unit

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
LANGUAGE_HEADER = "X-Target-Language"


class BadFileError(ValueError):
    """A file that cannot be read at all; the words say where."""


def to_po(units: Iterable[Unit], language: str) -> bytes:
    """A PO file; the context of an entry is the page's key and the path of the text."""
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {"Content-Type": "text/plain; charset=utf-8", "Language": language, LANGUAGE_HEADER: language}
    for unit in units:
        catalogue.append(polib.POEntry(msgctxt=unit.name, msgid=unit.source, msgstr=unit.target, comment=unit.place))
    return str(catalogue).encode()


def from_po(data: bytes) -> tuple[str, list[Unit]]:
    """The language and the units of a PO file; fuzzy entries count as not translated."""
    try:
        # A first line of our own: polib would open what is the name of a file.
        catalogue = polib.pofile("#\n" + data.decode("utf-8"))
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise BadFileError(str(error)) from error
    language = catalogue.metadata.get(LANGUAGE_HEADER) or catalogue.metadata.get("Language", "")
    entries = [entry for entry in catalogue if not entry.obsolete]
    return language, [_unit(entry.msgctxt or "", entry.msgid, "" if entry.fuzzy else entry.msgstr) for entry in entries]


def to_xliff(units: Iterable[Unit], source_language: str, language: str) -> bytes:
    """An XLIFF 1.2 file, one <file> per page."""
    root = etree.Element("xliff", version="1.2", nsmap={None: NAMESPACE})
    bodies: dict[str, etree._Element] = {}
    for unit in units:
        if unit.key not in bodies:
            attributes = {
                "original": unit.place or unit.key,
                "source-language": source_language,
                "target-language": language,
                "datatype": "html",
            }
            bodies[unit.key] = etree.SubElement(etree.SubElement(root, "file", attributes), "body")
        element = etree.SubElement(bodies[unit.key], "trans-unit", id=unit.name)
        etree.SubElement(element, "source").text = unit.source
        state = "translated" if unit.target else "needs-translation"
        etree.SubElement(element, "target", state=state).text = unit.target
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def from_xliff(data: bytes) -> tuple[str, list[Unit]]:
    """The language and the units of an XLIFF 1.2 file. Entities and addresses outside are not followed."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except etree.XMLSyntaxError as error:
        raise BadFileError(str(error)) from error
    if root.tag != f"{{{NAMESPACE}}}xliff":
        raise BadFileError(f"<{etree.QName(root).localname}> is no XLIFF 1.2")
    languages = {element.get("target-language", "") for element in root.iter(f"{{{NAMESPACE}}}file")}
    if len(languages) != 1:
        raise BadFileError("all <file> elements must have one target-language")
    units = []
    for element in root.iter(f"{{{NAMESPACE}}}trans-unit"):
        source = element.findtext(f"{{{NAMESPACE}}}source") or ""
        units.append(_unit(element.get("id", ""), source, element.findtext(f"{{{NAMESPACE}}}target") or ""))
    return languages.pop(), units


def _unit(name: str, source: str, target: str) -> Unit:
    key, _mark, path = name.partition(SEPARATOR)
    return Unit(key, path, source, target)

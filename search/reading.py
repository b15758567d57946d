"""Take the text out of a PDF, DOCX or ODT: a program of its own, so that a hostile file harms nobody.

`python reading.py FILE` prints one JSON object: {"text"} or {"trouble": code of `FileText.Trouble`}. It limits its own
memory and time; whoever starts it limits its time once more. It knows nothing of the portal.
"""

import json
import resource
import sys
import zipfile
from pathlib import Path

MEMORY = 1024 * 1024 * 1024  # bytes
SECONDS = 20
LARGEST = 20 * 1024 * 1024  # bytes of a file
LARGEST_PART = 50 * 1024 * 1024  # bytes of one unpacked part
MOST_PAGES = 300
MOST_LETTERS = 100_000
KINDS = (".pdf", ".docx", ".odt")
_PARTS = {".docx": "word/document.xml", ".odt": "content.xml"}
_PARAGRAPHS = {
    ".docx": ("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p",),
    ".odt": (
        "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p",
        "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}h",
    ),
}


class TroubleError(Exception):
    """Why there is no text; the message is a code."""


def _pdf(path: Path) -> str:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise TroubleError("locked")
        pages = (page.extract_text() for page in reader.pages[:MOST_PAGES])
        return "\n".join(pages)
    except PyPdfError as error:
        raise TroubleError("broken") from error


def _packed(path: Path) -> str:
    """DOCX and ODT are archives of XML: the paragraphs of their main part."""
    from lxml import etree

    kind = path.suffix.lower()
    try:
        with zipfile.ZipFile(path) as archive:
            part = archive.getinfo(_PARTS[kind])
            if part.flag_bits & 1:
                raise TroubleError("locked")
            if part.file_size > LARGEST_PART:
                raise TroubleError("large")
            data = archive.read(part)
    except (zipfile.BadZipFile, KeyError) as error:
        raise TroubleError("broken") from error
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise TroubleError("broken") from error
    return "\n".join("".join(paragraph.itertext()) for paragraph in root.iter(*_PARAGRAPHS[kind]))


def text_of(path: Path) -> str:
    """The text, one line per paragraph, at most MOST_LETTERS; raises TroubleError."""
    if path.stat().st_size > LARGEST:
        raise TroubleError("large")
    text = _pdf(path) if path.suffix.lower() == ".pdf" else _packed(path)
    lines = (" ".join(line.split()) for line in text.splitlines())
    text = "\n".join(line for line in lines if line)[:MOST_LETTERS]
    if not any(letter.isalpha() for letter in text):
        raise TroubleError("pictures")
    return text


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    try:
        answer = {"text": text_of(Path(sys.argv[1]))}
    except TroubleError as error:
        answer = {"trouble": str(error)}
    except MemoryError:
        answer = {"trouble": "large"}
    except Exception:  # whatever a hostile file does to a parser, the answer is one of the codes
        answer = {"trouble": "broken"}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()

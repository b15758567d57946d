"""Attached PDF, DOCX and ODT files: found with their page; limits; what cannot be read is told."""

import io
import json
import subprocess
import sys
import zipfile

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from pypdf import PdfWriter

from core.models import CustomDocument
from search import files, queue, reading
from search.models import FileText
from search.searching import search
from tests.translations.doing import fresh, page_at, publish

pytestmark = pytest.mark.django_db
SENTENCE = "Formularul de zorgvliet se depune la ghiseu."


def pdf(text=SENTENCE):
    """A page with one line of text, written by hand."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode()
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    body, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + b"xref\n0 5\n0000000000 65535 f \n%strailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(body),
    )


def packed(part, xml):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(part, xml)
    return data.getvalue()


def docx(text=SENTENCE):
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    half = len(text) // 2
    runs = f"<w:r><w:t>{text[:half]}</w:t></w:r><w:r><w:t>{text[half:]}</w:t></w:r>"
    return packed("word/document.xml", f'<w:document xmlns:w="{space}"><w:body><w:p>{runs}</w:p></w:body></w:document>')


def odt(text=SENTENCE):
    space = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    return packed("content.xml", f'<x xmlns:text="{space}"><text:p>{text}</text:p></x>')


def locked():
    writer = PdfWriter(clone_from=io.BytesIO(pdf()))
    writer.encrypt("geheim")
    data = io.BytesIO()
    writer.write(data)
    return data.getvalue()


def attach(name, data):
    """A page that offers the file; its Romanian original."""
    document = CustomDocument(title="Formular", language="ro")
    document.file.save(name, ContentFile(data))
    page = page_at("/before-you-go/posted-work/")
    page.body.append(("download", {"document": document, "title": "Formularul"}))
    publish(page)
    queue.drain()
    return document, page


def read(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    result = subprocess.run([sys.executable, reading.__file__, str(path)], capture_output=True, check=True)
    return json.loads(result.stdout)


@pytest.mark.parametrize(("name", "make"), [("a.pdf", pdf), ("a.docx", docx), ("a.odt", odt)])
def test_the_text_of_a_file_is_found_with_its_page(name, make):
    _document, page = attach(name, make())
    assert search("zorgvliet", "ro").hits == []
    files.read_waiting()
    queue.drain()
    hit = search("zorgvliet", "ro").hits[0]
    assert hit.page_id == page.pk
    assert "<mark>zorgvliet</mark>" in hit.highlights.passage


def test_another_file_in_its_place_is_read_anew():
    document, _page = attach("a.docx", docx())
    files.read_waiting()
    document.file.save("b.docx", ContentFile(docx("Formularul de nimic.")))
    files.read_waiting()
    queue.drain()
    assert search("zorgvliet", "ro").hits == []


def test_a_page_that_does_not_offer_the_file_any_more_is_not_found_with_it():
    _document, page = attach("a.docx", docx())
    files.read_waiting()
    page = fresh(page)
    page.body.pop()
    publish(page)
    queue.drain()
    assert search("zorgvliet", "ro").hits == []


@pytest.mark.parametrize(
    ("name", "data", "trouble"),
    [
        ("a.pdf", b"not a pdf", "broken"),
        ("a.docx", b"not a zip", "broken"),
        ("a.odt", packed("other.xml", "<a/>"), "broken"),
        ("a.docx", packed("word/document.xml", "<unclosed>"), "broken"),
        ("a.pdf", pdf(""), "pictures"),
        ("a.pdf", locked(), "locked"),
        ("a.odt", packed("content.xml", " " * (reading.LARGEST_PART + 1)), "large"),
        ("a.pdf", b" " * (reading.LARGEST + 1), "large"),
    ],
    ids=["no pdf", "no zip", "no part", "no xml", "no text", "locked", "bomb", "large"],
)
def test_what_cannot_be_read_has_a_reason(tmp_path, name, data, trouble):
    assert read(tmp_path, name, data) == {"trouble": trouble}


def test_an_xml_that_asks_for_another_file_gets_nothing(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("geheim")
    xml = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret}">]><x xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><t:p>a &e;</t:p></x>'
    assert "geheim" not in json.dumps(read(tmp_path, "a.odt", packed("content.xml", xml)))


def test_a_file_that_takes_too_long_is_given_up(monkeypatch):
    document, _page = attach("a.pdf", pdf())

    def slow(*arguments, **more):
        raise subprocess.TimeoutExpired("reading", 1)

    monkeypatch.setattr(files.subprocess, "run", slow)
    files.read_waiting()
    assert FileText.objects.get(document=document).trouble == "slow"


def test_editors_see_on_the_search_desk_what_could_not_be_read(admin_client):
    document, _page = attach("a.pdf", b"not a pdf")
    files.read_waiting()
    text = admin_client.get(reverse("search_desk")).content.decode()
    assert reverse("wagtaildocs:edit", args=[document.pk]) in text

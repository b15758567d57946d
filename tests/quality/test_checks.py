"""What editors are told about texts: true, in their language, and seldom."""

import uuid

import pytest
from django.core.files.base import ContentFile
from django.utils.translation import override

from core.models import CustomDocument
from home.models import StandardPage
from quality.checks import SENTENCES, findings_of
from quality.following import follow
from quality.models import TextFinding
from quality.readability import GOOD_FAIR, readability_of, sentences_of
from tests.translations.doing import fresh, page_at, publish, translation_of

pytestmark = pytest.mark.django_db


def page_with(summary="Ceva.", body=(), language="ro"):
    above = page_at("/about/")
    page = StandardPage(title="Nouă", slug="checked", summary=summary, programme=above.programme, live=False)
    above.add_child(instance=page)
    raw = [{"type": kind, "value": value, "id": str(uuid.uuid4())} for kind, value in body]
    page.body = page.body.stream_block.to_python(raw)
    page.locale = translation_of(above, language).locale if language != "ro" else above.locale
    return page


def kinds(page):
    return [finding.kind for finding in findings_of(page)]


def paragraph(html):
    return ("text", html)


@pytest.mark.parametrize(
    ("summary", "kind"),
    [
        ("Sunați la 022 000 001.", "phone"),
        ("Scrieţi aici adresa.", "cedilla"),
        ("NU PLĂTIȚI NIMIC NIMĂNUI.", "capitals"),
        ("Паспoрт нужен всегда.", "script"),
        ("Acest text " + "are multe cuvinte " * 9 + "și nu se termină.", "sentence"),
    ],
)
def test_a_text_is_found_that_should_be_mended(summary, kind):
    assert kinds(page_with(summary)) == [kind]


@pytest.mark.parametrize(
    "summary",
    [
        "Sunați la +373 22 000 001 sau 112.",
        "În 2024 și 2025 s-au dat 1 500 de lei.",
        "IOM, ANOFM și UE ajută.",
        "Scrieți la office@example.org.",
        "Termenul: 01.02.2026-03.04.2026.",
    ],
)
def test_a_good_text_is_left_alone(summary):
    assert kinds(page_with(summary)) == []


@pytest.mark.parametrize(
    ("language", "words"), [("ro", "aici"), ("ru", "здесь"), ("nl", "klik hier"), ("en", "Read more")]
)
def test_empty_words_of_a_link_are_found_in_each_language(language, words):
    page = page_with(body=[paragraph(f'<p>X <a href="https://example.org">{words}</a>.</p>')], language=language)
    assert kinds(page) == ["link"]


def test_words_of_a_link_that_say_where_it_leads_are_left_alone():
    assert kinds(page_with(body=[paragraph('<p><a href="https://example.org">Biroul din Cahul</a></p>')])) == []


def test_a_long_text_without_a_heading_is_found():
    text = "".join(f"<p>{'Un cuvânt bun. ' * 12}</p>" for _ in range(10))
    assert "headings" in kinds(page_with(body=[paragraph(text)]))


def test_a_picture_without_words_is_found(picture):
    value = {"image": {"image": picture.pk, "alt_text": "", "decorative": False}, "caption": ""}
    assert "picture" in kinds(page_with(body=[("picture", value)]))


@pytest.fixture
def picture():
    from wagtail.images.tests.utils import get_test_image_file

    from core.models import CustomImage

    return CustomImage.objects.create(title="A", file=get_test_image_file())


def pdf(**fields):
    return CustomDocument.objects.create(
        title="Cerere", language="ro", file=ContentFile(b"%PDF-1.4", name="cerere.pdf"), **fields
    )


def with_download(document):
    return page_with(body=[("download", {"document": document.pk, "title": "Cerere"})])


def test_a_pdf_without_a_page_that_says_the_same_is_found():
    assert kinds(with_download(pdf())) == ["twin"]


def test_a_pdf_with_a_page_that_says_the_same_is_left_alone_and_leads_there(client):
    page = publish(with_download(pdf(same_page=page_at("/about/"))))
    assert kinds(page) == []
    assert 'href="/ro/about/"' in client.get(page.address.url).content.decode().split("PDF")[1][:300]


def test_every_kind_has_a_sentence_in_four_languages(language):
    with override(language):
        texts = [str(sentence) for sentence in SENTENCES.values()]
    assert len(set(texts)) == len(SENTENCES)


def test_a_hard_text_is_hard_and_an_easy_one_good(language):
    hard = "Internationalisation considerations notwithstanding organisational responsibilities continue. " * 15
    easy = "We go to the big red bus. It is here. You can sit. " * 8
    assert readability_of(hard, language).band == "hard"
    assert readability_of(easy, language).band == "good"
    assert GOOD_FAIR[language][0] < GOOD_FAIR[language][1]


def test_sentences_end_with_their_signs():
    assert sentences_of("Unu. Doi! Trei? Patru\nCinci") == ["Unu.", "Doi!", "Trei?", "Patru", "Cinci"]


def test_publishing_writes_down_what_was_found_and_mending_takes_it_away():
    page = publish(page_with("Sunați la 022 000 001."))
    assert list(TextFinding.objects.filter(page=page).values_list("kind", flat=True)) == ["phone"]
    page = fresh(page)
    page.summary = "Sunați la +373 22 000 001."
    publish(page)
    assert not TextFinding.objects.filter(page=page).exists()


def test_the_demo_content_has_few_findings():
    assert TextFinding.objects.count() <= 464 * 0.05


def test_the_editor_shows_findings_with_the_way_to_the_field(admin_client):
    page = publish(page_with("Sunați la 022 000 001."))
    text = admin_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    part = text[text.index('data-side-panel="text-checks"') :]
    assert "#panel-child-content-summary-section" in part
    assert "022 000 001" in part


def test_the_report_narrows_by_kind_and_language(admin_client):
    page = publish(page_with("Sunați la 022 000 001."))
    address = "/admin/quality/texts/"
    assert str(page) in admin_client.get(address, {"kind": "phone", "language": "ro"}).content.decode()
    assert str(page) not in admin_client.get(address, {"kind": "phone", "language": "nl"}).content.decode()
    assert "022 000 001" in admin_client.get(address, {"format": "csv"}).content.decode()


def test_a_draft_is_not_in_the_report():
    page = page_with("Sunați la 022 000 001.")
    assert follow(page) == 0

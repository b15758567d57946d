"""Texts out to translators' tools and back: whole or not at all."""

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from lxml import etree
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from core.models import User
from tests.translations.doing import page_at, publish, save_target, states, translation_of
from translations.exchange.formats import BadFileError, from_po

pytestmark = pytest.mark.django_db
GUIDE = "/before-you-go/posted-work/"
NS = "{urn:oasis:names:tc:xliff:document:1.2}"


def export(client, language="ru", kind="po", page=None):
    address = f"/admin/translations/export/?language={language}&format={kind}&page={page.pk if page else ''}"
    return client.get(address).content


def bring(client, data, name):
    return client.post("/admin/translations/exchange/", {"file": SimpleUploadedFile(name, data)})


@pytest.fixture
def changed():
    guide = page_at(GUIDE)
    guide.for_whom = "Pentru toți cei trimiși."
    return publish(guide)


def with_target(data, source, target):
    """A PO file in which one entry has another translation."""
    catalogue = polib.pofile(data.decode())
    for entry in catalogue:
        if entry.msgid == source:
            entry.msgstr = target
    return str(catalogue).encode()


def test_a_po_file_has_every_text_of_the_page_with_its_translation(admin_client, changed):
    catalogue = polib.pofile(export(admin_client, page=changed).decode())
    assert [entry.msgid for entry in catalogue if not entry.msgstr] == ["Pentru toți cei trimiși."]
    assert len(catalogue) > 20


def test_a_po_file_comes_back(admin_client, changed):
    data = with_target(export(admin_client, page=changed), "Pentru toți cei trimiși.", "Для всех, кого послали.")
    assert bring(admin_client, data, "nexus-ru.po").status_code == 200
    save_target(changed, "ru")
    assert translation_of(changed, "ru").for_whom == "Для всех, кого послали."
    assert states(changed)["ru"] == ("up-to-date", 0)


def test_an_xliff_file_is_valid_and_names_its_languages(admin_client, changed):
    root = etree.fromstring(export(admin_client, kind="xliff", page=changed))
    file = root.find(f"{NS}file")
    assert (root.get("version"), file.get("source-language"), file.get("target-language")) == ("1.2", "ro", "ru")


def test_an_xliff_file_comes_back(admin_client, changed):
    root = etree.fromstring(export(admin_client, kind="xliff", page=changed))
    for unit in root.iter(f"{NS}trans-unit"):
        if unit.findtext(f"{NS}source") == "Pentru toți cei trimiși.":
            unit.find(f"{NS}target").text = "Для всех, кого послали."
    bring(admin_client, etree.tostring(root), "nexus-ru.xlf")
    assert StringTranslation.objects.filter(data="Для всех, кого послали.").exists()


def test_a_subtree_goes_out_in_one_file(admin_client):
    root = etree.fromstring(export(admin_client, kind="xliff", page=page_at("/before-you-go/")))
    assert len(root.findall(f"{NS}file")) == 10


def test_a_whole_language_goes_out_in_one_file(admin_client):
    catalogue = polib.pofile(export(admin_client, language="nl").decode())
    assert len({entry.msgctxt.partition("|")[0] for entry in catalogue}) > 90


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        ("Pentru toți cei trimiși.", "Для <script>всех</script>.", "nu sunt permise"),
        ("Pentru toți cei trimiși.", "Для " + "всех " * 200, "litere"),
        ("Pentru toți cei trimiși.", 'Для <a id="a1">всех</a>.', "linkurile"),
    ],
)
def test_one_bad_text_refuses_the_file_and_nothing_is_taken(admin_client, changed, source, target, words):
    data = with_target(export(admin_client, page=changed), source, target)
    data = with_target(data, changed.title, "Новый заголовок")
    assert words in bring(admin_client, data, "nexus-ru.po").content.decode()
    assert not StringTranslation.objects.filter(data="Новый заголовок").exists()


def test_a_text_that_the_original_no_longer_says_is_refused(admin_client, changed):
    data = export(admin_client, page=changed)
    changed.for_whom = "Altceva."
    publish(changed)
    data = with_target(data, "Pentru toți cei trimiși.", "Для всех.")
    assert "originalul nu mai spune" in bring(admin_client, data, "nexus-ru.po").content.decode()


@pytest.mark.parametrize(
    ("data", "name"),
    [(b"nonsense", "a.xlf"), (b"<html/>", "a.xlf"), (b"\xff\xfe", "a.po"), (b'msgid "x', "a.po")],
)
def test_a_file_that_cannot_be_read_is_said_to_be_so(admin_client, data, name):
    assert bring(admin_client, data, name).status_code == 400


def test_an_entity_in_an_xliff_file_is_not_followed(admin_client):
    data = (
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><xliff version="1.2" xmlns="%s"><file target-language="ru">'
        b'<body><trans-unit id="x|y"><source>&e;</source><target>z</target></trans-unit></body></file></xliff>'
        % NS[1:-1].encode()
    )
    assert b"root:" not in bring(admin_client, data, "a.xlf").content


def test_a_translator_brings_back_his_own_language_only(client, changed):
    client.force_login(User.objects.get(username="translator-ru"))
    data = with_target(export(client, language="nl", page=changed), "Pentru toți cei trimiși.", "Voor iedereen.")
    bring(client, data, "nexus-nl.po")
    assert not StringTranslation.objects.filter(
        data="Voor iedereen.", locale=Locale.objects.get(language_code="nl")
    ).exists()


def test_a_file_that_is_only_the_name_of_a_file_is_not_opened(tmp_path):
    secret = tmp_path / "secret.po"
    secret.write_text('msgid ""\nmsgstr "Language: ru\\n"\n\nmsgid "a"\nmsgstr "b"\n')
    try:
        _language, units = from_po(str(secret).encode())
    except BadFileError:
        units = []
    assert units == []


def test_the_translation_editor_sends_our_file_and_takes_it_back(admin_client, changed):
    source = TranslationSource.objects.get(object_id=changed.translation_key)
    translation = Translation.objects.get(source=source, target_locale__language_code="ru")
    address = f"/admin/localize/translate/{translation.pk}/pofile/"
    sent = admin_client.get(f"{address}download/", follow=True)
    assert "Pentru toți cei trimiși." in sent.content.decode()
    file = SimpleUploadedFile("nexus-ru.po", with_target(sent.content, "Pentru toți cei trimiși.", "Для всех."))
    admin_client.post(f"{address}upload/", {"file": file})
    assert StringTranslation.objects.filter(data="Для всех.", locale__language_code="ru").exists()


def test_sending_no_file_from_the_translation_editor_is_said_and_no_error(admin_client, changed):
    source = TranslationSource.objects.get(object_id=changed.translation_key)
    translation = Translation.objects.get(source=source, target_locale__language_code="ru")
    assert admin_client.post(f"/admin/localize/translate/{translation.pk}/pofile/upload/").status_code == 400

"""Role x area x language x action, asked on the server; wagtail-localize's own holes are closed."""

import re

import pytest
from django.urls import reverse
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from core.models import Term, User
from home.models import StandardPage
from home.people import LOGINS
from tests.translations.doing import page_at, publish, states, translation_of

pytestmark = pytest.mark.django_db
ABOUT, CAHUL = "/about/", "/pilot-areas/cahul/"
EVERYBODY = ("admin", *LOGINS)
REFUSED = (302, 403, 404)


@pytest.fixture
def login(client):
    def as_user(username):
        client.force_login(User.objects.get(username=username))
        return client

    return as_user


@pytest.fixture
def new():
    page = StandardPage(title="Nouă", slug="new", summary="Ceva.", programme=page_at(ABOUT).programme, live=False)
    page_at("/").add_child(instance=page)
    return publish(page)


def translation(inner, language):
    page = page_at(inner)
    source = TranslationSource.objects.get(object_id=page.translation_key)
    return Translation.objects.get(source=source, target_locale__language_code=language)


def string_url(inner, language):
    found = translation(inner, language)
    segment = StringSegment.objects.filter(source=found.source).first()
    return f"/admin/localize/translate/{found.pk}/strings/{segment.pk}/edit/"


@pytest.mark.parametrize(
    ("username", "inner", "language", "allowed"),
    [
        *((name, ABOUT, "ru", name in ("admin", "editor", "translator-ru", "reviewer")) for name in EVERYBODY),
        *((name, ABOUT, "nl", name in ("admin", "editor", "reviewer")) for name in EVERYBODY),
        *((name, CAHUL, "ru", name not in ("counsellor-cahul",)) for name in EVERYBODY),
        *((name, CAHUL, "en", name not in ("counsellor-cahul", "translator-ru")) for name in EVERYBODY),
    ],
)
def test_who_may_enter_a_translation(login, username, inner, language, allowed):
    response = login(username).put(
        string_url(inner, language), "value=Altfel", content_type="application/x-www-form-urlencoded"
    )
    assert (response.status_code == 200) is allowed


@pytest.mark.parametrize(
    ("username", "languages"),
    [
        ("admin", {"ru", "nl", "en"}),
        ("editor", {"ru", "nl", "en"}),
        ("translator-ru", {"ru"}),
        ("editor-cahul", set()),
        ("reviewer", set()),
        ("counsellor-cahul", set()),
    ],
)
def test_who_may_send_a_page_to_translation(login, new, username, languages):
    login(username).post("/admin/translations/send/", {"page": [new.pk], "language": sorted(languages) or ["ru"]})
    assert {language for language, (state, _n) in states(new).items() if state == "in-translation"} == languages


def test_a_translator_sends_no_page_to_another_language(login, new):
    login("translator-ru").post("/admin/translations/send/", {"page": [new.pk], "language": ["ru", "nl"]})
    assert {state for state, _n in states(new).values()} == {"missing"}


def test_the_submit_form_offers_a_translator_his_language_only(login, new):
    text = login("translator-ru").get(f"/admin/localize/submit/page/{new.pk}/").content.decode()
    offered = {int(value) for value in re.findall(r'name="locales"[^>]*value="(\d+)"', text)}
    offered |= {int(value) for value in re.findall(r'value="(\d+)"[^>]*name="locales"', text)}
    assert offered == {translation_id("ru")}
    login("translator-ru").post(f"/admin/localize/submit/page/{new.pk}/", {"locales": [translation_id("nl")]})
    assert states(new)["nl"] == ("missing", 0)


def translation_id(language):
    from wagtail.models import Locale

    return Locale.objects.get(language_code=language).pk


@pytest.mark.parametrize(
    ("username", "allowed"),
    [(name, name in ("admin", "editor")) for name in EVERYBODY],
)
def test_who_may_update_all_translations_of_a_page(login, username, allowed):
    source = TranslationSource.objects.get(object_id=page_at(ABOUT).translation_key)
    assert (
        login(username).get(f"/admin/localize/update/{source.pk}/").status_code == 200
    ) is allowed or username == "reviewer"


@pytest.mark.parametrize("path", ["disable/", "machine_translate/", "pofile/upload/", "pofile/download/", "preview/"])
def test_a_translator_does_nothing_to_another_language(login, path):
    found = translation(ABOUT, "nl")
    client = login("translator-ru")
    for method in (client.get, client.post):
        assert method(f"/admin/localize/translate/{found.pk}/{path}").status_code in (*REFUSED, 405)


@pytest.mark.parametrize(("language", "allowed"), [("ru", True), ("nl", False), ("ro", False)])
def test_a_translator_changes_terms_of_his_language_only(login, language, allowed):
    term = Term.objects.filter(locale__language_code=language).first()
    url = reverse(Term.snippet_viewset.get_url_name("edit"), args=[term.pk])
    assert (login("translator-ru").get(url).status_code == 200) is allowed


@pytest.mark.parametrize("username", [name for name in EVERYBODY if name not in ("admin", "editor", "reviewer")])
def test_nobody_else_confirms_a_dutch_translation_outside_his_area(login, username):
    page = translation_of(page_at(ABOUT), "nl")
    assert login(username).post(reverse("translations_confirm", args=[page.pk])).status_code in REFUSED


@pytest.mark.parametrize("username", LOGINS)
def test_only_administrators_turn_a_page_into_an_alias(login, username):
    page = translation_of(page_at(ABOUT), "ru")
    assert login(username).post(f"/admin/localize/page/{page.pk}/convert_to_alias/").status_code in REFUSED


@pytest.mark.parametrize("username", ["editor-cahul", "counsellor-cahul", "translator-ru"])
@pytest.mark.parametrize("action", ["delete", "unpublish", "move", "copy"])
def test_the_original_of_another_area_is_out_of_reach(login, username, action):
    page = page_at("/pilot-areas/ungheni/")
    address = f"/admin/pages/{page.pk}/{action}/"
    login(username).post(address, {"next": "/admin/"})
    assert states(page) == dict.fromkeys(("ru", "nl", "en"), ("up-to-date", 0))
    assert page_at("/pilot-areas/ungheni/").pk == page.pk


def test_an_anonymous_visitor_is_asked_to_log_in(client):
    assert client.get("/admin/translations/").status_code == 302
    assert client.post("/admin/translations/send/").status_code == 302
    assert StringTranslation.objects.exists()

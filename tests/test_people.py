"""The demo logins may do what their groups say, and no more: asked on the server."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from core import addresses
from core.models import PageCheck, User
from facts.models import Contact
from home.people import LOGINS

pytestmark = pytest.mark.django_db


@pytest.fixture
def login(client):
    def as_user(username):
        client.force_login(User.objects.get(username=username))
        return client

    return as_user


def edit_url(inner, language="ro"):
    return reverse("wagtailadmin_pages:edit", args=[addresses.find(language, inner).page_id])


def may_edit(client, url):
    return client.get(url).status_code == 200


@pytest.mark.parametrize("username", ["admin", *LOGINS])
def test_every_login_reaches_the_admin_with_its_password(client, username):
    assert client.login(username=username, password="demo-password")
    assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize(
    ("username", "inner", "language", "allowed"),
    [
        ("editor", "/about/", "ro", True),
        ("editor", "/pilot-areas/cahul/", "ru", True),
        ("editor-cahul", "/pilot-areas/cahul/", "ro", True),
        ("editor-cahul", "/pilot-areas/cahul/", "nl", True),
        ("editor-cahul", "/pilot-areas/cahul/shop-front/", "ru", True),
        ("editor-cahul", "/pilot-areas/ungheni/", "ro", False),
        ("editor-cahul", "/services/pare-1-plus-1/", "ro", False),
        ("translator-ru", "/about/", "ru", True),
        ("translator-ru", "/about/", "ro", False),
        ("translator-ru", "/about/", "nl", False),
        ("reviewer", "/about/", "en", True),
        ("counsellor-cahul", "/pilot-areas/cahul/shop-front/", "ro", True),
        ("counsellor-cahul", "/pilot-areas/cahul/", "ro", False),
        ("counsellor-cahul", "/pilot-areas/ungheni/shop-front/", "ro", False),
    ],
)
def test_pages_are_limited_by_role_area_and_language(login, username, inner, language, allowed):
    assert may_edit(login(username), edit_url(inner, language)) is allowed


@pytest.mark.parametrize(
    ("username", "code", "allowed"),
    [
        ("editor", "shop-front-ungheni", True),
        ("editor-cahul", "shop-front-cahul", True),
        ("editor-cahul", "shop-front-ungheni", False),
        ("counsellor-cahul", "shop-front-cahul", True),
        ("counsellor-cahul", "shop-front-ungheni", False),
        ("translator-ru", "shop-front-cahul", False),
        ("reviewer", "shop-front-cahul", False),
    ],
)
def test_facts_are_limited_by_role_and_area(login, username, code, allowed):
    contact = Contact.objects.get(code=code)
    url = reverse(contact.snippet_viewset.get_url_name("edit"), args=[contact.pk])
    assert may_edit(login(username), url) is allowed


def test_a_counsellor_makes_no_new_contact(login):
    url = reverse(Contact.snippet_viewset.get_url_name("add"))
    assert not may_edit(login("counsellor-cahul"), url)


def test_a_counsellor_sees_the_facts_of_the_own_area_only(login):
    response = login("counsellor-cahul").get(reverse(Contact.snippet_viewset.get_url_name("list")))
    assert "shop-front-cahul" in response.content.decode()
    assert "shop-front-ungheni" not in response.content.decode()


def test_a_counsellor_cannot_check_a_fact_of_another_area(login):
    contact = Contact.objects.get(code="shop-front-ungheni")
    client = login("counsellor-cahul")
    assert client.post(reverse("check_fact", args=["contact", contact.pk])).status_code == 302
    before = contact.checked_on
    contact.refresh_from_db()
    assert contact.checked_on == before


def test_the_check_of_a_page_needs_the_right_to_edit_it(login):
    page = Page.objects.get(pk=addresses.find("ro", "/before-you-go/recruitment-fraud/").page_id).specific
    before = page.check_state.checked_on
    login("counsellor-cahul").post(reverse("check_page", args=[page.pk]), {"role": "provider"})
    assert PageCheck.objects.get(translation_key=page.translation_key).checked_on == before


@pytest.mark.parametrize("username", ["editor-cahul", "reviewer", "counsellor-cahul"])
def test_only_editors_of_all_and_translators_submit_pages_for_translation(login, username):
    page_id = addresses.find("ro", "/about/").page_id
    response = login(username).get(reverse("wagtail_localize:submit_page_translation", args=[page_id]))
    assert response.status_code in (302, 403)

"""Every page type: it renders in four languages, within its budget of queries, cacheable, with its own rules."""

import datetime
import json
import re

import pytest
from django.template.loader import get_template
from django.test import Client
from django.utils import timezone
from lxml import html
from wagtail.models import Page

from core import addresses
from core.models import BasePage, PageCheck
from home.models import ArticlePage, ArticlesIndexPage
from tests.pages import BUDGETS, PAGE_TYPES, VIEWS, longest_page

pytestmark = pytest.mark.django_db
names = {"ids": lambda model: model.__name__}


@pytest.mark.parametrize("model", PAGE_TYPES, **names)
def test_a_page_renders_in_each_language(client, model, language):
    response = client.get(longest_page(model, language).url)
    document = html.fromstring(response.content)
    assert (response.status_code, document.get("lang")) == (200, language)


@pytest.mark.parametrize("model", PAGE_TYPES, **names)
def test_a_page_stays_within_its_budget_of_queries(client, model, language, django_assert_max_num_queries):
    url = longest_page(model, language).url
    client.get(url)  # warms menus, locales, addresses
    with django_assert_max_num_queries(BUDGETS[model]):
        client.get(url)


def test_a_finder_result_stays_within_its_budget_of_queries(client, language, django_assert_max_num_queries):
    url = f"/{language}/finder/?intent=back&here=netherlands&there=cahul"
    client.get(url)
    with django_assert_max_num_queries(20):
        client.get(url)


@pytest.mark.parametrize("model", PAGE_TYPES, **names)
def test_a_page_sets_no_cookie_and_varies_on_none(client, model):
    response = client.get(longest_page(model, "ro").url)
    assert not response.cookies
    assert "cookie" not in response.headers.get("Vary", "").lower()


@pytest.mark.parametrize("model", PAGE_TYPES, **names)
def test_a_page_may_be_kept_but_not_past_its_next_change(client, model):
    response = client.get(longest_page(model, "ro").url)
    age = int(re.search(r"max-age=(\d+)", response.headers["Cache-Control"])[1])
    assert 0 < age <= 300


@pytest.mark.parametrize("model", PAGE_TYPES, **names)
def test_a_page_asks_no_third_party(client, model):
    document = html.fromstring(client.get(longest_page(model, "ro").url).content)
    loaded = document.xpath("//script/@src | //link[@rel='stylesheet' or @rel='icon' or @rel='manifest']/@href")
    loaded += document.xpath("//img/@src | //source/@src | //iframe/@src | //video/@src")
    assert [url for url in loaded if not url.startswith("/")] == []


@pytest.mark.parametrize("model", PAGE_TYPES, **names)
def test_a_page_type_has_a_template_of_its_own(model):
    assert get_template(model.template)


@pytest.mark.parametrize("model", PAGE_TYPES, **names)
def test_a_page_type_says_where_it_may_stand(model):
    assert model.parent_page_types not in (None, [])
    assert model.allowed_parent_page_models()


@pytest.mark.parametrize("model", PAGE_TYPES, **names)
def test_a_page_type_is_found_by_its_summary(model):
    assert "summary" in {field.field_name for field in model.get_search_fields() if hasattr(field, "field_name")}


@pytest.mark.parametrize("model", PAGE_TYPES, **names)
def test_a_page_can_be_previewed(model, rf):
    page = model.objects.live().first()
    request = rf.get("/")
    request.is_preview = True
    response = page.serve_preview(page.make_preview_request() and request, page.default_preview_mode)
    assert response.status_code == 200


def test_every_page_type_is_tested():
    """Articles have no demo content, they come in by files; tests/search/test_import_articles.py has them."""
    assert {*PAGE_TYPES, ArticlePage, ArticlesIndexPage} == set(BasePage.__subclasses__())


@pytest.mark.parametrize("model", PAGE_TYPES, **names)
def test_structured_data_is_json_with_the_language(client, model, language):
    document = html.fromstring(client.get(longest_page(model, language).url).content)
    parts = [json.loads(text) for text in document.xpath("//script[@type='application/ld+json']/text()")]
    assert parts[0]["inLanguage"] == language


@pytest.mark.parametrize("view", VIEWS)
def test_views_answer_in_each_language_without_a_cookie(client, view, language):
    response = client.get(f"/{language}/{view}")
    document = html.fromstring(response.content)
    assert (document.get("lang"), bool(response.cookies)) == (language, False)


def test_an_address_that_exists_in_no_language_is_a_404_with_search_and_road(client):
    response = client.get("/ru/nothing-here/")
    document = html.fromstring(response.content)
    assert response.status_code == 404
    assert document.xpath("//form[@role='search']") and document.xpath("//ol[@class='road']")


def test_an_untranslated_address_offers_the_languages_that_exist(client):
    page = addresses.find("ru", "/about/")
    Page.objects.get(pk=page.page_id).unpublish()
    response = client.get("/ru/about/")
    document = html.fromstring(response.content)
    assert response.status_code == 404
    assert {"/ro/about/", "/nl/about/", "/en/about/"} <= set(document.xpath("//main//a/@href"))


def test_the_language_switch_of_an_untranslated_page_leads_to_a_home_page(client):
    Page.objects.get(pk=addresses.find("ru", "/about/").page_id).unpublish()
    document = html.fromstring(client.get("/ro/about/").content)
    assert document.xpath("//nav[@class='languages']//a[@lang='ru']/@href") == ["/ru/"]


def test_a_page_that_expires_is_not_kept_past_that(client):
    page = Page.objects.get(pk=addresses.find("ro", "/about/").page_id).specific
    page.expire_at = timezone.now() + timezone.timedelta(seconds=60)
    assert page.max_age(timezone.now()) <= 60


def test_staff_with_a_session_see_the_bar_and_readers_do_not(admin_client, client):
    assert b"wagtail-userbar" in admin_client.get("/ro/").content
    assert b"wagtail-userbar" not in client.get("/ro/").content


def test_a_forged_cookie_alone_changes_nothing_for_the_cache():
    client = Client()
    client.cookies["django_language"] = "ru"
    response = client.get("/ro/about/")
    assert html.fromstring(response.content).get("lang") == "ro"


def test_a_service_whose_check_is_overdue_stands_last_in_the_list(client):
    first = html.fromstring(client.get("/ro/services/").content).xpath("//ol[@class='results']//a/@href")[0]
    address = addresses.find("ro", first.removeprefix("/ro"))
    PageCheck.objects.update_or_create(
        translation_key=address.key, defaults={"next_check_due": timezone.localdate() - datetime.timedelta(days=1)}
    )
    links = html.fromstring(client.get("/ro/services/").content).xpath("//ol[@class='results']//a/@href")
    assert links[0] != first
    assert first in links[-6:]

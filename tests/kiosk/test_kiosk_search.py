"""Search on the kiosk in a real Chromium: typed by taps, understood in the page, as good as the site's, without a trace."""

from pathlib import Path

import pytest
from django.utils import translation

from core import addresses
from core.languages import LANGUAGES
from facts.templatetags.facts_tags import results_count
from search.models import PromotedResult
from search.quality import AT, VARIANTS, ours, read
from tests.kiosk.search_page import HOST, answering, ask, files, found_by, letters_of, tap

pytestmark = [pytest.mark.django_db, pytest.mark.journey]
PASSPORT = "/services/passport-and-civil-papers/"
BELOW = 0.05  # so much worse than the site's search may the kiosk's be
MARKER = "zmeurătoare"


@pytest.mark.parametrize(
    ("language", "letters", "text"),
    [
        ("ro", "ro", "pașaport"), ("ro", "ro", "pasaport"), ("ro", "en", "pasapoarte"), ("ro", "ro", "pasaprot"),
        ("ro", "ru", "зфыфзщке"), ("ru", "ru", "паспорт"), ("ru", "ru", "паспрот"), ("ru", "en", "gfcgjhn"),
        ("ru", "ro", "pasport"), ("nl", "nl", "paspoort"), ("nl", "nl", "pasporot"),
        ("nl", "ru", "зфызщщке"), ("en", "en", "passport"), ("en", "en", "pasport"), ("en", "ru", "зфыызщке"),
    ],
)  # fmt: skip
def test_a_word_typed_by_taps_finds_its_page(open_search, language, letters, text):
    page = open_search(language)
    letters_of(page, letters)
    tap(page, text)
    assert found_by(page)[0] == f"/{language}{PASSPORT}"


def test_cedilla_letters_of_a_real_keyboard_find_the_same(open_search):
    page = open_search("ro")
    page.keyboard.insert_text("paşaport")
    assert found_by(page)[0] == f"/ro{PASSPORT}"


def test_yo_is_found_with_and_without_its_points(open_search):
    page = open_search("ru")
    with_points, without = ask(page, "ru", ["ребёнок", "ребенок"])
    assert set(with_points) == set(without)


def test_a_dutch_compound_that_no_text_has_finds_what_the_site_finds(open_search):
    table = addresses.addresses.get().by_id
    theirs = [table[page_id].url for page_id in ours("paspoortaanvraag", "nl")]
    assert ask(open_search("nl"), "nl", ["paspoortaanvraag"]) == [theirs]


def test_what_was_searched_instead_is_said(open_search):
    page = open_search("ro")
    tap(page, "pasaprot")
    found_by(page)
    assert "pașaport" in page.locator("[data-part=corrected]").inner_text()


def test_the_literal_query_can_be_searched_all_the_same(open_search):
    page = open_search("en")
    tap(page, "pasport")
    found_by(page)
    page.locator("[data-part=literal]").tap()
    page.locator("[data-part=nothing]").wait_for()
    assert "pasport" in page.locator("[data-part=nothing]").inner_text()


def test_the_number_of_answers_is_said_in_words(open_search, language):
    page = open_search(language)
    for query in ("NEXUS", "112"):
        page.locator("[data-part=field]").fill(query)
        found_by(page)
        total = page.evaluate("([q, l]) => Search.find(q, l).then((found) => found.total)", [query, language])
        with translation.override(language):
            assert page.locator("[data-part=count]").inner_text() == results_count(total)
        page.locator("[data-part=field]").tap()


def test_the_words_of_the_query_are_marked(open_search):
    page = open_search("ro")
    tap(page, "pasapoarte")
    found_by(page)
    assert page.locator("[data-part=results] mark").first.inner_text() == "Pașaport"


def test_ten_more_answers_come_on_request(open_search):
    page = open_search("ru")
    tap(page, "паспорт")
    found_by(page)
    page.locator("[data-part=more]").tap()
    page.locator("[data-part=list] li").nth(19).wait_for()
    assert page.locator("[data-part=list] li").count() == 20


def test_suggestions_come_from_the_second_letter_and_open_pages(open_search):
    page = open_search("ro")
    tap(page, "pa")
    option = page.locator("[role=option].suggestion-page").first
    path = option.get_attribute("data-path")
    option.tap()
    page.wait_for_url(f"{HOST}{path}")


def test_a_suggested_word_is_searched(open_search):
    page = open_search("ru")
    tap(page, "паспо")
    page.locator("[role=option].suggestion-word").first.tap()
    page.locator(f"[data-part=results] a[href='/ru{PASSPORT}']").wait_for()


def test_where_nothing_is_found_help_and_a_counsellor_are_one_tap_away(open_search, language):
    page = open_search(language)
    page.keyboard.insert_text("qqqxxwww")
    page.locator(".keyboard [data-key=enter]").tap()
    page.locator("[data-part=nothing]").wait_for()
    links = [link.get_attribute("href") for link in page.locator("[data-part=none] a").all()]
    assert links == [f"/{language}/get-help-now/", f"/{language}/pilot-areas/"]


def test_answers_in_another_language_are_shown_in_it(open_search):
    page = open_search("en")
    letters_of(page, "ru")
    tap(page, "трудоустройство")
    page.locator(".keyboard [data-key=enter]").tap()
    page.locator("[data-part=elsewhere-languages] button[lang=ru]").tap()
    page.locator("[data-part=list][lang=ru] a[href^='/ru/']").first.wait_for()


def test_without_an_index_help_is_offered_and_a_later_try_works(open_search):
    page = open_search("ro", {"/kiosk/index/ro.json": ("application/json", "")})
    page.locator("[data-part=failed] a[href='/ro/get-help-now/']").wait_for()
    page.unroute("**/*")
    page.route("**/*", answering(files()))
    tap(page, "pasaport")
    assert found_by(page)[0] == f"/ro{PASSPORT}"


def test_a_promoted_page_stands_first(open_search):
    promoted = addresses.find("ro", "/about/")
    PromotedResult.objects.create(page_id=promoted.page_id, queries="pașapoarte")
    page = open_search("ro", files())
    tap(page, "pasaport")
    assert found_by(page)[:2] == ["/ro/about/", f"/ro{PASSPORT}"]


def test_the_pages_of_urgent_help_are_found_by_their_titles(open_search, language):
    pages = [
        each
        for each in addresses.addresses.get().by_id.values()
        if each.language == language and each.inner.startswith("/get-help-now/")
    ]
    found = ask(open_search(language), language, [each.title for each in pages])
    assert [paths[0] for paths in found] == [each.url for each in pages]


TOUCHED = {"as written": LANGUAGES, "no marks": ["ro", "ru"], "cedilla": ["ro"], "Latin letters": ["ru"]}


@pytest.mark.parametrize(
    ("variant", "language"),
    [
        pytest.param(variant, language, marks=[] if variant == "as written" else [pytest.mark.slow])
        for variant in VARIANTS
        for language in TOUCHED.get(variant, LANGUAGES)
    ],
)
def test_it_finds_as_well_as_the_sites_own_search(open_search, variant, language):
    judged = [each for each in read(Path(__file__).parents[1] / "search" / "judged.txt") if each.language == language]
    table, change = addresses.addresses.get().by_id, VARIANTS[variant]
    asked = [(query, table[each.page_id].url) for each in judged if (query := change(each.query, language))]
    theirs = [[table[page_id].url for page_id in ours(query, language)] for query, _wanted in asked]
    own = ask(open_search(language), language, [query for query, _wanted in asked])
    for name, measure in (("MRR", _reciprocal), ("recall", _recall)):
        figures = [
            sum(measure(paths, wanted) for paths, (_query, wanted) in zip(found, asked, strict=True))
            for found in (own, theirs)
        ]
        kiosk, site = (figure / len(asked) for figure in figures)
        print(f"{language} {variant}: {name}@{AT} kiosk {kiosk:.3f}, site {site:.3f}")
        assert kiosk >= site - BELOW, name


def _reciprocal(paths, wanted):
    return 1 / (paths.index(wanted) + 1) if wanted in paths[:AT] else 0.0


def _recall(paths, wanted):
    return float(wanted in paths[:AT])


def test_what_is_typed_is_neither_kept_nor_sent(open_search):
    page = open_search("ro")
    sent = []
    page.on("request", lambda request: sent.append(f"{request.url} {request.post_data}"))
    tap(page, MARKER)
    page.locator(".keyboard [data-key=enter]").tap()
    page.locator("[data-part=nothing]").wait_for()
    kept = page.evaluate("""async () => JSON.stringify([
        {...localStorage}, {...sessionStorage}, await indexedDB.databases(), await caches.keys(), document.cookie,
        location.href, history.length, history.state])""")
    assert (kept, MARKER in " ".join(sent)) == (f'[{{}},{{}},[],[],"","{HOST}/ro/",2,null]', False)


def test_only_the_indexes_are_fetched_whatever_is_typed(open_search):
    page = open_search("ro")
    sent = []
    page.on("request", lambda request: sent.append(request.url.removeprefix(HOST)))
    tap(page, MARKER)
    page.locator(".keyboard [data-key=enter]").tap()
    page.locator("[data-part=nothing]").wait_for()
    assert set(sent) <= {f"/kiosk/index/{language}.json" for language in LANGUAGES}

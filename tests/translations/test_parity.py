"""Facts that must agree in four languages: found in each language's own way of writing them."""

import json
import time
from functools import cache
from io import StringIO
from itertools import permutations
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given, settings
from hypothesis import strategies as st

from core.languages import LANGUAGES
from home.loading.check import _walk, check
from translations.parity import compare, extract

CORPUS = Path(__file__).parent / "parity_corpus.jsonl"
AGREEING = CORPUS.with_name("parity_agreeing.jsonl")
DIFFERING = CORPUS.with_name("parity_differing.jsonl")
CONTENT = Path(__file__).resolve().parents[2] / "content"
MONTHS = {
    "ro": ("ianuarie", "mai", "decembrie"),
    "ru": ("января", "мая", "декабря"),
    "nl": ("januari", "mei", "december"),
    "en": ("January", "May", "December"),
}


def only(language, text):
    """The values of all facts in a text."""
    return [(fact.kind, fact.value) for fact in extract(language, text)]


@pytest.mark.parametrize(
    ("language", "text", "fact"),
    [
        ("ro", "pe 12 mai 2026", ("date", "2026-05-12")),
        ("ru", "12 мая 2026 г.", ("date", "2026-05-12")),
        ("nl", "op 12 mei 2026", ("date", "2026-05-12")),
        ("en", "on May 12, 2026", ("date", "2026-05-12")),
        ("nl", "op 12-05-2026", ("date", "2026-05-12")),
        ("ru", "до 12.05.2026", ("date", "2026-05-12")),
        ("en", "by 2026-05-12", ("date", "2026-05-12")),
        ("ru", "1-го января", ("date", "--01-01")),
        ("en", "since May 2026", ("date", "2026-05")),
        ("ro", "1.500 de lei", ("amount", "1500 MDL")),
        ("ru", "1 500 леев", ("amount", "1500 MDL")),
        ("nl", "€ 12,50", ("amount", "12.5 EUR")),
        ("en", "1,500 euros", ("amount", "1500 EUR")),
        ("ru", "2 тыс. евро", ("amount", "2000 EUR")),
        ("nl", "tweeduizend lei", ("amount", "2000 MDL")),
        ("ru", "300 швейцарских франков", ("amount", "300 CHF")),
        ("ro", "5,5 la sută", ("percentage", "5.5")),
        ("ru", "5 процентов", ("percentage", "5")),
        ("ro", "la ora 8.30", ("time", "08:30")),
        ("nl", "om 8.30 uur", ("time", "08:30")),
        ("en", "at 2 p.m.", ("time", "14:00")),
        ("ru", "в 2 часа дня", ("time", "14:00")),
        ("ro", "trei luni", ("duration", "3 month")),
        ("ro", "douăzeci și cinci de zile", ("duration", "25 day")),
        ("nl", "vijfentwintig dagen", ("duration", "25 day")),
        ("ru", "18-летний", ("duration", "216 month")),
        ("nl", "18-jarige", ("duration", "216 month")),
        ("en", "from the age of 18", ("duration", "216 month")),
        ("en", "one year", ("duration", "12 month")),
        ("ru", "полтора года", ("duration", "18 month")),
        ("ro", "un an și jumătate", ("duration", "18 month")),
        ("nl", "een half uur", ("duration", "30 minute")),
        ("ru", "10 рабочих дней", ("duration", "10 working-day")),
        ("en", "<b>30</b> km", ("duration", "30 km")),
        ("ro", "+373 22 000 011", ("phone", "+37322000011")),
        ("ru", "(022) 00-00-11", ("phone", "22000011")),
        ("en", "write to HELP@example.org.", ("email", "help@example.org")),
        ("nl", "https://www.ind.nl/nl/werken/", ("link", "ind.nl/werken")),
        ("en", "[here](/en/contact/)", ("link", "/contact")),
        ("ru", "lista-ru.pdf", ("file", "lista.pdf")),
        ("ro", "în 2022", ("number", "2022")),
        ("en", "article 1264", ("number", "1264")),
    ],
)
def test_a_fact_is_understood(language, text, fact):
    assert fact in only(language, text)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("ro", "12 luni"), ("en", "one year")),
        (("ru", "в течение недели"), ("nl", "binnen 7 dagen")),
        (("en", "around the clock"), ("ro", "24 de ore din 24")),
        (("en", "14:00"), ("en", "2 p.m.")),
        (("ro", "o dată pe an"), ("ru", "раз в год")),
        (("nl", "tot 17 uur"), ("en", "until 17:00")),
        (("ro", "Sunați la 112."), ("ru", "Звоните 112.")),
        (("ro", "https://example.org/ro/acte/"), ("ru", "https://example.org/ru/acte")),
        (("ro", "3-5 zile lucrătoare"), ("en", "3 to 5 working days")),
        (("ro", "1-5 mai 2026"), ("ru", "с 1 по 5 мая 2026")),
        (("ro", "de la 9 la 17"), ("nl", "van 9.00 tot 17.00 uur")),
        (("nl", "onder de 18 jaar"), ("en", "under 18")),
        (("ru", "шестимесячный курс"), ("en", "a six-month course")),
        (("ro", "o mie de euro"), ("nl", "1.000 euro")),
        (("en", "noon"), ("ro", "ora 12")),
        (("ro", "între 100 și 200 de lei"), ("en", "between 100 and 200 lei")),
        (("ro", "12–15 mai 2026"), ("en", "May 12–15, 2026")),
        (("ru", "с 1 июня по 30 сентября 2026 года"), ("en", "from 1 June 2026 to 30 September 2026")),
        (("ru", "с 8 до 17"), ("en", "8 a.m.–5 p.m.")),
        (("ro", "acte noi. Mai multe la noi."), ("en", "new papers. More from us.")),
        (("ro", "**3** luni"), ("en", "3 **months**")),
    ],
)
def test_the_same_in_other_words_is_no_finding(a, b):
    assert compare(*a, *b) == []


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        (("ro", "o lună"), ("ru", "2 месяца"), "duration"),
        (("ro", "+373 22 000 011"), ("ru", "+373 22 000 012"), "phone"),
        (("nl", "100 euro"), ("en", "100 lei"), "amount"),
        (("ro", "- a\n- b\n- c"), ("ru", "- а\n- б"), "count"),
        (("en", "https://ind.nl/en/work"), ("nl", "https://ind.nl/nl/studie"), "link"),
        (("ro", "de la 9 la 17"), ("ru", "с 9 до 18"), "time"),
        (("ro", "sub 18 ani"), ("nl", "onder de 16 jaar"), "duration"),
        (("ro", "Sunați la 112"), ("ru", "Звоните 113"), "phone"),
        (("ro", "10 zile lucrătoare"), ("en", "10 days"), "duration"),
        (("ro", "de la 12 la 15 mai"), ("en", "from 11 to 15 May"), "date"),
        (("ro", "90 de zile în orice 180 de zile"), ("en", "90 days in any 160"), "duration"),
        (("ru", "в 2 часа дня"), ("en", "at 2 a.m."), "time"),
        (("ro", "+373 22 000 011"), ("nl", "+31 22 000 011"), "phone"),
        (("ro", "în martie"), ("nl", "in april"), "date"),
    ],
)
def test_a_difference_is_one_finding_with_both_sides(a, b, kind):
    found = compare(*a, *b)
    assert [finding.kind for finding in found] == [kind]
    assert found[0].in_a
    assert found[0].in_b


def test_facts_are_counted_as_often_as_they_stand():
    found = compare("ro", "pașaport 100 de lei, buletin 100 de lei", "en", "passport 100 lei")
    assert [(finding.kind, finding.in_a, finding.in_b) for finding in found] == [("amount", "100 de lei", "")]


def test_an_article_alone_is_no_finding():
    assert compare("ro", "Veniți cu un an înainte.", "ru", "Приходите заранее.") == []


def test_a_fact_says_where_it_stands():
    text = "Plătiți **1.500 de lei** până pe 12 mai 2026, ora 8:30."
    assert [text[fact.start : fact.end] for fact in extract("ro", text)] == ["1.500 de lei", "12 mai 2026", "8:30"]


def test_a_language_that_we_do_not_have_is_refused():
    with pytest.raises(ValueError, match="'de'"):
        extract("de", "")


@pytest.mark.parametrize("piece", ["1,", "1-", "100 ", "<li>", "a.", "a@", "+1 ", "one ", "http://", "- a\n"])
def test_no_text_takes_long(language, piece):
    started = time.process_time()
    extract(language, piece * (8_000 // len(piece)))
    assert time.process_time() - started < 3


def as_phone(language, subscriber):
    digits = f"{subscriber:06}"
    return {
        "ro": f"022 {digits[:3]} {digits[3:]}",
        "ru": f"(022) {digits[:2]}-{digits[2:4]}-{digits[4:]}",
        "nl": f"+373 22 {digits}",
        "en": f"00373 22 {digits[:3]}-{digits[3:]}",
    }[language]


def as_amount(language, value):
    mark = {"ro": ".", "ru": " ", "nl": ".", "en": ","}[language]
    return f"{value:,}".replace(",", mark) + {"ro": " de lei", "ru": " леев", "nl": " lei", "en": " lei"}[language]


def as_date(language, day, month, year):
    return f"{day} {MONTHS[language][month]} {year}"


languages = st.sampled_from(LANGUAGES)


@settings(deadline=None)
@given(languages, languages, st.integers(1, 5_000_000))
def test_an_amount_is_the_same_in_every_language(a, b, value):
    assert compare(a, as_amount(a, value), b, as_amount(b, value)) == []


@settings(deadline=None)
@given(languages, languages, st.integers(1, 28), st.integers(0, 2), st.integers(1990, 2040))
def test_a_date_is_the_same_in_every_language(a, b, day, month, year):
    assert compare(a, as_date(a, day, month, year), b, as_date(b, day, month, year)) == []


@settings(deadline=None)
@given(languages, languages, st.integers(0, 999_999))
def test_a_phone_is_the_same_in_every_language(a, b, subscriber):
    assert compare(a, as_phone(a, subscriber), b, as_phone(b, subscriber)) == []


@settings(deadline=None)
@given(languages, languages, st.integers(0, 999_999), st.integers(0, 5), st.integers(1, 9))
def test_another_digit_in_a_phone_is_always_found(a, b, subscriber, place, more):
    digit = subscriber // 10**place % 10
    other = subscriber + ((digit + more) % 10 - digit) * 10**place
    found = compare(a, as_phone(a, subscriber), b, as_phone(b, other))
    assert [finding.kind for finding in found] == ["phone"]


@settings(deadline=None)
@given(languages, languages, st.integers(100, 5_000_000), st.integers(1, 9))
def test_another_amount_is_always_found(a, b, value, more):
    assert len(compare(a, as_amount(a, value), b, as_amount(b, value + more))) == 1


@settings(deadline=None)
@given(languages, st.text(max_size=200))
def test_a_text_always_agrees_with_itself(language, text):
    assert compare(language, text, language, text) == []


@cache
def corpus(path=CORPUS):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def findings(pair):
    return compare(pair["a"]["language"], pair["a"]["text"], pair["b"]["language"], pair["b"]["text"])


def test_sentences_that_agree_in_four_languages_give_nothing():
    pairs = [(row, *pair) for row in corpus(AGREEING) for pair in permutations(LANGUAGES, 2)]
    assert [(row[a], row[b]) for row, a, b in pairs if compare(a, row[a], b, row[b])] == []


def test_each_planted_difference_gives_one_finding_of_its_kind():
    wrong = [row for row in corpus(DIFFERING) if [one.kind for one in findings(row)] != [row["kind"]]]
    assert wrong == []


def test_planted_mismatches_of_another_author_are_found():
    planted = [pair for pair in corpus() if pair["planted"]]
    assert sum(bool(findings(pair)) for pair in planted) / len(planted) >= 0.95


def test_texts_that_agree_are_left_in_peace():
    agreeing = [pair for pair in corpus() if not pair["planted"]]
    assert sum(len(findings(pair)) for pair in agreeing) / len(agreeing) <= 0.05


def test_the_demo_content_has_few_false_findings():
    found, versions = [], 0
    for folder in check(CONTENT)[0].pages.values():
        original = dict(_walk(folder.text(folder.original)))
        for language in set(LANGUAGES) - {folder.original}:
            versions += 1
            for path, text in _walk(folder.text(language)):
                if isinstance(text, str):
                    found += compare(folder.original, original[path], language, text)
    assert len(found) / versions <= 0.05


def run(path, *options):
    out = StringIO()
    call_command("compare_facts", *options, str(path), stdout=out)
    return out.getvalue()


def test_the_door_for_scripts_prints_one_list_with_a_list_per_line(tmp_path):
    lines = tmp_path / "pairs.jsonl"
    same = {"a": {"language": "ro", "text": "3 luni"}, "b": {"language": "ru", "text": "три месяца"}}
    other = {"a": {"language": "ro", "text": "3 luni"}, "b": {"language": "ru", "text": "2 месяца"}}
    lines.write_text(f"{json.dumps(same)}\n{json.dumps(other)}\n", encoding="utf-8")
    assert json.loads(run(lines, "--json")) == [[], [{"kind": "duration", "a": "3 luni", "b": "2 месяца"}]]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "line 2"),
        ('{"a": {"language": "ro", "text": "x"}}', '"b" is missing'),
        ('{"a": {"language": "de", "text": "x"}, "b": {"language": "ro", "text": "x"}}', '"a.language"'),
        ('{"a": {"language": "ro"}, "b": {"language": "ro", "text": "x"}}', '"a.text"'),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_printed(tmp_path, line, words):
    lines = tmp_path / "pairs.jsonl"
    good = '{"a": {"language": "ro", "text": "x"}, "b": {"language": "ru", "text": "x"}}'
    lines.write_text(f"{good}\n{line}\n", encoding="utf-8")
    with pytest.raises(CommandError, match=words):
        run(lines, "--json")

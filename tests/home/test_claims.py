import pytest

from home.loading.claims import figures, number


@pytest.mark.parametrize(
    ("text", "value"),
    [("1.500", 1500), ("1 500", 1500), ("1,500", 1500), ("2,5", 2.5), ("0.5", 0.5), ("250.000", 250000), ("30", 30)],
)
def test_a_number_is_read_as_each_language_writes_it(text, value):
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("costă 1.500 de lei", 1500),
        ("în 30 de zile", 30),
        ("за 6 месяцев", 6),
        ("18 %", 18),
        ("binnen 4 weken", 4),
        ("within 2 years", 2),
        ("€ 155", 155),
        ("Legea nr. 105", 105),
        ("5 лет", 5),
    ],
)
def test_a_claim_of_money_time_or_law_is_seen(text, value):
    assert [figure for _words, figure in figures(text)] == [value]


@pytest.mark.parametrize("text", ["Strada 12", "+373 22 000 021", "2 copii", "în 2026", "la ora 9:00", "A1"])
def test_other_numbers_are_no_claims(text):
    assert list(figures(text)) == []

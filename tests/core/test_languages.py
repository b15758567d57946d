import pytest
from django.test import RequestFactory

from core.languages import choose, own_name


def visitor(accept: str = "", cookie: str = ""):
    headers = {"HTTP_ACCEPT_LANGUAGE": accept} if accept else {}
    request = RequestFactory().get("/", **headers)
    if cookie:
        request.COOKIES["django_language"] = cookie
    return request


@pytest.mark.parametrize(
    ("accept", "cookie", "expected"),
    [
        ("", "", "ro"),
        ("*", "", "ro"),
        ("ro-MD,ro;q=0.9", "", "ro"),
        ("ru-RU,ru;q=0.9,en;q=0.5", "", "ru"),
        ("nl-BE", "", "nl"),
        ("de-DE,de;q=0.9", "", "en"),
        ("uk,ru;q=0.8", "", "ru"),
        ("mo", "", "ro"),
        ("en", "nl", "nl"),
        ("en", "xx", "en"),
        ("not a header;;;", "", "en"),
    ],
)
def test_a_visitor_of_the_front_door_gets_a_language(accept, cookie, expected):
    assert choose(visitor(accept, cookie)) == expected


def test_languages_are_named_in_themselves_with_a_capital_letter():
    assert [own_name(code) for code in ("ro", "ru", "nl", "en")] == ["Română", "Русский", "Nederlands", "English"]

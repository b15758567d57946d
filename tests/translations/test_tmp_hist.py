import pytest

from tests.translations.test_histories import run


@pytest.mark.django_db
def test_x():
    run(60, 12)

"""More histories, longer ones, in a file of its own so that two processes share the work."""

import pytest

from tests.translations.test_histories import run


@pytest.mark.slow
@pytest.mark.django_db
def test_five_hundred_longer_random_histories_are_told_right():
    run(500, steps=12)

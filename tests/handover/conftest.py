"""What the tests of hand-over and of codes on paper share."""

import pytest
from django.core.cache import cache

from core import addresses


@pytest.fixture(autouse=True)
def fresh_limits():
    """No test is refused because of what another did."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def ids():
    """Ids of three pages in Romanian: a guide, a service, a shop-front."""
    paths = ("/before-you-go/recruitment-fraud/", "/services/pare-1-plus-1/", "/pilot-areas/cahul/shop-front/")
    return [addresses.find("ro", path).page_id for path in paths]

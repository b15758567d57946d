"""Rendering the kiosk's pages leaves the process as it was."""

import pytest
from django.urls import get_urlconf
from django.utils import translation

from kiosk.offline.rendering import render


@pytest.mark.django_db
def test_rendering_leaves_addresses_and_language_as_they_were():
    before = get_urlconf(), translation.get_language()
    render("/ru/about/")
    assert (get_urlconf(), translation.get_language()) == before

"""How often somebody may do something, and who somebody is."""

import pytest
import time_machine
from django.core.cache import caches
from django.test import override_settings

from core import limits
from core.limits import Limit, address_of

FILES = {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache"}
MEMORY = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "limits"}


@pytest.fixture(params=[FILES, MEMORY], ids=["files", "memory"])
def cache(request, tmp_path, monkeypatch):
    """Each kind of cache in turn, empty."""
    with override_settings(CACHES={"default": {"LOCATION": str(tmp_path), **request.param}}):
        caches["default"].clear()
        monkeypatch.setattr(limits, "cache", caches["default"])
        yield caches["default"]


def test_a_limit_lets_through_what_it_says_and_no_more(cache):
    limit = Limit("test", most=2, seconds=3600)
    assert [limit.count("somebody") for _ in range(3)] == [True, True, False]


def test_a_limit_counts_each_by_itself(cache):
    limit = Limit("test", most=1, seconds=3600)
    assert limit.count("one") and limit.count("other") and not limit.count("one")


def test_asking_counts_nothing(cache):
    limit = Limit("test", most=1, seconds=3600)
    assert not any(limit.is_used_up("somebody") for _ in range(3))
    limit.count("somebody")
    assert limit.is_used_up("somebody")


def test_a_limit_holds_for_all_its_time_and_then_no_longer(cache):
    limit = Limit("test", most=1, seconds=3600)
    with time_machine.travel("2026-03-01T12:00:00Z", tick=False) as clock:
        limit.count("somebody")
        clock.shift(3599)
        assert limit.is_used_up("somebody")
        clock.shift(1)
        assert not limit.is_used_up("somebody")


def test_no_internet_address_stands_in_the_cache(cache):
    assert "192.0.2.7" not in Limit("test", most=1, seconds=60)._key("192.0.2.7")


@pytest.mark.parametrize(
    ("remote", "forwarded", "proxies", "expected"),
    [
        ("192.0.2.7", "", 0, "192.0.2.7"),
        ("192.0.2.7", "198.51.100.1", 0, "192.0.2.7"),
        ("10.0.0.1", "198.51.100.1", 1, "198.51.100.1"),
        ("10.0.0.1", "6.6.6.6, 198.51.100.1", 1, "198.51.100.1"),
        ("10.0.0.1", "6.6.6.6, 198.51.100.1, 10.0.0.2", 2, "198.51.100.1"),
        ("10.0.0.1", "", 1, "10.0.0.1"),
        ("2001:db8:1:2:3:4:5:6", "", 0, "2001:0db8:0001:0002"),
        ("::ffff:192.0.2.7", "", 0, "192.0.2.7"),
        ("", "", 0, ""),
    ],
)
def test_who_asks(rf, settings, remote, forwarded, proxies, expected):
    settings.PROXY_COUNT = proxies
    headers = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    assert address_of(rf.get("/", REMOTE_ADDR=remote, **headers)) == expected

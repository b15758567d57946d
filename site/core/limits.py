"""How often one internet address may do something; counted in the cache that all processes share."""

import time
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

EVERYBODY = "everybody"


def address_of(request: HttpRequest) -> str:
    """The internet address that asks: behind PROXY_COUNT proxies of ours what the outermost of them wrote down.

    Of IPv6 the first half, since one household has all the rest.
    """
    text = request.META.get("REMOTE_ADDR", "")
    if settings.PROXY_COUNT:
        written = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
        text = written[-min(settings.PROXY_COUNT, len(written))] or text
    try:
        address = ip_address(text)
    except ValueError:
        return text[:60]
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or address.exploded[:19])
    return str(address)


@dataclass(frozen=True)
class Limit:
    """At most `most` times in `seconds` (which begin for everybody at the same moment)."""

    name: str
    most: int
    seconds: int

    def is_used_up(self, who: str) -> bool:
        """Whether `who` has no time left; counts nothing."""
        return (cache.get(self._key(who)) or 0) >= self.most

    def count(self, who: str) -> bool:
        """Count one time; whether it was still within the limit."""
        key, rest = self._key(who), self.seconds - int(time.time()) % self.seconds
        cache.add(key, 0, timeout=rest)
        try:
            number = cache.incr(key)
        except ValueError:  # the cache had to make room
            return True
        cache.touch(key, rest)  # a cache of files forgets in incr() how long the number was to be kept
        return number <= self.most

    def _key(self, who: str) -> str:
        """No internet address can be read out of the cache."""
        digest = salted_hmac("core.limits", f"{self.name}|{who}", algorithm="sha256").hexdigest()[:32]
        return f"limit-{digest}-{int(time.time()) // self.seconds}"

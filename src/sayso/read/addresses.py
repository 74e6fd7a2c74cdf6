"""Addresses of pages: the page's own where an archive or cache wraps it, its host, and the domain somebody registered."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_ARCHIVE = re.compile(
    r"https?://(?:web\.archive\.org/web|archive\.(?:is|ph|today|org/web))/(?P<stamp>\d{4,14})[a-z_]{0,4}/(?P<url>.+)"
)
_CACHE = re.compile(r"https?://[^/]{1,100}\.cdn\.ampproject\.org/[a-z]/(?:s/)?(?P<url>.+)")
_SECOND_LEVEL = {"co", "com", "org", "net", "gov", "ac", "edu", "or", "ne", "in", "gob", "gouv", "gen", "news", "info", "web"}
"""Names that registries sell below under their country code (publicsuffix.org); the long tail is not needed to name an outlet."""
_SHARED_HOSTS = ("blogspot.", "wordpress.com", "medium.com", "substack.com", "tumblr.com", "livejournal.com", "github.io")


def original(url: str) -> str:
    """The address of the page itself, where it is wrapped in a web archive's or an AMP cache's."""
    m = _ARCHIVE.match(url) or _CACHE.match(url)
    if not m:
        return url
    return m["url"] if "://" in m["url"] else "https://" + m["url"]


def archived(url: str) -> str | None:
    """The day (YYYYMMDD…) on which a web archive took the page, where the address is the archive's."""
    m = _ARCHIVE.match(url)
    return m["stamp"] if m else None


def host_of(url: str) -> str:
    """The host of the page itself, lower case; empty where the address has none."""
    try:
        return (urlsplit(original(url)).hostname or "").lower()
    except ValueError:
        return ""


def domain(host: str) -> str:
    """The registrable part of a host, by the usual second-level names; on a shared blog host the blog's own name stays."""
    parts = host.split(".")
    if any(shared in host for shared in _SHARED_HOSTS):
        return host.removeprefix("www.")
    size = 3 if len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in _SECOND_LEVEL else 2
    return ".".join(parts[-size:])


def domain_of(url: str | None) -> str:
    """The registrable part of an address's host, empty where there is none."""
    return domain(host_of(url)) if url else ""

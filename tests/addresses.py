"""Every address of the site, for tests that walk them all."""

from django.urls import URLPattern, URLResolver, get_resolver

# The packages whose commands are ours.
OUR_APPS = {"accounts", "billing_access", "billing_audit", "dev", "orgs"}


def patterns(resolver: URLResolver | None = None, prefix: str = "") -> set[str]:
    """Return every address of the site, as its pattern reads."""
    found: set[str] = set()
    for entry in (resolver or get_resolver()).url_patterns:
        path = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            found |= patterns(entry, path)
        elif isinstance(entry, URLPattern):
            found.add(path)
    return found

"""Every URL pattern of the site, for tests that try them all."""

from django.urls import URLPattern, URLResolver, get_resolver

# The packages of the project that have management commands.
OUR_APPS = {"accounts", "billing_access", "billing_audit", "config", "dev", "orgs"}


def patterns(resolver: URLResolver | None = None, prefix: str = "") -> set[str]:
    """Return every URL pattern of the site."""
    found: set[str] = set()
    for entry in (resolver or get_resolver()).url_patterns:
        path = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            found |= patterns(entry, path)
        elif isinstance(entry, URLPattern):
            found.add(path)
    return found

"""The settings by which Django sends e-mail, with either of their names: MAILERS from Django 6.1 on."""

from typing import Any

import django


def mailer(backend: str, *, host: str = "", port: int = 0, password: str = "") -> dict[str, Any]:
    """Return the settings for a backend of Django's, such as ``smtp``, and its mail server."""
    path = f"django.core.mail.backends.{backend}.EmailBackend"
    if django.VERSION >= (6, 1):
        options = {"host": host, "port": port, "password": password} if host else {}
        return {"MAILERS": {"default": {"BACKEND": path, "OPTIONS": options}}}
    return {"EMAIL_BACKEND": path, "EMAIL_HOST": host, "EMAIL_PORT": port, "EMAIL_HOST_PASSWORD": password}

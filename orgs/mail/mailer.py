"""How the project sends e-mail: Django's setting MAILERS, or before Django 6.1 the settings that begin with EMAIL_."""

from dataclasses import dataclass, field
from typing import Final

from django.conf import settings

_SMTP: Final = "django.core.mail.backends.smtp.EmailBackend"


@dataclass(frozen=True, slots=True)
class Mailer:
    """The dotted path of the e-mail backend; the mail server and the password for it, empty for other backends."""

    backend: str
    host: str
    port: int | None
    password: str = field(repr=False)


def default_mailer() -> Mailer:
    """Return the mailer that every e-mail goes through."""
    # Django knows the deprecated settings only where MAILERS is not set.
    mailers = getattr(settings, "MAILERS", None)
    if mailers is None:
        return Mailer(settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_HOST_PASSWORD)
    mailer = mailers.get("default", {})
    options = mailer.get("OPTIONS", {})
    return Mailer(
        mailer.get("BACKEND", _SMTP), options.get("host", ""), options.get("port"), options.get("password") or ""
    )

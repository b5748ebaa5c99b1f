"""The mailer is found by either of its settings, and its password is never printed."""

from typing import Any

import pytest

from orgs.mail.mailer import Mailer, default_mailer
from tests.mailers import mailer

SMTP = "django.core.mail.backends.smtp.EmailBackend"


def _set(settings: Any, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(settings, name, value)


def test_it_is_what_this_django_calls_it(settings: Any) -> None:
    _set(settings, mailer("smtp", host="mail.example.com", port=587, password="s3cret-word"))
    found = default_mailer()
    assert found == Mailer(SMTP, "mail.example.com", 587, "s3cret-word")
    assert "s3cret-word" not in repr(found)
    _set(settings, mailer("console"))
    assert default_mailer().backend == "django.core.mail.backends.console.EmailBackend"


@pytest.mark.parametrize(
    ("mailers", "expected"),
    [
        ({"default": {"OPTIONS": {"host": "mail.example.com"}}}, Mailer(SMTP, "mail.example.com", None, "")),
        ({"default": {"BACKEND": "host.mail.Backend"}}, Mailer("host.mail.Backend", "", None, "")),
    ],
)
def test_mailers_that_leave_the_defaults_out(settings: Any, mailers: Any, expected: Mailer) -> None:
    settings.MAILERS = mailers
    assert default_mailer() == expected

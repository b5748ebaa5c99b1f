"""Says which app a project forgot, before Django stops at the first model of it."""

from typing import Final

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured

# What each app of the package needs.
_ALWAYS: Final = (
    "django.contrib.sessions", "django.contrib.messages", "django.contrib.postgres", "procrastinate.contrib.django",
)  # fmt: skip


def require_apps(*names: str) -> None:
    """Raise ImproperlyConfigured if one of these apps, or one that each app of the package needs, is not installed.

    Call it from ``AppConfig.import_models``.
    """
    lacks = [name for name in (*names, *_ALWAYS) if not apps.is_installed(name)]
    if lacks:
        raise ImproperlyConfigured(
            f"INSTALLED_APPS lacks what Billing Access needs. Add {', '.join(map(repr, lacks))}."
        )

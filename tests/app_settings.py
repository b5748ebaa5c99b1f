"""Changes settings of ``BILLING_ACCESS`` for a part of a test."""

from typing import Any

from django.conf import settings
from django.test import override_settings


def configured(**values: Any) -> override_settings:
    """Change some settings of ``BILLING_ACCESS`` inside the block: ``with configured(PLATFORM_KEYS=True):``."""
    return override_settings(BILLING_ACCESS={**settings.BILLING_ACCESS, **values})

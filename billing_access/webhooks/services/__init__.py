"""The services that make, change and end an organization's webhooks.

Each is one transaction, checks the actor's permission and records the change. A call that would change nothing
records nothing.
"""

from billing_access.webhooks.services.deliveries import send_again, send_test, why_not_send_again
from billing_access.webhooks.services.endpoints import (
    MAX_ENDPOINTS,
    change_endpoint,
    create_endpoint,
    remove_endpoint,
)
from billing_access.webhooks.services.locking import permissions_for
from billing_access.webhooks.services.secrets import (
    OVERLAPS,
    EndpointWithSecret,
    encrypt_webhook_secrets,
    rotate_secret,
    secret_version,
    secrets_of,
)
from billing_access.webhooks.services.states import adopt_endpoint, turn_on_again

__all__ = [
    "MAX_ENDPOINTS",
    "OVERLAPS",
    "EndpointWithSecret",
    "adopt_endpoint",
    "change_endpoint",
    "create_endpoint",
    "encrypt_webhook_secrets",
    "permissions_for",
    "remove_endpoint",
    "rotate_secret",
    "secret_version",
    "secrets_of",
    "send_again",
    "send_test",
    "turn_on_again",
    "why_not_send_again",
]

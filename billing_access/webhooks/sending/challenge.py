"""The challenge: an address is sent nothing else before it has answered with the value that it was sent."""

import json
from typing import Final

from billing_access.webhooks.models import WebhookDelivery
from billing_access.webhooks.sending.contents import data_of

# The error of an attempt whose answer has another value, or none.
WRONG_ANSWER: Final = "wrong_challenge"


def is_answered(delivery: WebhookDelivery, answer: bytes) -> bool:
    """Tell whether the answer is ``{"challenge": VALUE}`` in JSON, with the value that this delivery sent."""
    try:
        found = json.loads(answer)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and found.get("challenge") == data_of(delivery)["challenge"]

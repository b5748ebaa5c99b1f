"""Every refusal of the API: its stable code, its status, and what the client can do about it."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Refusal:
    """One kind of refusal.

    ``title`` is the same in every answer with this code. ``detail`` is the default text: it ends with what to do next,
    and an answer may give a more specific one.
    """

    code: str
    status: int
    title: str
    detail: str


MISSING_KEY: Final = Refusal(
    "missing_key",
    401,
    "No API key was sent",
    "Send a key in the x-api-key header or as Authorization: Bearer <key>. "
    "An organization's admin creates keys under API keys.",
)
INVALID_KEY: Final = Refusal(
    "invalid_key",
    401,
    "The API key is not valid",
    "Check that the key was copied in full, starts with bak_live_ and is sent in one header only.",
)
KEY_EXPIRED: Final = Refusal(
    "key_expired", 401, "The API key has expired", "Ask an organization's admin to create a new key."
)
KEY_REVOKED: Final = Refusal(
    "key_revoked", 401, "The API key was revoked", "Ask an organization's admin to create a new key."
)
IP_NOT_ALLOWED: Final = Refusal(
    "ip_not_allowed",
    403,
    "The IP address is not allowed",
    "Use an address on the key's list, or ask an organization's admin to add this one to the list under API keys.",
)
INSUFFICIENT_SCOPE: Final = Refusal(
    "insufficient_scope",
    403,
    "The API key lacks a scope",
    "Ask an organization's admin to add the scope to the key under API keys.",
)
BILLING_READS_SUSPENDED: Final = Refusal(
    "billing_reads_suspended",
    403,
    "Billing reads are suspended",
    "The platform has suspended billing reads with API keys. Ask the platform's support when they will resume.",
)
ORG_OPT_IN_REQUIRED: Final = Refusal(
    "org_opt_in_required",
    403,
    "The organization has not opted in",
    'Programmatic billing reads are off. An organization\'s owner or admin turns them on under "Billing reads".',
)
RATE_LIMITED: Final = Refusal(
    "rate_limited",
    429,
    "Too many requests",
    "Wait the number of seconds in Retry-After, then send the request again. "
    "The RateLimit header of every answer to a key says how many requests are left.",
)
NOT_FOUND: Final = Refusal(
    "not_found", 404, "Not found", "Check the URL and the id. A key sees only its own organization."
)
METHOD_NOT_ALLOWED: Final = Refusal(
    "method_not_allowed", 405, "The method is not allowed", "Use GET or HEAD. API keys only read."
)
BODY_TOO_LARGE: Final = Refusal(
    "body_too_large",
    413,
    "The body is too large",
    "A body may have 1,048,576 bytes at most. No route of this API reads one: send the request without a body.",
)
INVALID_PARAMETER: Final = Refusal(
    "invalid_parameter", 400, "A parameter is not valid", "Correct the parameters listed in errors."
)
RANGE_TOO_WIDE: Final = Refusal(
    "range_too_wide",
    400,
    "The range is too wide",
    "Send a shorter range, a wider bucket, fewer group_by parameters or fewer filters.",
)
INVALID_CURSOR: Final = Refusal(
    "invalid_cursor",
    400,
    "The cursor is not valid for this request",
    "Send next_cursor as cursor, or updated_through as updated_after, unchanged and with the same range and filters; "
    "or start again without it.",
)
UNAVAILABLE: Final = Refusal(
    "unavailable",
    503,
    "Temporarily unavailable",
    "The request could not be authorized or recorded, so no data is sent. Send it again after Retry-After seconds.",
)
INTERNAL_ERROR: Final = Refusal(
    "internal_error", 500, "Internal error", "Report the request_id to the platform's support."
)

# Why a webhook is sent nothing. It is on the log, and no answer of the API.
WEBHOOK_PAUSED: Final = Refusal(
    "webhook_paused",
    403,
    "The webhook is paused",
    "The member who holds it may not have it any more. A member who may adopts it under Webhooks.",
)

REFUSALS: Final = {
    refusal.code: refusal
    for refusal in (
        MISSING_KEY,
        INVALID_KEY,
        KEY_EXPIRED,
        KEY_REVOKED,
        IP_NOT_ALLOWED,
        INSUFFICIENT_SCOPE,
        BILLING_READS_SUSPENDED,
        ORG_OPT_IN_REQUIRED,
        RATE_LIMITED,
        NOT_FOUND,
        METHOD_NOT_ALLOWED,
        BODY_TOO_LARGE,
        INVALID_PARAMETER,
        RANGE_TOO_WIDE,
        INVALID_CURSOR,
        UNAVAILABLE,
        INTERNAL_ERROR,
    )
}

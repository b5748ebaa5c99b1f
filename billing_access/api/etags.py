"""Weak ETags. They are made of the account snapshot, so that a 304 can be answered without reading any usage.

Those of a run and of alerts are made of the body.
"""

import hashlib
from functools import cache
from typing import Any, Final

import orjson
from django.conf import settings
from django.utils.http import parse_etags
from rest_framework.request import Request

from billing_access.access.decision import Grant
from billing_access.billing.reports.account_snapshot import AccountSnapshot
from orgs.time_zones import zone_rules

_SALT: Final = "billing_access.api.etags"


def snapshot_tag(request: Request, grant: Grant, snapshot: AccountSnapshot, clock: str) -> str:
    """Return the ETag of the answer to this request for this state of the account.

    It is made of the account's revision with its token, settings, unit price and period, of whether the figures are
    stale, of the rules of time zones, by which a summary's days begin, and of ``clock``, the part of the time that the
    answer depends on, but not of ``as_of``. It is keyed with SECRET_KEY, so that no client can compute the ETag of an
    answer that it never got.
    """
    account = [
        snapshot.revision,
        snapshot.revision_token,
        snapshot.fed_at is not None,
        snapshot.billing_tier,
        snapshot.billing_mode,
        snapshot.low_balance_threshold_usd,
        snapshot.balance_reconciled_at,
        snapshot.usage_through,
        snapshot.stale_after_hours,
        snapshot.is_stale,
        snapshot.unit_price_usd,
        snapshot.period_start,
        snapshot.period_end,
    ]
    return _tag(request, grant, [*account, zone_rules(), clock])


def body_tag(request: Request, grant: Grant, body: dict[str, Any], withheld: str | None = None) -> str:
    """Return the ETag of a body. ``withheld``: the code of the refusal that withholds the cost of a run."""
    return _tag(request, grant, [body, withheld])


def is_known(request: Request, tag: str) -> bool:
    """Tell whether If-None-Match lists the tag. A weak and a strong tag compare equal (RFC 9110, 8.8.3.2)."""
    return any(each.removeprefix("W/") == tag.removeprefix("W/") for each in _tags_in_header(request))


def is_any_known(request: Request) -> bool:
    """Tell whether If-None-Match is ``*``, which matches any answer. Call it only once there is an answer to match."""
    return "*" in _tags_in_header(request)


def _tags_in_header(request: Request) -> list[str]:
    header = request.META.get("HTTP_IF_NONE_MATCH")
    return [] if header is None else parse_etags(header)


def _tag(request: Request, grant: Grant, state: list[Any]) -> str:
    representation = [request.path, sorted(request.query_params.lists()), request.accepted_media_type]
    text = orjson.dumps([grant.organization_id, *representation, *state], default=str)
    return f'W/"{hashlib.blake2b(text, key=_key(settings.SECRET_KEY), digest_size=16).hexdigest()}"'


@cache
def _key(secret: str) -> bytes:
    return hashlib.sha256(f"{_SALT}:{secret}".encode()).digest()

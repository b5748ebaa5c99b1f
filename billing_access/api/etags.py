"""Weak ETags: an answer is told unchanged by its account snapshot, before any usage is read."""

import hashlib
from functools import cache
from typing import Any, Final

import orjson
from django.conf import settings
from django.utils.http import parse_etags
from rest_framework.request import Request

from billing_access.access.decision import Grant
from billing_access.billing.reports.account_snapshot import AccountSnapshot

_SALT: Final = "billing_access.api.etags"


def snapshot_tag(request: Request, grant: Grant, snapshot: AccountSnapshot, clock: str) -> str:
    """Return the ETag of the answer to this request while the account snapshot is as it is.

    Made of the revision, the settings, the period, and of ``clock``: the part of the time that the answer depends
    on; never of ``as_of``. Keyed, so that nobody can make one of an answer that was never given.
    """
    account = [
        snapshot.revision,
        snapshot.fed_at is not None,
        snapshot.billing_tier,
        snapshot.billing_mode,
        snapshot.low_balance_threshold_usd,
        snapshot.balance_reconciled_at,
        snapshot.usage_through,
        snapshot.period_start,
        snapshot.period_end,
    ]
    return _tag(request, grant, [*account, clock])


def run_tag(request: Request, grant: Grant, revision: int, withheld: str | None) -> str:
    """Return the ETag of one run at its own revision, with its cost or without."""
    return _tag(request, grant, [revision, withheld])


def is_known(request: Request, tag: str) -> bool:
    """Tell whether If-None-Match names the tag; weak tags compare equal to strong ones (RFC 9110, 8.8.3.2)."""
    return any(each.removeprefix("W/") == tag.removeprefix("W/") for each in _sent(request))


def is_any_known(request: Request) -> bool:
    """Tell whether If-None-Match is a star: any answer is known, so there must be one before this is asked."""
    return "*" in _sent(request)


def _sent(request: Request) -> list[str]:
    sent = request.META.get("HTTP_IF_NONE_MATCH")
    return [] if sent is None else parse_etags(sent)


def _tag(request: Request, grant: Grant, made_of: list[Any]) -> str:
    asked = [request.path, sorted(request.query_params.lists()), request.accepted_media_type]
    text = orjson.dumps([grant.organization_id, *asked, *made_of], default=str)
    return f'W/"{hashlib.blake2b(text, key=_key(settings.SECRET_KEY), digest_size=16).hexdigest()}"'


@cache
def _key(secret: str) -> bytes:
    return hashlib.sha256(f"{_SALT}:{secret}".encode()).digest()

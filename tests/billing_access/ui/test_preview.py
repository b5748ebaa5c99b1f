"""Why a key reads no billing data: of its routes' refusals, the one that ``decide`` gives last."""

import itertools
import uuid
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from billing_access import errors
from billing_access.access.decision import KeyFacts
from billing_access.access.models import ApiKey
from billing_access.scopes import ALL_SCOPES, BILLING_STATE_READ, BILLING_USAGE_READ, RUNS_READ
from billing_access.ui.preview import preview

NOW = datetime(2026, 9, 1, tzinfo=UTC)
LIVE = KeyFacts(
    key_id=uuid.UUID(int=1),
    key_name="k",
    is_platform_key=False,
    scopes=ALL_SCOPES,
    created_at=NOW,
    expires_at=NOW + timedelta(days=1),
    expired=False,
    revoked=False,
    organization_pk=1,
    organization_id="o_1",
    organization_name="Acme",
    opted_in=True,
    opted_in_until=None,
    organization_suspended=False,
    platform_suspended=False,
    address_allowed=True,
    use_is_stale=False,
    address=None,
)
# Faults of the key, in the order in which it is refused for them; then those of its organization.
OF_KEY: list[tuple[dict[str, Any], errors.Refusal]] = [
    ({"expired": True}, errors.KEY_EXPIRED),
    ({"revoked": True}, errors.KEY_REVOKED),
    ({"address_allowed": False}, errors.IP_NOT_ALLOWED),
]
OF_ORGANIZATION: list[tuple[dict[str, Any], errors.Refusal]] = [
    ({"organization_suspended": True}, errors.BILLING_READS_SUSPENDED),
    ({"platform_suspended": True}, errors.BILLING_READS_SUSPENDED),
    ({"opted_in": False}, errors.ORG_OPT_IN_REQUIRED),
]
FAULTS = OF_KEY + OF_ORGANIZATION
# For each set of scopes, whether some billing route has its scopes, and whether some other lacks one.
SCOPES = [
    (ALL_SCOPES, True, False),
    (frozenset({BILLING_STATE_READ}), True, True),
    (frozenset({BILLING_USAGE_READ}), True, True),
    (frozenset({RUNS_READ}), False, True),
]


@pytest.mark.parametrize(("scopes", "has_route", "lacks_scope"), SCOPES)
@pytest.mark.parametrize("chosen", list(itertools.product([False, True], repeat=len(FAULTS))))
def test_the_refusal_nearest_to_a_yes_is_told(
    scopes: frozenset[str], has_route: bool, lacks_scope: bool, chosen: tuple[bool, ...]
) -> None:
    facts = replace(LIVE, scopes=scopes)
    for (change, _), is_there in zip(FAULTS, chosen, strict=True):
        facts = replace(facts, **change) if is_there else facts
    told = preview(ApiKey(), facts)
    assert told.why_not == _expected(chosen, has_route, lacks_scope)
    once_open = (*chosen[: len(OF_KEY)], *(False for _ in OF_ORGANIZATION))
    reads = has_route and not any(once_open)
    assert told.stays_refused == ("" if reads else _expected(once_open, has_route, lacks_scope))


def _expected(chosen: tuple[bool, ...], has_route: bool, lacks_scope: bool) -> str:
    refused = [refusal for (_, refusal), is_there in zip(FAULTS, chosen, strict=True) if is_there]
    of_key = [refusal for refusal in refused if refusal in [each for _, each in OF_KEY]]
    if of_key or (refused and has_route):
        return refused[0].title
    return errors.INSUFFICIENT_SCOPE.title if lacks_scope else ""

"""The constraints of the database on keys and suspensions, attacked with raw SQL."""

import uuid
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from billing_access.access.models import ApiKey, Suspension
from orgs.models import Organization

_INSERT = """
INSERT INTO billing_api_key (id, organization_id, created_by_kind, is_platform_key, allowed_networks, name,
                     digest, first_characters, last_characters, scopes, created_at, expires_at)
VALUES (%(id)s, %(organization)s, 'user', false, '{}', %(name)s,
        decode(repeat('a7', %(length)s), 'hex'), 'bak_live_abc', 'wxyz',
        %(scopes)s::text[], timestamptz '2026-01-01 00:00+00', %(expires_at)s::timestamptz)
"""


def _insert(organization: Organization, **changes: Any) -> None:
    good = {
        "id": uuid.uuid4(),
        "organization": organization.pk,
        "name": "Raw",
        "length": 32,
        "scopes": ["runs:read"],
        "expires_at": "2026-04-01 00:00+00",
    }
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_INSERT, {**good, **changes})


def test_a_good_row_is_taken(acme: Organization) -> None:
    _insert(acme, expires_at="2027-01-02 00:00+00")
    assert ApiKey.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"length": 31}, "api_key_digest_is_sha256"),
        ({"length": 33}, "api_key_digest_is_sha256"),
        ({"length": 0}, "api_key_digest_is_sha256"),
        ({"scopes": []}, "api_key_has_a_scope"),
        ({"scopes": ["*"]}, "api_key_scopes_are_known"),
        ({"scopes": ["billing.state:write"]}, "api_key_scopes_are_known"),
        ({"scopes": ["runs:read", "admin"]}, "api_key_scopes_are_known"),
        ({"scopes": ["Runs:Read"]}, "api_key_scopes_are_known"),
        ({"scopes": ["runs:read "]}, "api_key_scopes_are_known"),
        ({"scopes": [""]}, "api_key_scopes_are_known"),
        ({"scopes": [None]}, "api_key_scopes_are_known"),
        ({"scopes": ["runs:read", None]}, "api_key_scopes_are_known"),
        ({"scopes": None}, "scopes"),
        ({"expires_at": None}, "expires_at"),
        ({"expires_at": "2027-01-02 00:00:00.000001+00"}, "api_key_lives_366_days_at_most"),
        ({"expires_at": "infinity"}, "api_key_lives_366_days_at_most"),
        ({"name": ""}, "api_key_has_a_name"),
    ],
)
def test_a_bad_row_is_refused(acme: Organization, changes: dict[str, Any], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        _insert(acme, **changes)
    assert not ApiKey.objects.exists()


def test_a_digest_is_there_once(acme: Organization, other: Organization) -> None:
    _insert(acme)
    with pytest.raises(IntegrityError, match="digest"):
        _insert(other)


@pytest.mark.parametrize(
    "change",
    ["scopes = '{}'", "scopes = scopes || '{everything}'", "digest = '\\x00'", "expires_at = created_at + '367 days'"],
)
def test_a_good_row_stays_good(acme: Organization, change: str) -> None:
    _insert(acme)
    with pytest.raises(IntegrityError, match="api_key_"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE billing_api_key SET {change}")


def test_one_suspension_in_force_for_each_and_for_all(acme: Organization) -> None:
    for organization in (acme, None):
        Suspension.objects.create(organization=organization, reason="first")
        with pytest.raises(IntegrityError, match="billing_suspension_in_force_once"), transaction.atomic():
            Suspension.objects.create(organization=organization, reason="second")
    with pytest.raises(IntegrityError, match="suspension_has_a_reason"), transaction.atomic():
        Suspension.objects.create(organization=acme, reason="")


def test_emails_are_lower_case(acme: Organization, alice: Any) -> None:
    with pytest.raises(IntegrityError, match="user_email_is_lower_case"), connection.cursor() as cursor:
        cursor.execute("UPDATE billing_accounts_user SET email = 'Alice@example.com'")

"""A log that is sealed in the test itself."""

from collections.abc import Callable

import pytest
from django.db import connection

from orgs.audit.origin import Origin
from orgs.audit.record import Actor, Target, record
from orgs.audit.sealing import seal_batch
from orgs.audit.signing import Signer

SIGNER = Signer.generate("tests")
WHO = Actor("user", "7", "alice@example.com", Origin("req_1", "192.0.2.7", "curl/8 ünï"))


@pytest.fixture
def signer() -> Signer:
    """The sealer's key."""
    return SIGNER


@pytest.fixture
def write(db: None) -> Callable[..., list[str]]:
    """Record events in one log: ``write(3)``, ``write(2, "o_2")``. Returns their ids."""

    def some(number: int, organization_id: str | None = "o_1", actor: Actor = WHO) -> list[str]:
        return [
            str(
                record(
                    "billing_reads.enabled",
                    organization_id=organization_id,
                    actor=actor,
                    target=Target("organization", "o_1", "Acme"),
                    changes={"billing_reads": ("off", "on")},
                    details={"reason": f"number {each}"},
                )
            )
            for each in range(number)
        ]

    return some


@pytest.fixture
def seal(signer: Signer) -> Callable[[], int]:
    """Seal all there is; returns how many."""

    def everything() -> int:
        sealed = 0
        while batch := seal_batch(signer):
            sealed += batch
        return sealed

    return everything


@pytest.fixture
def as_superuser(db: None) -> Callable[..., int]:
    """Run one statement as somebody who has lifted the triggers; returns how many rows it took."""

    def run(statement: str, parameters: list[object] | None = None) -> int:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT DISTINCT tgrelid::regclass FROM pg_trigger"
                " WHERE NOT tgisinternal AND tgrelid::regclass::text LIKE 'audit\\_%%'"
            )
            for (table,) in cursor.fetchall():
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            cursor.execute(statement, parameters)
            return int(cursor.rowcount)

    return run

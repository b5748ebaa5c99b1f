"""Checks of ``manage.py doctor``: the audit log, its sealer and its verification."""

from datetime import timedelta
from typing import Final

from billing_audit.reading.log_health import LogHealth, Verification, read_log_health
from billing_audit.verification.report import Verdict
from config.doctor.checks import Check, Group, State, ago, duration, is_recent
from orgs.audit_verification import EXIT_CODES

SEALER_WORKED_WITHIN: Final = timedelta(seconds=120)
SEALED_WITHIN: Final = timedelta(seconds=120)
PUBLISHED_WITHIN: Final = timedelta(hours=3)
VERIFIED_WITHIN: Final = timedelta(hours=26)
FEWEST_MONTHS_AHEAD: Final = 1
# Verdicts that need nobody; and nobody has verified the log yet.
GOOD_VERDICTS: Final = {str(each) for each in Verdict if EXIT_CODES[each] == 0} | {""}


def _timeline(log: LogHealth) -> tuple[bool, str]:
    found = (
        "the database is the one that was accepted"
        if log.timeline_accepted
        else ("the database was restored or failed over, and nobody has accepted that: every read gets 503")
    )
    return log.timeline_accepted, found


def _unsealed(log: LogHealth) -> tuple[bool, str]:
    if not log.unsealed:
        return True, "no event waits for the sealer"
    waiting = f"events that wait for the sealer: {log.unsealed}, the oldest for {duration(log.oldest_unsealed)}"
    return log.oldest_unsealed <= SEALED_WITHIN, waiting


def _partitions(log: LogHealth) -> tuple[bool, str]:
    is_well = not log.partition_faults and log.months_ahead >= FEWEST_MONTHS_AHEAD
    return is_well, f"months ahead: {log.months_ahead}; missing, or with rows that fit no month: {log.partition_faults}"


def _verified(log: LogHealth) -> tuple[bool, str]:
    by = f" by {log.verified.by}" if log.verified.by else ""
    return is_recent(log.verified.at, VERIFIED_WITHIN), f"last verified: {ago(log.verified.at)}{by}"


def _self_verified(log: LogHealth) -> tuple[bool, str]:
    found = f"last verified by the worker (the site judges itself): {ago(log.self_verified.at)}"
    return is_recent(log.self_verified.at, VERIFIED_WITHIN), found


def _verdict(log: LogHealth) -> tuple[bool, str]:
    known: list[Verification] = [each for each in (log.verified, log.self_verified) if each.at]
    found = "; ".join(f"{each.verdict}, says {each.by}" for each in known) or "nobody has verified it"
    return all(each.verdict in GOOD_VERDICTS for each in known), found


LOG: Final = Group(
    "log",
    read_log_health,
    (
        Check(
            "database.timeline",
            State.FAIL,
            _timeline,
            "Run `manage.py record_restore`, or `record_failover --nothing-lost` if nothing is lost: docs/operations.md"
            ' says which ("After a restore").',
            alert="TimelineNotAccepted",
        ),
        Check(
            "log.sealer",
            State.FAIL,
            lambda log: (
                is_recent(log.sealer_beat_at, SEALER_WORKED_WITHIN),
                f"the sealer last worked: {ago(log.sealer_beat_at)}",
            ),
            "Start `manage.py seal_audit`, or look at its log.",
            alert="SealerStopped",
        ),
        Check(
            "log.unsealed", State.FAIL, _unsealed, "Look at the log of `manage.py seal_audit`.", alert="EventsUnsealed"
        ),
        Check(
            "log.partitions",
            State.WARN,
            _partitions,
            "Run `manage.py audit_partitions` as the owner of the tables; with --check it says which.",
            alert="PartitionsMissing",
        ),
        Check(
            "log.published",
            State.WARN,
            lambda log: (
                is_recent(log.published_at, PUBLISHED_WITHIN),
                f"checkpoints were last published: {ago(log.published_at)}",
            ),
            "Look at AUDIT_CHECKPOINTS and at the worker's log.",
            alert="CheckpointsNotPublished",
        ),
        Check(
            "log.verified",
            State.WARN,
            _verified,
            "Run `manage.py verify_audit --against CHECKPOINTS` once a day on another machine.",
            alert="LogUnverified",
        ),
        Check(
            "log.self_verified",
            State.WARN,
            _self_verified,
            "Set AUDIT_CHECKPOINTS and AUDIT_VERIFIERS for the worker, and look at its log.",
        ),
        Check(
            "log.verdict",
            State.FAIL,
            _verdict,
            "Leave everything as it is and run `manage.py verify_audit --against CHECKPOINTS`; docs/audit.md says"
            " what the verdict means.",
            alert="LogNotIntact",
        ),
        Check(
            "log.restores", State.WARN, lambda log: (True, f"statements that a restore lost events: {log.restores}"), ""
        ),
    ),
)

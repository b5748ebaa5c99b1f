"""What must hold after the chaos. Each check returns its breaches, as sentences."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from django.db.models import Sum
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from billing_access.access import key_format
from billing_access.access.models import ApiKey, OptIn
from billing_access.billing.ingest.models import Batch
from billing_access.billing.models import Run
from billing_audit.models import AuditEvent, AuditRepeat
from billing_audit.record import DENIALS_A_MINUTE
from orgs.mail.notify import SEND_EMAIL
from tests.chaos.book import ALWAYS_POSSIBLE, NOTHING, OFF, ON, SERVED, WITHHELD, Book

_EMAIL: Final = "billing_access/email/{}.txt"
_EMAILS: Final = tuple(
    _EMAIL.format(name)
    for name in (
        "api_key_created", "api_key_rotated", "api_key_widened", "api_key_revoked", "billing_reads_on",
        "billing_reads_off",
    )
)  # fmt: skip
_OPT_IN_EVENTS: Final = {"billing_reads.enabled": ON, "billing_reads.disabled": OFF}
# The events of which an acknowledged change has left one. A key that a rotation ended stays as a revocation finds it.
_EVENTS: Final = {
    "create": ["api_key.created"],
    "scopes": ["api_key.scopes_changed"],
    "rotate": ["api_key.rotated"],
    "revoke": ["api_key.revoked", "api_key.rotated"],
}


def breaches(book: Book, cost_usd: str) -> list[str]:
    """Return every breach. ``cost_usd`` is what each imported run costs."""
    return [
        *served_without_event(book),
        *refused_without_event(book),
        *answered_otherwise(book),
        *changes_lost(book),
        *keys_unlike_the_log(),
        *opt_ins_unlike_the_log(),
        *emails_unlike_the_log(),
        *imports_unlike_the_files(book, cost_usd),
    ]


def served_without_event(book: Book) -> Iterator[str]:
    """Each read that was served has exactly one event, with the same request id, key, organization and action."""
    recorded = defaultdict(list)
    events = AuditEvent.objects.filter(actor_kind="api_key", outcome="allowed")
    for request_id, *event in events.values_list("request_id", "action", "actor_id", "organization_id"):
        recorded[request_id].append(event)
    for read in book.reads:
        event = [read.route.event, read.key.id, read.key.organization]
        if read.outcome in {SERVED, WITHHELD} and recorded[read.request_id] != [event]:
            yield f"{read} was served, and its events are {recorded[read.request_id]}"


def refused_without_event(book: Book) -> Iterator[str]:
    """Each refusal is counted, and of identical ones the first ten of a minute have an event."""
    refused = Counter(
        (read.key.id, read.route.event, read.outcome)
        for read in book.reads
        if read.outcome not in {SERVED, WITHHELD, NOTHING}
    )
    columns = ("pk", "actor_id", "action", "reason_code")
    denials = {pk: event for pk, *event in AuditEvent.objects.filter(outcome="denied").values_list(*columns)}
    written = Counter(map(tuple, denials.values()))
    counted: Counter[Any] = Counter()
    due: Counter[Any] = Counter()
    for first, count in AuditRepeat.objects.values_list("first_event_id", "count"):
        identity = tuple(denials.get(first, ["no event"]))
        counted[identity] += count
        due[identity] += min(count, DENIALS_A_MINUTE)
    for identity, count in refused.items():
        if counted[identity] < count:
            yield f"{identity} was refused {count} times, and {counted[identity]} are counted"
    if written != due:
        yield f"denials were counted that have no event, or the other way round: {written - due}, {due - written}"


def answered_otherwise(book: Book) -> Iterator[str]:
    """No read is served after what ended it was acknowledged, and none refused after what allowed it was."""
    for read in book.reads:
        possible = book.possible(read)
        if possible is not None and read.outcome not in possible | ALWAYS_POSSIBLE:
            yield f"{read}: possible was {possible}"


def changes_lost(book: Book) -> Iterator[str]:
    """Each acknowledged change is in the tables and in the log, and each secret that was shown is its key's."""
    events = Counter(AuditEvent.objects.filter(target_kind="api_key").values_list("target_id", "action"))
    stored = {str(key.pk): key for key in ApiKey.objects.all()}
    opt_ins = {each.organization.public_id: each for each in OptIn.objects.select_related("organization")}
    for subject, changes in book.changes.items():
        verbs = Counter(change.verb for change in changes if change.acknowledged is not None)
        for verb in verbs.keys() & _EVENTS.keys():
            if sum(events[subject, action] for action in _EVENTS[verb]) < verbs[verb]:
                yield f"{verb} of {subject} was acknowledged {verbs[verb]} times, and the log has fewer"
        last, key, opt_in = book.state(subject), stored.get(subject), opt_ins.get(subject)
        is_key = verbs["create"] > 0
        now = _scopes_now(key) if is_key else ON if opt_in is not None and opt_in.enabled else OFF
        if last is not None and last != now:
            yield f"{changes[-1]} was acknowledged, and now it is {now}"
    for each in book.keys:
        if each.secret and bytes(stored[each.id].digest if each.id in stored else b"") != key_format.digest(
            each.secret
        ):
            yield f"the secret of {each.id} was shown, and is not stored"


def _scopes_now(key: ApiKey | None) -> frozenset[str] | None:
    """Return the key's scopes, none if it is revoked; None if there is no such key."""
    if key is None:
        return None
    is_over = key.revoked_at is not None and key.revoked_at <= timezone.now()
    return frozenset() if is_over else frozenset(key.scopes)


def keys_unlike_the_log() -> Iterator[str]:
    """The keys are what their events made of them: none without its event, and no event without its change."""
    logged: dict[str, dict[str, Any]] = {}
    actions = {action for each in _EVENTS.values() for action in each}
    events = AuditEvent.objects.filter(action__in=actions, target_kind="api_key").order_by("pk")
    for event in events:
        key = logged.setdefault(event.target_id, {"created": 0, "scopes": [], "is_ended": False})
        before, after = event.changes.get("scopes", (None, None))
        if event.action == "api_key.created":
            key["created"] += 1
        elif before is not None and before != key["scopes"]:
            yield f"the log of {event.target_id} misses a change before {event.pk}: {key['scopes']}, then {before}"
        key["scopes"] = after or key["scopes"]
        key["is_ended"] |= event.action in {"api_key.revoked", "api_key.rotated"}
    for stored in ApiKey.objects.all():
        now = {"created": 1, "scopes": sorted(stored.scopes), "is_ended": stored.revoked_at is not None}
        if (then := logged.pop(str(stored.pk), None)) != now:
            yield f"the key {stored.pk} is {now}, and its log says {then}"
    for gone in logged:
        yield f"the log has the key {gone}, which does not exist"


def opt_ins_unlike_the_log() -> Iterator[str]:
    """Each opt-in is what the last event says, and has as many versions as there are events."""
    for opt_in in OptIn.objects.select_related("organization"):
        events = AuditEvent.objects.filter(organization_id=opt_in.organization.public_id, action__in=_OPT_IN_EVENTS)
        actions = list(events.order_by("pk").values_list("action", flat=True))
        now = (opt_in.version, ON if opt_in.enabled else OFF)
        if now != (len(actions), _OPT_IN_EVENTS[actions[-1]] if actions else OFF):
            yield f"the opt-in of {opt_in.organization} is {now}, its log has {len(actions)} changes: {actions[-3:]}"


def emails_unlike_the_log() -> Iterator[str]:
    """The job of each e-mail is there, and no other: an organization's one owner is told of each change once."""
    queued: Counter[Any] = Counter()
    for arguments in ProcrastinateJob.objects.filter(task_name=SEND_EMAIL).values_list("args", flat=True):
        if arguments["template"] in _EMAILS:
            queued[arguments["template"], arguments["context"].get("key_id")] += 1
    due = Counter(email for event in AuditEvent.objects.exclude(actor_kind="api_key") for email in _emails_of(event))
    if queued != due:
        yield f"e-mails without an event: {queued - due}; events without an e-mail: {due - queued}"


def _emails_of(event: AuditEvent) -> Iterator[tuple[str, str | None]]:
    changes = event.changes if event.target_kind == "api_key" else {}
    before, after = changes.get("scopes", ([], []))
    name: str | None = None
    if event.action == "api_key.created":
        name = "api_key_rotated" if "predecessor" in changes else "api_key_created"
    elif event.action == "api_key.scopes_changed" and set(after) - set(before):
        name = "api_key_widened"
    elif event.action == "api_key.revoked" and event.actor_kind != "user":
        name = "api_key_revoked"
    if name:
        yield _EMAIL.format(name), event.target_id
    if event.action in _OPT_IN_EVENTS:
        yield _EMAIL.format(f"billing_reads_{'on' if _OPT_IN_EVENTS[event.action] else 'off'}"), None


def imports_unlike_the_files(book: Book, cost_usd: str) -> Iterator[str]:
    """Each run of each file is there once, and batches and events have counted as many. All files are acknowledged."""
    due = Counter(run_id for each in book.imports for run_id in each.run_ids)
    stored = Counter(Run.objects.values_list("run_id", flat=True))
    if stored != due:
        yield f"{sum((due - stored).values())} runs are missing, {sum((stored - due).values())} too many"
    imported = AuditEvent.objects.filter(action="runs.imported")
    counts = {
        "runs": sum(stored.values()),
        "batches": Batch.objects.aggregate(count=Sum("inserted", default=0))["count"],
        "events": sum(event.details["inserted"] for event in imported),
    }
    if len(set(counts.values())) > 1:
        yield f"imported runs differ: {counts}"
    usage = Run.objects.aggregate(usd=Sum("total_cost_usd", default=0))["usd"]
    if usage != sum(stored.values()) * Decimal(cost_usd):
        yield f"{counts['runs']} runs cost {usage}"
    if not all(each.is_acknowledged for each in book.imports):
        yield "an import never succeeded"

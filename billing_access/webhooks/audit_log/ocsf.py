"""Audit events in the Open Cybersecurity Schema Framework: class API Activity (6003).

What has no attribute there is in ``unmapped``, with the log and the leaf index, by which an event is found in the log
itself. ``raw_data`` is the sealed text: its leaf hash is the one of the native form.
"""

from collections.abc import Sequence
from typing import Any, Final

from billing_audit.reading.leaf_ranges import SealedEvent
from billing_audit.reading.queries import Entry
from billing_audit.reading.serializers import event_body

VERSION: Final = "1.6.0"
FORMAT: Final = f"ocsf/{VERSION}"
_PRODUCT: Final = {"name": "Billing Access", "vendor_name": "Billing Access"}
_CLASS: Final = 6003
_CLASSIFIED: Final = {
    "category_uid": 6,
    "category_name": "Application Activity",
    "class_uid": _CLASS,
    "class_name": "API Activity",
}
_ALLOWED: Final = {"severity_id": 1, "severity": "Informational", "status_id": 1, "status": "Success"}
_DENIED: Final = {"severity_id": 2, "severity": "Low", "status_id": 2, "status": "Failure"}
_CREATE, _READ, _UPDATE, _DELETE, _OTHER = 1, 2, 3, 4, 99
_ACTIVITIES: Final = {_CREATE: "Create", _READ: "Read", _UPDATE: "Update", _DELETE: "Delete"}
# What an action does, by its end: what follows the full stop, or its last word. Others are of the activity "Other",
# under their own title.
_BY_END: Final = {
    **dict.fromkeys(("added", "created", "credited", "imported", "invited", "linked", "registered"), _CREATE),
    **dict.fromkeys(
        ("alert_sent", "audit_sent", "checked", "export_begun", "export_ended", "read", "verified", "viewed"), _READ
    ),
    **dict.fromkeys(
        (
            "activated", "adopted", "canceled", "changed", "closed", "confirmed", "corrected", "disabled",
            "email_restored", "enabled", "encrypted", "marked_complete", "mended", "mirrored", "muted", "paused",
            "reconciled", "renamed", "reopened", "repaired", "rotated", "set", "suspended", "unmuted", "unsuspended",
            "updated",
        ),
        _UPDATE,
    ),
    **dict.fromkeys(
        ("deleted", "dropped", "erased", "left", "purged", "removed", "revoked", "unlinked", "unregistered", "voided"),
        _DELETE,
    ),
}  # fmt: skip
# OCSF's types of users, by kind of actor.
_USER_TYPES: Final = {"user": (1, "User"), "staff": (2, "Admin"), "system": (3, "System"), "anonymous": (0, "Unknown")}
_NAMES: Final = ("changes", "details", "repeats", "withheld", "personal_data_erased", "texts_erased")


def data(head: dict[str, Any], events: Sequence[SealedEvent]) -> dict[str, Any]:
    """Return the data of a message: its native head with this form's name, and the events.

    A purged event, of which nothing but its leaf is left, is left out: the head says the range.
    """
    shaped = [api_activity(each.entry) for each in events if each.entry is not None]
    return {**head, "format": FORMAT, "events": shaped}


def api_activity(entry: Entry) -> dict[str, Any]:
    """Return an event as API Activity."""
    body = event_body(entry)
    activity = activity_of(entry.event.action)
    shaped: dict[str, Any] = {
        **_CLASSIFIED,
        **(_DENIED if body["outcome"] == "denied" else _ALLOWED),
        "activity_id": activity,
        "activity_name": _ACTIVITIES.get(activity, entry.title),
        "type_uid": _CLASS * 100 + activity,
        "type_name": f"API Activity: {_ACTIVITIES.get(activity, 'Other')}",
        "time": int(entry.event.recorded_at.timestamp() * 1000),
        "message": entry.title,
        "metadata": _metadata(entry, body),
        "actor": {"user": _user(body)},
        "api": {"operation": entry.event.action, "service": {"name": _PRODUCT["name"]}},
        "src_endpoint": {"ip": body["address"]} if body["address"] else {"svc_name": _PRODUCT["name"]},
        "raw_data": body["body"],
        "unmapped": {"log": entry.log, "leaf_index": entry.leaf_index, **{each: body[each] for each in _NAMES}},
    }
    if body["reason_code"]:
        shaped["status_code"] = body["reason_code"]
    if body["request_id"]:
        shaped["api"]["request"] = {"uid": body["request_id"]}
    if body["user_agent"]:
        shaped["http_request"] = {"user_agent": body["user_agent"]}
    if body["target_kind"]:
        shaped["resources"] = [_named(body["target_kind"], body["target_id"], body["target_name"])]
    return shaped


def activity_of(action: str) -> int:
    """Return the id of the activity."""
    end = action.rpartition(".")[2]
    return _BY_END.get(end) or _BY_END.get(end.rpartition("_")[2], _OTHER)


def _metadata(entry: Entry, body: dict[str, Any]) -> dict[str, Any]:
    return {
        "version": VERSION,
        "product": _PRODUCT,
        "uid": body["id"],
        "event_code": entry.event.action,
        "log_name": entry.log,
        "sequence": entry.leaf_index,
        "original_time": body["recorded_at"],
    } | ({"tenant_uid": entry.event.organization_id} if entry.event.organization_id else {})


def _user(body: dict[str, Any]) -> dict[str, Any]:
    kind = body["actor_kind"]
    type_id, type_name = _USER_TYPES.get(kind, (99, "API key" if kind == "api_key" else str(kind)))
    return _named(type_name, body["actor_id"], body["actor_name"], type_id=type_id)


def _named(kind: str, uid: str | None, name: str | None, **values: Any) -> dict[str, Any]:
    """Return a user or a resource, which needs a name or an id: where there is neither, the kind is the name."""
    found = {"type": kind, **values} | ({"uid": uid} if uid else {})
    return found | ({"name": name or kind} if name or not uid else {})

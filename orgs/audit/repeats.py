"""How often a denial was repeated beyond the events that show it."""

import uuid
from collections.abc import Collection

from orgs.audit.models import AuditRepeat
from orgs.audit.record import DENIALS_A_MINUTE


def repeats_for(event_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, int]:
    """Return, for the first event of each tally among ``event_ids``, how many denials were counted only. One query.

    The first ten of a minute are events of their own and not in this number; an event without more is absent.
    """
    tallies = AuditRepeat.objects.filter(first_event_id__in=event_ids, count__gt=DENIALS_A_MINUTE)
    return {first: count - DENIALS_A_MINUTE for first, count in tallies.values_list("first_event_id", "count")}

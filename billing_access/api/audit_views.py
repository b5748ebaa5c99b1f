"""The audit log, for programs: by pages, newest first, or in the order of the seal, to be followed without a gap."""

import uuid
from typing import Any

from rest_framework.request import Request
from rest_framework.response import Response

from billing_access import routes
from billing_access.access.decision import decide
from billing_access.api import parameters, schema, signed_cursors
from billing_access.api.base_views import ReadView
from billing_audit.reading.feed import follow
from billing_audit.reading.filters import filters_for_audit
from billing_audit.reading.queries import Entry, page
from billing_audit.reading.serializers import event_body
from billing_audit.record import Json


class AuditEventsView(ReadView):
    """Events of the key's organization. Statements: 4, the decision, the events, their personal data and the record.

    3 where there is no event; in the order of the seal one or two more, as ``follow`` says. Figures are withheld where
    the key may not read them.
    """

    route = routes.AUDIT_EVENTS

    @schema.AUDIT_EVENTS
    def get(self, request: Request) -> Response:
        """Read a page of events."""
        asked = parameters.audit_parameters(request.query_params)
        owner, cursor, place = self.facts.organization_id, request.query_params.get("cursor"), None
        if cursor is not None:
            place = signed_cursors.decode_audit_cursor(cursor, organization_id=owner, asked=asked)
        withheld = decide(self.facts, routes.AUDIT_FIGURES)
        entries, following, has_more = self._page(asked, place, with_figures=withheld is None)
        recorded: dict[str, Json] = {
            **filters_for_audit(asked.filters),
            "order": "asc" if asked.is_ascending else "desc",
            "limit": asked.limit,
            "paged": cursor is not None,
            "rows": len(entries),
        }
        self.record(**recorded)
        next_cursor = None
        if following is not None:
            next_cursor = signed_cursors.encode_audit_cursor(following, organization_id=owner, asked=asked)
        events = [event_body(entry) for entry in entries]
        headers = {"X-Figures-Withheld": withheld.refusal.code} if withheld else {}
        return Response({"has_more": has_more, "next_cursor": next_cursor, "events": events}, headers=headers)

    def _page(
        self, asked: parameters.AuditParameters, place: Any, *, with_figures: bool
    ) -> tuple[list[Entry], str | int | None, bool]:
        organization = self.facts.organization_id
        if asked.is_ascending:
            step = follow(organization, asked.filters, with_figures=with_figures, leaf_index=place, size=asked.limit)
            return step.entries, step.next_leaf_index, step.has_more
        before = None if place is None else uuid.UUID(place)
        entries, following = page(
            organization, asked.filters, with_figures=with_figures, before=before, size=asked.limit
        )
        return entries, str(following) if following else None, following is not None

"""``GET /v1/audit-events``: the audit log, newest first or in the order in which events are sealed."""

import uuid
from typing import Any, Final

from rest_framework.request import Request
from rest_framework.response import Response

from billing_access import errors, routes
from billing_access.access.decision import decide
from billing_access.api import parameters, signed_cursors
from billing_access.api.base_views import ReadView
from billing_access.api.problems import RequestRefused
from billing_audit.reading.feed import LeavesLost, follow
from billing_audit.reading.filters import filters_for_audit
from billing_audit.reading.queries import Entry, FiltersTooBroad, page
from billing_audit.reading.serializers import event_body

# A page takes some milliseconds, by any one filter. Only filters of which each matches very many events and all of them
# together hardly any take longer.
WITHIN_MS: Final = 900
TOO_BROAD: Final = (
    "Finding events that match all of these filters takes too long. Send from and to, or fewer filters, or "
    "order=asc, which reads the log in steps."
)


class AuditEventsView(ReadView):
    """Events of the key's organization, without the figures that the key may not read.

    Statements: 4 (decision, events, their personal data, record), 3 if there are no events. With ``order=asc`` one or
    two more, which ``follow`` describes.
    """

    route = routes.AUDIT_EVENTS

    def get(self, request: Request) -> Response:
        """Read a page of events."""
        query = parameters.audit_parameters(request.query_params)
        organization_id, cursor, position = self.facts.organization_id, request.query_params.get("cursor"), None
        if cursor is not None:
            position = signed_cursors.decode_audit_cursor(cursor, organization_id=organization_id, query=query)
        figures_verdict = decide(self.facts, routes.AUDIT_FIGURES)
        entries, next_position, has_more = self._page(query, position, with_figures=figures_verdict is None)
        self.record(
            **filters_for_audit(query.filters),
            order="asc" if query.is_ascending else "desc",
            limit=query.limit,
            paged=cursor is not None,
            rows=len(entries),
        )
        next_cursor = None
        if next_position is not None:
            next_cursor = signed_cursors.encode_audit_cursor(
                next_position, organization_id=organization_id, query=query
            )
        body = {"has_more": has_more, "next_cursor": next_cursor, "events": [event_body(entry) for entry in entries]}
        headers = {"X-Figures-Withheld": figures_verdict.refusal.code} if figures_verdict else {}
        return Response(body, headers=headers)

    def _page(
        self, query: parameters.AuditParameters, position: Any, *, with_figures: bool
    ) -> tuple[list[Entry], signed_cursors.AuditPosition | None, bool]:
        """Return the events after the position, the next page's position, and whether to ask for it now.

        A position is an index in the order of the seal and, after a restore, the log's name, if ascending; else an
        event's id. None: the first page, and as the next position, no further page.
        """
        organization = self.facts.organization_id
        if query.is_ascending:
            leaf_index, log = position if isinstance(position, tuple) else (position, None)
            try:
                step = follow(
                    organization, query.filters, with_figures=with_figures, leaf_index=leaf_index, size=query.limit,
                    log=log,
                )  # fmt: skip
            except LeavesLost:
                raise signed_cursors.walk_ended("cursor") from None
            is_first_name = step.log == organization
            next_position = step.next_leaf_index if is_first_name else (step.next_leaf_index, step.log)
            return step.entries, next_position, step.has_more
        before = None if position is None else uuid.UUID(position)
        try:
            entries, next_id = page(
                organization, query.filters, with_figures=with_figures, before=before, size=query.limit,
                within_ms=WITHIN_MS,
            )  # fmt: skip
        except FiltersTooBroad:
            raise RequestRefused(errors.RANGE_TOO_WIDE, (("from", TOO_BROAD),)) from None
        return entries, str(next_id) if next_id else None, next_id is not None

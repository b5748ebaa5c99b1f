"""``GET /v1/billing/entries``: the entries of the balance in pages, newest first."""

from rest_framework.request import Request
from rest_framework.response import Response

from billing_access import routes
from billing_access.api import bodies, parameters, signed_cursors
from billing_access.api.base_views import AccountView
from billing_access.api.renderers import CsvRenderer, JsonRenderer
from billing_access.billing.reports.entries import EntriesQuery, read_entries
from billing_access.billing.reports.usage_query import WalkEnded
from billing_audit.record import Json


class EntriesView(AccountView):
    """Balance entries and the totals of the account. Statements: 3 (decision, page, record).

    With If-None-Match: 3 for a 304 (decision, snapshot, record), else 4.
    """

    route = routes.BILLING_ENTRIES
    renderer_classes = (JsonRenderer, CsvRenderer)
    table = staticmethod(bodies.entries_table)

    def get(self, request: Request) -> Response:
        """Read a page of entries."""
        organization_id, cursor = self.grant.organization_id, None
        query = parameters.entries_query(request.query_params)
        if (text := request.query_params.get("cursor")) is not None:
            cursor = signed_cursors.decode_entries_cursor(text, organization_id=organization_id, query=query)
        if (unchanged := self.not_modified(self.account_snapshot())) is not None:
            self._record(query, rows=0, not_modified=True)
            return unchanged
        try:
            page = read_entries(self.grant, query, cursor)
        except WalkEnded:
            raise signed_cursors.walk_ended("cursor") from None
        self._record(query, rows=len(page.entries))
        next_cursor = None
        if page.next_cursor is not None:
            next_cursor = signed_cursors.encode_entries_cursor(
                page.next_cursor, organization_id=organization_id, query=query
            )
        return self.answer(bodies.entries_body(query, page, next_cursor), page.snapshot, next_cursor)

    def _record(self, query: EntriesQuery, **details: Json) -> None:
        self.record(
            **{"from": query.start, "to": query.end},
            limit=query.limit,
            paged="cursor" in self.request.query_params,
            **details,
        )

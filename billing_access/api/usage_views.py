"""The views of usage: its runs by pages."""

from dataclasses import replace
from datetime import datetime

from rest_framework.request import Request
from rest_framework.response import Response

from billing_access import errors, routes
from billing_access.api import parameters, schema, serializing
from billing_access.api.problems import RequestRefused
from billing_access.api.read_view import ReadView
from billing_access.billing import cursor as cursors
from billing_access.billing.usage import UsageQuery, read_usage
from orgs.audit.record import Json


class BillingUsageView(ReadView):
    """Runs with cost and tokens, by pages. Queries: the decision, the page; and the record's one.

    With If-None-Match: the decision and the head, and the page where it is not known.
    """

    route = routes.BILLING_USAGE

    @schema.BILLING_USAGE
    def get(self, request: Request) -> Response:
        """Read a page of usage."""
        query = self._query(request)
        cursor = self._cursor(request, query)
        if (head := self.unchanged_head()) is not None:
            self._record(query, *query.range(head, cursor), rows=0, not_modified=True)
            return self.not_modified(head)
        page = read_usage(self.grant, query, cursor)
        if page.start >= page.end:
            raise RequestRefused(errors.INVALID_PARAMETER, ((_one_side(query), _beyond_period(query)),))
        self._record(query, page.start, page.end, rows=len(page.runs))
        owner = self.grant.organization_id
        following = cursors.encode(page.next_cursor, organization_id=owner, query=query) if page.next_cursor else None
        through = cursors.encode_bookmark(page.bookmark, organization_id=owner, query=query)
        return self.answer(serializing.usage_body(page, following, through), page.head)

    def _record(self, query: UsageQuery, start: datetime, end: datetime, **details: Json) -> None:
        self.record(
            **{"from": serializing.format_time(start), "to": serializing.format_time(end)},
            tags=[f"{key}:{value}" for key, value in query.tags],
            limit=query.limit,
            paged="cursor" in self.request.query_params,
            copied=query.updated_after is not None,
            **details,
        )

    def _query(self, request: Request) -> UsageQuery:
        query = parameters.usage_query(request.query_params)
        text = request.query_params.get("updated_after")
        if text is None:
            return query
        try:
            bookmark = cursors.decode_bookmark(text, organization_id=self.grant.organization_id, query=query)
        except cursors.InvalidCursor as error:
            raise RequestRefused(errors.INVALID_CURSOR, (("updated_after", f"It is {error}."),)) from None
        own = {"from": (query.start, bookmark.start), "to": (query.end, bookmark.end)}
        faults = [
            (name, f"updated_after is of another range. Leave it out, or send {serializing.format_time(pinned)}.")
            for name, (asked, pinned) in own.items()
            if asked is not None and asked != pinned
        ]
        if faults:
            raise RequestRefused(errors.INVALID_PARAMETER, tuple(faults))
        return replace(query, updated_after=bookmark)

    def _cursor(self, request: Request, query: UsageQuery) -> cursors.Cursor | None:
        text = request.query_params.get("cursor")
        if text is None:
            return None
        try:
            return cursors.decode(text, organization_id=self.grant.organization_id, query=query)
        except cursors.InvalidCursor as error:
            raise RequestRefused(errors.INVALID_CURSOR, (("cursor", f"It is {error}."),)) from None


def _one_side(query: UsageQuery) -> str:
    return "to" if query.end else "from"


def _beyond_period(query: UsageQuery) -> str:
    missing = "from" if query.end else "to"
    return f"It lies outside the current period, which stands in for the missing `{missing}`. Send `{missing}` too."

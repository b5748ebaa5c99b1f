"""The views of usage: runs in pages (``/v1/billing/usage``) and sums (``/v1/billing/usage/summary``)."""

from dataclasses import replace
from datetime import datetime

from rest_framework.request import Request
from rest_framework.response import Response

from billing_access import errors, routes
from billing_access.api import bodies, parameters, signed_cursors
from billing_access.api.base_views import AccountView
from billing_access.api.problems import RequestRefused
from billing_access.api.renderers import CsvRenderer, JsonRenderer
from billing_access.billing.reports.account_snapshot import AccountSnapshot, read_snapshot
from billing_access.billing.reports.summary import read_summary
from billing_access.billing.reports.summary_query import RangeTooWide, SummaryQuery, UnregisteredTag
from billing_access.billing.reports.usage import UsagePage, read_usage
from billing_access.billing.reports.usage_query import UsageQuery, WalkEnded
from billing_audit.record import Json


class BillingUsageView(AccountView):
    """Runs with cost and tokens, in pages. Statements: 3 (decision, page, record).

    With If-None-Match: 3 for a 304 (decision, snapshot, record), else 4.
    """

    route = routes.BILLING_USAGE
    renderer_classes = (JsonRenderer, CsvRenderer)
    table = staticmethod(bodies.usage_table)

    def get(self, request: Request) -> Response:
        """Read a page of usage."""
        query, cursor = self._query(request), None
        if (text := request.query_params.get("cursor")) is not None:
            organization_id = self.grant.organization_id
            cursor = signed_cursors.decode_usage_cursor(text, organization_id=organization_id, query=query)
        snapshot = self.account_snapshot()
        if snapshot is not None and (unchanged := self.not_modified(snapshot)) is not None:
            self._record(query, *query.range(snapshot, cursor), rows=0, not_modified=True)
            return unchanged
        try:
            page = read_usage(self.grant, query, cursor)
        except WalkEnded:
            raise signed_cursors.walk_ended("updated_after" if cursor is None else "cursor") from None
        _refuse_empty(page.start, page.end, has_end=query.end is not None)
        self._record(query, page.start, page.end, rows=len(page.runs))
        return self._page(query, page)

    def _page(self, query: UsageQuery, page: UsagePage) -> Response:
        organization_id = self.grant.organization_id
        next_cursor = None
        if page.next_cursor is not None:
            next_cursor = signed_cursors.encode_usage_cursor(
                page.next_cursor, organization_id=organization_id, query=query
            )
        updated_through = signed_cursors.encode_bookmark(page.bookmark, organization_id=organization_id, query=query)
        return self.answer(bodies.usage_body(page, next_cursor, updated_through), page.snapshot, next_cursor)

    def _record(self, query: UsageQuery, start: datetime, end: datetime, **details: Json) -> None:
        self.record(
            **{"from": start, "to": end},
            tags=[f"{key}:{value}" for key, value in query.tags],
            status=query.status,
            run_type=query.run_type,
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
        bookmark = signed_cursors.decode_bookmark(text, organization_id=self.grant.organization_id, query=query)
        sides = {"from": (query.start, bookmark.start), "to": (query.end, bookmark.end)}
        faults = [
            (name, f"updated_after is of another range. Leave it out, or send {bodies.format_time(expected)}.")
            for name, (received, expected) in sides.items()
            if received is not None and received != expected
        ]
        if faults:
            raise RequestRefused(errors.INVALID_PARAMETER, tuple(faults))
        return replace(query, updated_after=bookmark)


class SummaryView(AccountView):
    """Sums of usage by bucket and group. Statements: 3 (decision, sums, record).

    4 if ``from`` or ``to`` is missing, since the current period is then read from the account snapshot.
    With If-None-Match: 3 for a 304 (decision, snapshot, record), else 4.
    """

    route = routes.BILLING_SUMMARY
    renderer_classes = (JsonRenderer, CsvRenderer)
    table = staticmethod(bodies.summary_table)

    def get(self, request: Request) -> Response:
        """Read a summary."""
        query, snapshot = self._query(request)
        details: dict[str, Json] = {
            "from": query.start,
            "to": query.end,
            "bucket": query.bucket,
            "timezone": query.zone.key,
            "group_by": list(query.group_by),
        }
        if (unchanged := self.not_modified(snapshot)) is not None:
            self.record(**details, rows=0, not_modified=True)
            return unchanged
        try:
            summary = read_summary(self.grant, query)
        except RangeTooWide as error:
            raise RequestRefused(errors.RANGE_TOO_WIDE, (("from", str(error)),)) from None
        except UnregisteredTag as error:
            raise RequestRefused(errors.INVALID_PARAMETER, (("group_by", _tag_fault(error)),)) from None
        self.record(**details, rows=sum(len(bucket.groups) for bucket in summary.buckets))
        return self.answer(bodies.summary_body(query, summary), summary.snapshot)

    def _query(self, request: Request) -> tuple[SummaryQuery, AccountSnapshot | None]:
        received = parameters.summary_parameters(request.query_params)
        if received.start is not None and received.end is not None:
            snapshot, start, end = self.account_snapshot(), received.start, received.end
        else:
            snapshot = read_snapshot(self.grant)
            start, end = received.start or snapshot.period_start, received.end or snapshot.period_end
        _refuse_empty(start, end, has_end=received.end is not None)
        return SummaryQuery(start, end, received.bucket, received.zone, received.group_by), snapshot


def _refuse_empty(start: datetime, end: datetime, *, has_end: bool) -> None:
    """Refuse an empty range. The client sent one side, and the current period gave the other.

    Raises RequestRefused for the side that was sent.
    """
    if start >= end:
        received, missing = ("to", "from") if has_end else ("from", "to")
        detail = f"`{missing}` is missing, so the current period's is used, and this time lies outside that period. "
        raise RequestRefused(errors.INVALID_PARAMETER, ((received, f"{detail}Send `{missing}` too."),))


def _tag_fault(error: UnregisteredTag) -> str:
    if error.is_backfilling:
        return f"The tag {error.key} is still being backfilled from existing runs. Try again in a few minutes."
    listed = ", ".join(f"tag:{key}" for key in error.registered)
    return f"The tag {error.key} is not registered. Registered: {listed or 'none'}. An organization's admin can add it."

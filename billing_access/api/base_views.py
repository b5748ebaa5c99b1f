"""What every view of the API does with a request, in this order: authenticate, decide, read, record, answer."""

from datetime import UTC
from typing import Any, ClassVar, Final

from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from billing_access.access.decision import Grant, KeyFacts, authorize
from billing_access.api import etags
from billing_access.api.rate_limits import Rate, RateLimited, count_request
from billing_access.api.read_events import record_read
from billing_access.api.renderers import JsonRenderer
from billing_access.billing.reports.account_snapshot import AccountSnapshot, read_snapshot
from billing_access.routes import ROUTES, Route
from billing_audit.record import Json

HEADERS: Final = {
    "Cache-Control": "private, no-cache",
    "Vary": "Authorization, X-API-Key, Accept",
    "X-Frame-Options": "DENY",
}
# Data, and no page: a browser that opens it runs and loads nothing.
DATA_POLICY: Final = "default-src 'none'; frame-ancestors 'none'"


class ReadView(APIView):
    """A route that only reads.

    ``initial`` authenticates the key and decides. The view's ``get`` then reads with ``grant``, records the read with
    ``record`` and answers. An exception on the way is the answer that ``problems.handle_exception`` makes of it, which
    records the refusals. ``rate`` is there as soon as the key is known.
    """

    route: ClassVar[Route]
    http_method_names = ["get", "head"]
    permission_classes = ()  # `initial` decides
    grant: Grant
    rate: Rate | None = None

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Let a request through to ``get`` if the decision mints a Grant for the route, or if the route is public.

        Raises Refused with the first refusal in order. Every request of a known key is counted, refused ones too; being
        over the rate is the last reason to refuse.
        """
        if self.route not in ROUTES:
            raise TypeError(f"{self.route.path} is not in the route table")
        super().initial(request, *args, **kwargs)  # ApiKeyAuthentication finds the key
        if self.route.public:
            return
        self.rate = count_request(self.facts.key_id, self.route)
        self.grant = authorize(self.facts, self.route)
        if not self.rate.window.allowed:
            raise RateLimited(self.rate, self.facts)

    @property
    def facts(self) -> KeyFacts:
        """What the decision saw of the key."""
        facts = self.request.auth
        if not isinstance(facts, KeyFacts):
            raise TypeError("only a route with a key has facts")
        return facts

    def record(self, **details: Json) -> None:
        """Record this read. Called before the answer is made, so that none leaves without its event."""
        record_read(self.request._request, self.route, self.facts, details)

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        """Put the headers of every answer on, refusals included, which are JSON whatever was asked for."""
        final = super().finalize_response(request, response, *args, **kwargs)
        if final.status_code >= 400:
            final.accepted_renderer = JsonRenderer()
        for name, value in {**HEADERS, **(self.rate.headers if self.rate else {})}.items():
            final.headers[name] = value
        if isinstance(final, Response):
            final.headers["Content-Security-Policy"] = DATA_POLICY
        return final


class PublicView(ReadView):
    """A route that answers without a key."""

    authentication_classes = ()


class AccountView(ReadView):
    """A route that reads one account. Its answer has an ETag, made of the account snapshot and the time."""

    # How much of the UTC time, as ISO 8601 writes it, an answer depends on besides the account: for its ETag.
    clock: ClassVar[int] = len("2026-01-01")

    def account_snapshot(self) -> AccountSnapshot | None:
        """Read the account snapshot where the client sent an ETag: one query, else none."""
        return read_snapshot(self.grant) if "HTTP_IF_NONE_MATCH" in self.request.META else None

    def not_modified(self, snapshot: AccountSnapshot | None) -> Response | None:
        """Return the 304 where the client has the answer of this snapshot already. It is recorded like its 200."""
        if snapshot is None or not etags.is_known(self.request, tag := self._tag(snapshot)):
            return None
        return Response(status=304, headers={"ETag": tag})

    def answer(self, body: Any, snapshot: AccountSnapshot) -> Response:
        """Answer 200 with the ETag of what was read; 304 where any is known to the client."""
        headers = {"ETag": self._tag(snapshot)}
        return (
            Response(status=304, headers=headers)
            if etags.is_any_known(self.request)
            else Response(body, headers=headers)
        )

    def _tag(self, snapshot: AccountSnapshot) -> str:
        return etags.snapshot_tag(
            self.request, self.grant, snapshot, snapshot.as_of.astimezone(UTC).isoformat()[: self.clock]
        )

"""What every view of the API is: decide, read, record, answer; in that order."""

from datetime import UTC
from typing import Any, ClassVar, Final

from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from billing_access.access.decision import Beside, Grant, KeyFacts
from billing_access.api import etags
from billing_access.api.rate_limits import Rate
from billing_access.api.read_events import record_read
from billing_access.api.renderers import JsonRenderer
from billing_access.billing.reports.account_snapshot import HEAD, Head, read_head
from billing_access.routes import Route
from billing_audit.record import Json

HEADERS: Final = {
    "Cache-Control": "private, no-cache",
    "Vary": "Authorization, X-API-Key, Accept",
    "X-Frame-Options": "DENY",
}
# Data, and no page: a browser that opens it runs and loads nothing.
DATA_POLICY: Final = "default-src 'none'; frame-ancestors 'none'"


class ReadView(APIView):
    """A route that only reads. ``grant`` and ``facts`` are there once the gate has let the request through.

    ``rate`` is there as soon as the key is known.
    """

    route: ClassVar[Route]
    http_method_names = ["get", "head"]
    grant: Grant
    rate: Rate | None = None

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

    def reading(self) -> tuple[Route, Beside] | None:
        """Return the figures to read in the decision's own statement; none here."""
        return None

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


class PublicView(ReadView):
    """A route that answers without a key."""

    authentication_classes = ()


class AccountView(ReadView):
    """A route whose answer is that of one account, told unchanged by the account's head.

    With If-None-Match the head is read in the decision's own statement, else ``beside``, where the route has it.
    """

    # How much of the UTC time, as ISO 8601 writes it, an answer depends on besides the account: for its ETag.
    clock: ClassVar[int] = len("2026-01-01")
    beside: ClassVar[Beside | None] = None

    def reading(self) -> tuple[Route, Beside] | None:
        """Return the figures to read in the decision's own statement."""
        beside = HEAD if self._has_sent_a_tag() else self.beside
        return None if beside is None else (self.route, beside)

    def account_head(self) -> Head | None:
        """Return the account's head where the client sent an ETag, else none. No query of its own."""
        return read_head(self.grant) if self._has_sent_a_tag() else None

    def not_modified(self, head: Head | None) -> Response | None:
        """Return the 304 where the client has the answer of this head already. It is recorded like its 200."""
        if head is None or not etags.is_known(self.request, tag := self._tag(head)):
            return None
        return Response(status=304, headers={"ETag": tag})

    def answer(self, body: Any, head: Head) -> Response:
        """Answer 200 with the ETag of what was read; 304 where any is known to the client."""
        headers = {"ETag": self._tag(head)}
        return (
            Response(status=304, headers=headers)
            if etags.is_any_known(self.request)
            else Response(body, headers=headers)
        )

    def _tag(self, head: Head) -> str:
        return etags.head_tag(self.request, self.grant, head, head.as_of.astimezone(UTC).isoformat()[: self.clock])

    def _has_sent_a_tag(self) -> bool:
        return "HTTP_IF_NONE_MATCH" in self.request.META

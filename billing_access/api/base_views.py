"""The base classes of the API's views. Each view authenticates, decides, reads, records and answers, in this order."""

from collections.abc import Callable
from datetime import UTC
from typing import Any, ClassVar, Final
from urllib.parse import urlencode

from django.db.transaction import non_atomic_requests
from rest_framework.authentication import BaseAuthentication
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from billing_access import errors
from billing_access.access.decision import Grant, KeyFacts, authorize
from billing_access.api import etags
from billing_access.api.authentication import ApiKeyAuthentication, NoAuthentication
from billing_access.api.body_limit import body_is_too_large
from billing_access.api.problems import RequestRefused, handle_exception
from billing_access.api.rate_limits import Rate, RateLimited, count_request, take_slots
from billing_access.api.read_events import record_read
from billing_access.api.renderers import JsonRenderer, Negotiation
from billing_access.billing.reports.account_snapshot import AccountSnapshot, read_snapshot
from billing_access.routes import ROUTES, Route
from billing_audit.record import Json
from orgs.settings import org_settings

HEADERS: Final = {
    "Cache-Control": "private, no-cache",
    "Vary": "Authorization, X-API-Key, Accept",
    "X-Frame-Options": "DENY",
}
# For answers that are data and no page: a browser that opens one runs no script and loads nothing.
DATA_POLICY: Final = "default-src 'none'; frame-ancestors 'none'"


class ReadView(APIView):
    """A route that only reads.

    ``initial`` authenticates the key, decides and takes the slots of ``orgs.work_at_once``. The view's ``get`` then
    reads with ``grant``, records the read with ``record`` and answers. ``problems.handle_exception`` turns an exception
    into an answer and records refusals. ``rate`` is None until the key is known.

    Everything for which REST framework has a setting is set here, so that the project's settings change nothing.
    ``known_routes`` is the table in which ``route`` must be.
    """

    route: ClassVar[Route]
    known_routes: ClassVar[tuple[Route, ...]] = ROUTES
    http_method_names = ["get", "head"]
    authentication_classes: tuple[type[BaseAuthentication], ...] = (ApiKeyAuthentication,)
    permission_classes = ()  # `initial` decides
    throttle_classes = ()  # `initial` counts
    renderer_classes: tuple[type[BaseRenderer], ...] = (JsonRenderer,)
    parser_classes = ()
    content_negotiation_class = Negotiation
    metadata_class = None
    versioning_class = None
    # The API has a document of its own (openapi.json) and is in no other.
    schema = None
    grant: Grant
    rate: Rate | None = None

    @classmethod
    def as_view(cls, **initkwargs: Any) -> Any:
        """Return the view. It opens its transactions itself: a refusal would roll back the event that records it."""
        return non_atomic_requests(super().as_view(**initkwargs))

    def get_exception_handler(self) -> Callable[..., Any]:
        """Return the function that answers every exception."""
        return handle_exception

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Set ``grant``, unless the route is public. Raises Refused if the key may not read the route.

        Every request of a known key counts towards its rate limit, refused ones too. A key that may not read the route
        gets that refusal even when it is over the limit; RateLimited comes after it, and for too many requests at the
        same time last.
        """
        if self.route not in self.known_routes:
            raise TypeError(f"{self.route.path} is not in the route table")
        if body_is_too_large(request):
            raise RequestRefused(errors.BODY_TOO_LARGE)
        super().initial(request, *args, **kwargs)  # ApiKeyAuthentication finds the key
        if self.route.public:
            return
        self.rate = count_request(self.facts.key_id, self.route)
        self.grant = authorize(self.facts, self.route)
        if not self.rate.window.allowed:
            raise RateLimited(self.rate, self.facts)
        take_slots(self.facts)

    @property
    def facts(self) -> KeyFacts:
        """The facts of the request's key. Raises TypeError on a public route."""
        facts = self.request.auth
        if not isinstance(facts, KeyFacts):
            raise TypeError("a public route has no key")
        return facts

    @property
    def requested(self) -> dict[str, Json]:
        """What the path asks for, which a refusal records too."""
        return {}

    def record(self, **details: Json) -> None:
        """Record this read. Call it before answering, so that no answer is sent without its event."""
        record_read(self.request, self.route, self.facts, details)

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        """Set the headers that every answer has, refusals too. Refusals are JSON, whatever the Accept header says."""
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

    authentication_classes = (NoAuthentication,)


class AccountView(ReadView):
    """A route that reads one account. Its answer has an ETag, made of the account snapshot and the time."""

    # How many characters of the ISO 8601 UTC time go into the ETag. Until they change, the same account gives the same
    # answer: for most routes that is the UTC day.
    clock: ClassVar[int] = len("2026-01-01")

    def account_snapshot(self) -> AccountSnapshot | None:
        """Read the account snapshot in one query if the client sent an ETag; else return None without a query."""
        return read_snapshot(self.grant) if "HTTP_IF_NONE_MATCH" in self.request.META else None

    def not_modified(self, snapshot: AccountSnapshot | None) -> Response | None:
        """Return a 304 if the client has the answer of this snapshot, else None. The caller records it like a 200."""
        if snapshot is None or not etags.is_known(self.request, tag := self._tag(snapshot)):
            return None
        return Response(status=304, headers={"ETag": tag})

    def answer(self, body: Any, snapshot: AccountSnapshot, next_cursor: str | None = None) -> Response:
        """Answer 200 with the ETag of what was read, or 304 if the client sent ``If-None-Match: *``.

        With a ``next_cursor`` the header Link has the URL of the next page.
        """
        headers = {"ETag": self._tag(snapshot)}
        if next_cursor is not None:
            query = urlencode({**dict(self.request.query_params.lists()), "cursor": [next_cursor]}, doseq=True)
            headers["Link"] = f'<{org_settings.BASE_URL}{self.request.path}?{query}>; rel="next"'
        return (
            Response(status=304, headers=headers)
            if etags.is_any_known(self.request)
            else Response(body, headers=headers)
        )

    def _tag(self, snapshot: AccountSnapshot) -> str:
        return etags.snapshot_tag(
            self.request, self.grant, snapshot, snapshot.as_of.astimezone(UTC).isoformat()[: self.clock]
        )

"""The audit log, for programs: by pages, newest first, or in the order of the seal, to be followed without a gap."""

import hashlib
import uuid
from typing import Any, Final

from django.core import signing
from rest_framework.request import Request
from rest_framework.response import Response

from billing_access import errors, routes
from billing_access.access.decision import decide
from billing_access.api import parameters, schema
from billing_access.api.base_views import ReadView
from billing_access.api.problems import RequestRefused
from billing_audit.canonical_json import canonical
from billing_audit.reading.feed import follow
from billing_audit.reading.filters import said_of
from billing_audit.reading.queries import Entry, page
from billing_audit.reading.serializers import event_body
from billing_audit.record import Json

_SALT: Final = "billing_access.api.audit_views"
_FORMAT: Final = 1
_LONGEST: Final = 1000


class AuditEventsView(ReadView):
    """Events of the key's organization. Queries: the decision, the events, what lies beside them; the record's one.

    In the order of the seal one or two more, as ``follow`` says. Figures are withheld where the key may not read them.
    """

    route = routes.AUDIT_EVENTS

    @schema.AUDIT_EVENTS
    def get(self, request: Request) -> Response:
        """Read a page of events."""
        asked = parameters.audit_parameters(request.query_params)
        binding, cursor = self._binding(asked), request.query_params.get("cursor")
        place = None if cursor is None else _decode(cursor, binding)
        withheld = decide(self.facts, routes.AUDIT_FIGURES)
        entries, following, has_more = self._page(asked, place, with_figures=withheld is None)
        recorded: dict[str, Json] = {
            **said_of(asked.filters),
            "order": "asc" if asked.is_ascending else "desc",
            "limit": asked.limit,
            "paged": cursor is not None,
            "rows": len(entries),
        }
        with self.recording(**recorded):
            next_cursor = None if following is None else signing.dumps([_FORMAT, binding, following], salt=_SALT)
            events = [event_body(entry) for entry in entries]
            headers = {"X-Figures-Withheld": withheld.refusal.code} if withheld else {}
            return Response({"has_more": has_more, "next_cursor": next_cursor, "events": events}, headers=headers)

    def _page(
        self, asked: parameters.AuditParameters, place: Any, *, with_figures: bool
    ) -> tuple[list[Entry], str | int | None, bool]:
        organization = self.facts.organization_id
        if asked.is_ascending:
            step = follow(organization, asked.filters, with_figures=with_figures, place=place, size=asked.limit)
            return step.entries, step.place, step.has_more
        before = None if place is None else uuid.UUID(place)
        entries, following = page(
            organization, asked.filters, with_figures=with_figures, before=before, size=asked.limit
        )
        return entries, str(following) if following else None, following is not None

    def _binding(self, asked: parameters.AuditParameters) -> str:
        filters = said_of(asked.filters) | {"address": asked.filters.address}
        bound = [self.facts.organization_id, asked.is_ascending, filters]
        return hashlib.sha256(canonical(bound).encode()).hexdigest()[:32]


def _decode(text: str, binding: str) -> Any:
    fault = "not one of ours"
    if text.isascii() and len(text) <= _LONGEST:
        try:
            format_, bound, place = signing.loads(text, salt=_SALT)
        except (signing.BadSignature, ValueError):
            fault = "changed or forged"
        else:
            if (format_, bound) == (_FORMAT, binding):
                return place
            fault = "made for another organization or query"
    raise RequestRefused(errors.INVALID_CURSOR, (("cursor", f"It is {fault}."),))

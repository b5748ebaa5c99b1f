"""The audit log's exports: the filtered events, and the whole log with proofs. Their start and end are recorded."""

import csv
import io
import uuid
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Final

import orjson
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse

from billing_audit.reading.filters import Filters
from billing_audit.reading.queries import Entry
from billing_audit.reading.serializers import COLUMNS, csv_cells, event_body
from billing_audit.record import Actor, Json
from billing_audit.settings import audit_settings
from billing_audit.transparency.checkpoints import newest_checkpoints
from billing_audit.transparency.export import EVENT_LINE, export_all_names
from billing_audit.transparency.log_names import newest_name
from orgs import actors
from orgs.access import Access, organization_for
from orgs.roles import VIEW_AUDIT_LOG, VIEW_BILLING
from orgs.ui.audit_log import filters_of, page_of, record_use
from orgs.ui.pages import signed_in
from orgs.work_at_once import take_stream_slot

ROWS_AT_ONCE: Final = 1000
# The media type of each export, and the end of its file's name.
FORMATS: Final = {
    "csv": ("text/csv; charset=utf-8", ".csv"),
    "ndjson": ("application/x-ndjson", ".ndjson"),
    "proofs": ("application/x-ndjson", "-proofs.ndjson"),
}
_VERIFIER: Final = "verify_audit_export.py"
# In a checkout it is among the examples; in the wheel next to this module.
VERIFIER: Final = next(
    path
    for path in (Path(__file__).resolve().parents[2] / "examples" / _VERIFIER, Path(__file__).with_name(_VERIFIER))
    if path.exists()
)


@signed_in("GET")
def audit_export(request: HttpRequest, slug: str, form: str) -> HttpResponse | StreamingHttpResponse:
    """Stream all events that the filters select as a file, in constant memory. Its start and its end are recorded."""
    access = organization_for(request.user, slug, VIEW_AUDIT_LOG)
    filters, faults = filters_of(request, access)
    if faults:
        text = "\n".join(f"{name}: {detail}" for name, detail in faults)
        return HttpResponse(text, status=400, content_type="text/plain; charset=utf-8")
    take_stream_slot(access.organization.pk)
    actor = actors.viewer(request)
    start_event = record_use(access, actor, "audit_log.export_begun", filters, format=form)
    return Export(access, actor, filters, form, _events(access, filters, form, start_event))


@signed_in("GET")
def audit_proofs(request: HttpRequest, slug: str) -> HttpResponse | StreamingHttpResponse:
    """Stream the whole sealed log with its proofs, for the offline verifier, in constant memory.

    A reader who may not view billing gets it without figures, and it still verifies.
    """
    access = organization_for(request.user, slug, VIEW_AUDIT_LOG)
    log, withheld = access.organization.public_id, [] if VIEW_BILLING in access.permissions else ["figures"]
    if not audit_settings.verifiers or not newest_checkpoints(newest_name(log)):
        text = "There is nothing to prove yet: no event is sealed, or the site has no public key (AUDIT_VERIFIERS)."
        return HttpResponse(text, status=409, content_type="text/plain; charset=utf-8")
    take_stream_slot(access.organization.pk)
    lines = export_all_names(
        log,
        verifiers=audit_settings.verifiers,
        statement_verifiers=audit_settings.AUDIT_STATEMENT_VERIFIERS,
        withheld=withheld,
    )
    actor = actors.viewer(request)
    record_use(access, actor, "audit_log.export_begun", Filters(), format="proofs", withheld=withheld)
    return Export(access, actor, Filters(), "proofs", _proofs(lines), withheld=withheld)


@signed_in("GET")
def audit_verifier(request: HttpRequest, slug: str) -> HttpResponse:
    """Send the program that checks an export with proofs."""
    organization_for(request.user, slug, VIEW_AUDIT_LOG)
    return _attachment(VERIFIER.read_bytes(), "text/x-python; charset=utf-8", VERIFIER.name)


@signed_in("GET")
def audit_keys(request: HttpRequest, slug: str) -> HttpResponse:
    """Send the public keys of the organization's log, as options of the verifier."""
    organization = organization_for(request.user, slug, VIEW_AUDIT_LOG).organization
    keys = {"key": audit_settings.verifiers, "statement-key": audit_settings.AUDIT_STATEMENT_VERIFIERS}
    lines = [f"--{name}={each.of_log(organization.public_id)}\n" for name, some in keys.items() for each in some]
    return _attachment("".join(lines).encode(), "text/plain; charset=utf-8", f"audit-log-{organization.slug}-keys.txt")


def _attachment(content: bytes, content_type: str, name: str) -> HttpResponse:
    disposition = f'attachment; filename="{name}"'
    return HttpResponse(content, content_type=content_type, headers={"Content-Disposition": disposition})


class Export(StreamingHttpResponse):
    """A file of events, streamed. Its end is recorded when the server closes it, sent or not.

    ``batches`` are parts of the file, each with its number of events.
    """

    def __init__(
        self,
        access: Access,
        actor: Actor,
        filters: Filters,
        form: str,
        batches: Iterator[tuple[bytes, int]],
        **details: Json,
    ) -> None:
        content_type, ending = FORMATS[form]
        super().__init__(self._counted(batches), content_type=content_type)
        self["Content-Disposition"] = f'attachment; filename="audit-log-{access.organization.slug}{ending}"'
        self._rows, self._is_whole, self._has_ended = 0, False, False
        self._record_end = partial(record_use, access, actor, "audit_log.export_ended", filters, format=form, **details)

    def close(self) -> None:
        """Record the end.

        Not in the generator's own clean-up: that runs wherever the generator happens to be dropped, also in the middle
        of another statement on the same connection.
        """
        if not self._has_ended:
            self._has_ended = True
            self._record_end(rows=self._rows, is_whole=self._is_whole)
        super().close()

    def _counted(self, batches: Iterator[tuple[bytes, int]]) -> Iterator[bytes]:
        for batch, rows in batches:
            yield batch
            self._rows += rows
        self._is_whole = True


def _events(access: Access, filters: Filters, form: str, start_event: uuid.UUID) -> Iterator[tuple[bytes, int]]:
    """Yield the events older than ``start_event``."""
    if form == "csv":
        yield _csv_text(COLUMNS), 0
    before: uuid.UUID | None = start_event
    while before is not None:
        entries, before = page_of(access, filters, before, ROWS_AT_ONCE)
        if entries:
            yield b"".join(_line(form, each) for each in entries), len(entries)


def _proofs(lines: Iterator[str]) -> Iterator[tuple[bytes, int]]:
    while batch := list(islice(lines, ROWS_AT_ONCE)):
        yield "".join(batch).encode(), sum(line.startswith(EVENT_LINE) for line in batch)


def _line(form: str, each: Entry) -> bytes:
    return _csv_text(csv_cells(each)) if form == "csv" else orjson.dumps(event_body(each)) + b"\n"


def _csv_text(cells: Any) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerow(cells)
    return text.getvalue().encode()

"""docs/audit-push.md: every field of a message is in the table, and its numbers and exit codes are the code's."""

import json
import re

import pytest
from django.conf import settings

from billing_access.webhooks.audit_log import batches, ocsf
from billing_audit.reading.leaf_ranges import MOST_BYTES, MOST_EVENTS
from tests.billing_access.webhooks.audit_push import deliver, make_endpoint

TEXT = (settings.BASE_DIR / "docs" / "audit-push.md").read_text()
PROGRAM = (settings.BASE_DIR / "examples" / "verify_audit_export.py").read_text()


@pytest.mark.django_db
def test_every_field_is_in_the_table(acme, seal_events):
    seal_events()
    message = deliver(make_endpoint(acme, acme.public_id))
    rows = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", TEXT, re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"\w+", row)}
    assert message["data"].keys() - {"format"} == named - {"lost"}
    example = json.loads(re.search(r"```json\n(.*?)```", TEXT, re.DOTALL)[1])
    assert example.keys() == message.keys()
    assert example["data"].keys() == message["data"].keys()
    assert example["data"]["format"] == batches.FORMAT
    assert all(f"`{name}`" in TEXT for name in ("proof", "statement", "leaf", "hashes", *batches.WITHHELD))


def test_its_numbers_are_the_codes():
    assert f"up to {MOST_EVENTS} events and about {MOST_BYTES // 1_000_000} MB" in TEXT
    assert f"`{ocsf.FORMAT}`" in TEXT
    assert batches.FORMAT in PROGRAM
    codes = re.findall(r"^\| (\d) \|", TEXT, re.MULTILINE)
    assert ", ".join(codes) == re.search(r"^HOLDS, .* = (.*)$", PROGRAM, re.MULTILINE)[1]

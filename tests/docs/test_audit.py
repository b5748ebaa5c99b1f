"""docs/audit.md: every event with its words and fields, as the registry has them; every verdict with its exit code."""

import re

from django.conf import settings

from billing_audit.event_types import BY_ACTION
from billing_audit.verification.report import Verdict
from orgs.management.commands.verify_audit import EXIT_CODES

TEXT = (settings.BASE_DIR / "docs" / "audit.md").read_text()


def test_every_event_is_listed_with_its_fields() -> None:
    rows = re.findall(r"^\| `([a-z_.]+)` \| ([^|]+) \| ([^|]*) ?\|$", TEXT, re.MULTILINE)
    assert [row[0] for row in rows] == list(BY_ACTION)
    for action, title, fields in rows:
        event_type = BY_ACTION[action]
        details, _, changes = fields.partition("/")
        assert title == event_type.title
        assert set(re.findall(r"`(\w+)`", details)) == event_type.details, action
        assert set(re.findall(r"`(\w+)`", changes)) == event_type.changes, action
        assert set(re.findall(r"(?<!\*)\*`(\w+)`\*(?!\*)", fields)) == event_type.figures, action
        assert set(re.findall(r"\*\*`(\w+)`\*\*", fields)) == event_type.texts, action


def test_whatever_says_money_tokens_or_how_much_is_a_figure() -> None:
    fields = {name for event_type in BY_ACTION.values() for name in event_type.details | event_type.changes}
    figures = {name for event_type in BY_ACTION.values() for name in event_type.figures}
    texts = {name for event_type in BY_ACTION.values() for name in event_type.texts}
    assert fields >= figures | texts
    # A reader knows a field by its name, so no type may show a name that another withholds or erases.
    for event_type in BY_ACTION.values():
        assert figures & (event_type.details | event_type.changes) == event_type.figures
        assert texts & (event_type.details | event_type.changes) == event_type.texts
    assert {name for name in fields if re.search(r"usd|token|amount|difference|^tags$", name)} <= figures


def test_whatever_people_type_is_a_text_or_a_figure() -> None:
    typed = {"reason", "search", "name", "slug", "external_id", "reference", "run_id", "tag", "tags", "group_by"}
    for event_type in BY_ACTION.values():
        assert typed & (event_type.details | event_type.changes) <= event_type.texts | event_type.figures


def test_every_verdict_is_listed_with_its_exit_code() -> None:
    rows = re.findall(r"^\| ([a-z ]+) \| [^|]+ \| (\d+) \|$", TEXT, re.MULTILINE)
    assert {verdict: int(code) for verdict, code in rows} == {str(verdict): EXIT_CODES[verdict] for verdict in Verdict}

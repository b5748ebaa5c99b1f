"""Apps register their event types at start-up, and each action only once."""

from collections.abc import Iterator

import pytest
from django.apps import apps

from billing_audit import event_types
from billing_audit.event_types import BY_ACTION, EventType, fields, register_event_types
from billing_audit.record import Actor, UnregisteredEvent, record


@pytest.fixture
def starting(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Pretend that Django is starting, and restore the registry afterwards."""
    known = dict(BY_ACTION)
    monkeypatch.setattr(apps, "ready", False)
    yield
    event_types._by_action.clear()
    event_types._by_action.update(known)


def test_a_host_registers_its_own(starting: None) -> None:
    register_event_types(EventType("invoice.sent", "Invoice sent", fields("total"), figures=fields("total")))
    assert BY_ACTION["invoice.sent"].title == "Invoice sent"
    assert BY_ACTION["invoice.sent"].figures == {"total"}


def test_an_action_is_registered_once(starting: None) -> None:
    with pytest.raises(ValueError, match=r"audit_log\.viewed is registered already"):
        register_event_types(EventType("audit_log.viewed", "Looked at"))


@pytest.mark.parametrize("kind", ["figures", "texts"])
def test_a_figure_or_text_is_a_field_of_its_type(starting: None, kind: str) -> None:
    with pytest.raises(ValueError, match="in neither its details nor changes"):
        register_event_types(EventType("invoice.sent", "Invoice sent", **{kind: fields("total")}))


def test_no_field_is_both_a_figure_and_a_text(starting: None) -> None:
    total = fields("total")
    with pytest.raises(ValueError, match="both a figure and a text"):
        register_event_types(EventType("invoice.sent", "Invoice sent", total, figures=total, texts=total))


def test_nothing_is_registered_after_the_start(db: None) -> None:
    with pytest.raises(ValueError, match="before Django has started"):
        register_event_types(EventType("invoice.sent", "Invoice sent"))
    with pytest.raises(UnregisteredEvent, match=r"invoice\.sent"):
        record("invoice.sent", organization_id=None, actor=Actor("system", "tests"))

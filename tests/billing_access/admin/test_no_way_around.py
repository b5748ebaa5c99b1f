"""What no staff member, superuser included, can do in the Django admin; and what its pages may load."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from accounts.models import User
from billing_access.access.models import ApiKey, OptIn, Suspension
from billing_access.access.services import IssuedKey, suspend_billing_reads
from billing_access.billing.ingest.models import Batch, VoidedRun
from billing_access.billing.models import BalanceEntry, Run
from billing_access.billing.operators import add_balance_entry, void_runs
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.models import Membership, Organization

READ_ONLY = (AuditEvent, ApiKey, Organization, Membership, Suspension, Run, VoidedRun, Batch, BalanceEntry)


@pytest.fixture
def staff(dana: User, sign_in: Callable[[User], Client]) -> Client:
    """Dana's browser."""
    return sign_in(dana)


@pytest.fixture
def rows(
    acme: Organization, bob: User, make_key: Callable[..., IssuedKey], feed: Any, run: Any, system: Any
) -> dict[Any, Any]:
    """One row of each table that is only looked at."""
    make_key(acme)
    suspend_billing_reads(acme, actor=actors.command("tests"), reason="tests")
    feed(acme, run(), run("void"))
    void_runs(acme, ["void"], reason="tests", actor=system)
    now = timezone.now()
    add_balance_entry(acme, kind="grant", amount_usd=Decimal(9), reference="g", occurred_at=now, actor=system)
    return {model: model.objects.order_by("pk")[0] for model in READ_ONLY}


def _address(model: Any, action: str, *arguments: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{action}", args=arguments)


def test_what_is_registered() -> None:
    assert set(admin.site._registry) == {*READ_ONLY, User}


@pytest.mark.parametrize("model", READ_ONLY)
def test_nothing_is_added_changed_or_deleted(staff: Client, rows: dict[Any, Any], model: Any) -> None:
    row, count = rows[model], model.objects.count()
    assert staff.get(_address(model, "change", row.pk)).status_code == 200
    for address in (_address(model, "add"), _address(model, "delete", row.pk), _address(model, "change", row.pk)):
        assert staff.post(address, {"post": "yes"}).status_code == 403, address
    bulk = {"action": "delete_selected", "_selected_action": [str(row.pk)], "post": "yes"}
    staff.post(_address(model, "changelist"), bulk)
    assert model.objects.filter(pk=row.pk).exists()
    if model is not AuditEvent:
        assert model.objects.count() == count


def test_the_opt_in_has_no_page_of_its_own() -> None:
    with pytest.raises(NoReverseMatch):
        _address(OptIn, "changelist")


@pytest.mark.parametrize("model", [*READ_ONLY, User])
def test_pages_carry_nothing_inline_and_a_strict_policy(
    staff: Client, rows: dict[Any, Any], dana: User, model: Any
) -> None:
    row = rows.get(model, dana)
    pages = [reverse("admin:index"), _address(model, "changelist"), _address(model, "change", row.pk)]
    if model is Organization:
        pages.append(_address(model, "billing_reads", row.pk))
    if model is ApiKey:
        pages += [_address(model, "scopes", row.pk), _address(model, "revoke", row.pk)]
    if model is User:
        pages += [_address(model, "add"), _address(model, "reset_link", row.pk)]
    for page in pages:
        answer = staff.get(page)
        assert answer.status_code == 200, page
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert "unsafe" not in answer.headers["Content-Security-Policy"]
        html = answer.content.decode()
        assert not re.search(r"\sstyle=|\son[a-z]+=|javascript:|<style", html), page
        for attributes, body in re.findall(r"<script([^>]*)>(.*?)</script>", html, re.S):
            assert "src=" in attributes or 'type="application/json"' in attributes
            assert not body.strip() or "json" in attributes
        for loaded in re.findall(r'<(?:script|link|img)[^>]*(?:src|href)="([^"]+)"', html):
            assert loaded.startswith("/"), loaded

"""Making a key: the secret shown once, and a form sent twice that makes one key."""

import html
import re
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from accounts.models import User
from billing_access.access import key_format
from billing_access.access.models import ApiKey
from billing_access.access.services import turn_off_billing_reads
from billing_access.routes import READABLE
from billing_access.ui import presets
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.models import Membership, Organization
from orgs.roles import Role
from orgs.services.members import change_role, remove_member

PAGE = "/o/acme/keys/new/"
TOO_MANY = "\n".join(f"192.0.2.{host}" for host in range(0, 102, 2))
GOOD: dict[str, Any] = {
    "name": "Nightly",
    "lifetime_days": "30",
    "scopes": ["billing.state:read", "runs:read"],
    "allowed_networks": "203.0.113.0/24\n2001:db8::/48",
}


def _form(**changed: Any) -> dict[str, Any]:
    return {**GOOD, "form_token": str(uuid.uuid4()), **changed}


def _secrets(answer: Any) -> list[str]:
    return re.findall(key_format.PATTERN.pattern.removesuffix(r"\Z"), answer.content.decode())


def test_the_form_asks_for_the_least(acme: Organization, alice: User, sign_in: Any, words: Any, field: Any) -> None:
    answer = sign_in(alice).get(PAGE)
    assert field(answer, "lifetime_days") == "90"
    assert "checked" not in answer.content.decode()
    said = words(answer)
    assert "Choose only the scopes that the key needs. Every scope is read-only." in said
    assert said.count("Needs billing reads to be on.") == 2


def test_the_key_is_what_was_asked_for(acme: Organization, alice: User, sign_in: Any, words: Any) -> None:
    answer = sign_in(alice).post(PAGE, _form(name="  Nightly "))
    assert answer.status_code == 200
    (secret,) = _secrets(answer)
    key = ApiKey.objects.get()
    assert bytes(key.digest) == key_format.digest(secret)
    assert (key.name, key.scopes) == ("Nightly", ["billing.state:read", "runs:read"])
    assert list(map(str, key.allowed_networks)) == ["203.0.113.0/24", "2001:db8::/48"]
    assert key.expires_at - key.created_at == timedelta(days=30)
    assert (key.organization, key.created_by) == (acme, alice)
    assert "Copy the key now. It is shown only once." in words(answer)
    assert "no-store" in answer.headers["Cache-Control"]
    assert AuditEvent.objects.filter(action="api_key.created", actor_id=str(alice.pk)).count() == 1


def test_a_form_sent_twice_makes_one_key_and_shows_its_secret_once(
    acme: Organization, alice: User, sign_in: Any, words: Any, field: Any
) -> None:
    client = sign_in(alice)
    token = field(client.get(PAGE), "form_token")
    assert token != field(client.get(PAGE), "form_token")
    form = _form(form_token=token)
    assert len(_secrets(client.post(PAGE, form))) == 1
    key = ApiKey.objects.get()
    for again in (form, {**form, "name": "Other", "scopes": ["billing.usage:read"]}):
        answer = client.post(PAGE, again, follow=True)
        assert answer.redirect_chain == [(f"/o/acme/keys/{key.pk}/", 302)]
        assert "Nightly was already created. Its secret was shown once and cannot be shown again." in words(answer)
        assert _secrets(answer) == []
    assert ApiKey.objects.count() == 1
    assert AuditEvent.objects.filter(action="api_key.created").count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_form_sent_twice_at_once_makes_one_key(acme: Organization, alice: User, sign_in: Any) -> None:
    clients, form = [sign_in(alice) for _ in range(4)], _form()

    def send(client: Any) -> int:
        try:
            return int(client.post(PAGE, form).status_code)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        statuses = list(threads.map(send, clients))
    assert sorted(statuses) == [200, 302, 302, 302]
    assert ApiKey.objects.count() == 1


def test_another_organizations_form_tells_nothing_of_its_key(
    acme: Organization, other: Organization, alice: User, charlie: User, sign_in: Any, words: Any
) -> None:
    form = _form()
    sign_in(charlie).post("/o/other/keys/new/", {**form, "name": "Theirs alone"})
    answer = sign_in(alice).post(PAGE, form, follow=True)
    assert answer.redirect_chain == [(PAGE, 302)]
    assert "This form was submitted before. Fill in this new one." in words(answer)
    assert "Theirs" not in words(answer)
    assert not ApiKey.objects.filter(organization=acme).exists()


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"name": ""}, "Key name: Enter a name for the key."),
        ({"name": "   "}, "Key name: Enter a name for the key."),
        ({"name": "x" * 81}, "Key name: "),
        ({"scopes": []}, "Scopes: Choose at least one scope."),
        ({"scopes": ["billing:write"]}, "Scopes: billing:write is not a scope. Choose from the list."),
        ({"scopes": ["*"]}, "Scopes: * is not a scope."),
        ({"lifetime_days": "0"}, "Expires after (days): "),
        ({"lifetime_days": "367"}, "Expires after (days): "),
        ({"lifetime_days": ""}, "Expires after (days): "),
        ({"allowed_networks": "203.0.113.7/24"}, "Allowed addresses: "),
        ({"allowed_networks": "everywhere"}, "Allowed addresses: "),
        ({"allowed_networks": TOO_MANY}, "50 networks at most, not 51."),
        ({"form_token": "once"}, "Form token: "),
    ],
)
def test_a_fault_is_named_what_was_typed_is_kept_and_no_key_is_made(
    acme: Organization, alice: User, sign_in: Any, words: Any, changed: dict[str, Any], fault: str
) -> None:
    answer = sign_in(alice).post(PAGE, _form(**{"name": "Kept as typed", **changed}))
    assert answer.status_code == 400
    said = words(answer)
    assert "There is a problem" in said
    assert fault in said
    assert "name" in changed or 'value="Kept as typed"' in answer.content.decode()
    assert not ApiKey.objects.exists()


@pytest.mark.parametrize("loss", ["role", "membership"])
def test_who_lost_the_right_since_the_page_was_opened_makes_no_key(
    acme: Organization, alice: User, adam: User, sign_in: Any, loss: str
) -> None:
    client = sign_in(adam)
    assert client.get(PAGE).status_code == 200
    owner = actors.as_member(alice, authenticated_at=timezone.now())
    membership = Membership.objects.get(user=adam, organization=acme)
    if loss == "role":
        change_role(membership, role=Role.AUDITOR, actor=owner)
    else:
        remove_member(membership, actor=owner)
    assert client.post(PAGE, _form()).status_code == (403 if loss == "role" else 404)
    assert not ApiKey.objects.exists()


def test_at_most_eight_queries(
    acme: Organization, alice: User, many_keys: Any, sign_in: Any, django_assert_max_num_queries: Any
) -> None:
    many_keys(acme, 12)
    client = sign_in(alice)
    with django_assert_max_num_queries(8):
        assert client.get(PAGE).status_code == 200


# Presets, and what the key could read


@pytest.mark.parametrize("preset", presets.PRESETS, ids=lambda preset: preset.id)
def test_a_preset_chooses_its_scopes_and_no_others(
    acme: Organization, alice: User, sign_in: Any, field: Any, preset: presets.Preset
) -> None:
    answer = sign_in(alice).get(PAGE, {"preset": preset.id})
    assert set(re.findall(r'value="([^"]+)"[^>]* checked', answer.content.decode())) == set(preset.scopes)
    assert field(answer, "name") == preset.name
    assert f'<a href="?preset={preset.id}" aria-current="true">' in answer.content.decode()


def test_an_unknown_preset_chooses_nothing(acme: Organization, alice: User, sign_in: Any) -> None:
    assert "checked" not in sign_in(alice).get(PAGE, {"preset": "everything"}).content.decode()


@pytest.mark.parametrize("opted_in", [False, True], ids=["off", "on"])
@pytest.mark.parametrize(
    "scopes", [["billing.state:read"], ["billing.usage:read", "runs:read"], ["audit:read"]], ids=str
)
def test_the_preview_is_what_the_api_says_of_the_key_made_then(
    acme: Organization, alice: User, sign_in: Any, api: Any, opt_in: Any, scopes: list[str], opted_in: bool
) -> None:
    if opted_in:
        opt_in(acme)
    client, form = sign_in(alice), _form(scopes=scopes, allowed_networks="")
    shown = client.post(PAGE, {**form, "preview": "1"})
    assert (shown.status_code, ApiKey.objects.count(), _secrets(shown)) == (200, 0, [])
    (secret,) = _secrets(client.post(PAGE, form))
    for route in READABLE:
        section = shown.content.decode().split(f"<strong>{html.escape(route.reads)}</strong>")
        says = section[0].rsplit("<span", 1)[1].split(">")[1].split("<")[0]
        answer = api(
            route.path.replace("{run_id}", "none"), secret, **({"runs": 1} if "estimate" in route.path else {})
        )
        withheld = {"run-cost": "X-Cost-Withheld", "audit-figures": "X-Figures-Withheld"}.get(route.name, "")
        reads = answer.status_code in {200, 404} and not answer.headers.get(withheld)
        if route.name != "run-cost":  # Without a run there is no cost to withhold: the matrix of attacks has it.
            assert says == ("Yes" if reads else "No"), (route.name, answer.content)


def test_a_preview_keeps_what_was_typed_and_complains_of_nothing(
    acme: Organization, alice: User, sign_in: Any, field: Any, words: Any
) -> None:
    sent = {"preview": "1", "name": "", "lifetime_days": "999", "scopes": ["runs:read", "nothing"], "form_token": "x"}
    answer = sign_in(alice).post(PAGE, sent)
    assert (answer.status_code, field(answer, "lifetime_days")) == (200, "999")
    assert "There is a problem" not in words(answer)
    assert re.findall(r'value="([^"]+)"[^>]* checked', answer.content.decode()) == ["runs:read"]
    assert "Nothing: no scope is chosen yet." in words(sign_in(alice).post(PAGE, {"preview": "1"}))


@pytest.mark.parametrize("preset", presets.PRESETS, ids=lambda preset: preset.id)
def test_the_line_to_try_answers_what_the_key_may_read(
    acme: Organization, alice: User, sign_in: Any, words: Any, opt_in: Any, api: Any, preset: presets.Preset
) -> None:
    opt_in(acme)
    answer = sign_in(alice).post(PAGE, _form(scopes=[*preset.scopes], allowed_networks=""))
    said, (secret,) = words(answer), _secrets(answer)
    (address,) = re.findall(r'curl -H "x-api-key: \$BILLING_KEY" http://localhost:8000(/v1/\S+)', said)
    assert api(address, secret).status_code == 200
    assert "For now the answer is" not in said
    turn_off_billing_reads(acme, actor=actors.command("tests"))
    answer = sign_in(alice).post(PAGE, _form(scopes=[*preset.scopes], allowed_networks=""))
    said, (secret,) = words(answer), _secrets(answer)
    refused = "For now the answer is 403 org_opt_in_required." in said
    assert refused == (api(address, secret).status_code == 403) == address.startswith("/v1/billing")

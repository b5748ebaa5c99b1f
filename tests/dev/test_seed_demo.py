"""``manage.py seed_demo``: what it creates, what a second run leaves alone, and when it refuses to run."""

import gzip
import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Sum
from django.test import Client
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.models import User
from billing_access.access.models import ApiKey, OptIn
from billing_access.access.services import turn_off_billing_reads, turn_on_billing_reads
from billing_access.billing.models import Account, BalanceEntry, Run, UsageDay
from billing_access.billing.operators import check_figures
from billing_audit.models import AuditEvent
from orgs.actors import command
from orgs.models import Invitation, Membership, Organization

SAMPLE: Final = Path(__file__).parents[2] / "sample_data" / "claude_code_dev.csv.gz"
SYSTEM = command("tests")
STATE, USAGE, RUNS, AUDIT = "billing.state:read", "billing.usage:read", "runs:read", "audit:read"
# By key: its scopes, and the statuses of state, usage and a run in an organization that has opted in.
KEYS: Final = {
    "Demo: all scopes": ([AUDIT, STATE, USAGE, RUNS], (200, 200, 200)),
    "Demo: state only": ([STATE], (200, 403, 403)),
    "Demo: usage only": ([USAGE], (403, 200, 403)),
    "Demo: runs only": ([RUNS], (403, 403, 200)),
    "Demo: all but billing": ([AUDIT, RUNS], (403, 403, 200)),
}


@pytest.fixture
def short(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the demo from every 400th run of the sample, since the whole sample takes seconds."""
    header, *rows = gzip.decompress(SAMPLE.read_bytes()).decode().splitlines()
    file = tmp_path / "short.csv.gz"
    file.write_bytes(gzip.compress("\n".join([header, *rows[::400]]).encode()))
    monkeypatch.setattr("dev.management.commands.seed_demo.SAMPLE", str(file))


def seed(*arguments: str) -> str:
    out = io.StringIO()
    call_command("seed_demo", *arguments, stdout=out)
    return out.getvalue()


def figures() -> list[Any]:
    """Return everything that must not change when the demo is seeded again."""
    tables = (Organization, Membership, User, OptIn, Account, BalanceEntry, Run, UsageDay)
    return [list(table.objects.order_by("pk").values()) for table in tables]


def answers(api: Any, secret: str, run_id: str) -> tuple[int, ...]:
    paths = ("/v1/billing/state", "/v1/billing/usage", f"/v1/runs/{run_id}")
    return tuple(api(path, secret).status_code for path in paths)


def test_json_is_one_object_with_everything_to_try(short: None, api: Any, capfd: pytest.CaptureFixture[str]) -> None:
    call_command("seed_demo", "--json")
    printed = capfd.readouterr()
    seeded = json.loads(printed.out)
    assert printed.err == ""
    assert set(seeded) == {"staff", "organizations"}
    assert set(seeded["staff"]) == {"email", "password"}
    assert {each["slug"]: each["opted_in"] for each in seeded["organizations"]} == {
        "acme-robotics": True,
        "borealis-labs": False,
    }
    for organization in seeded["organizations"]:
        assert set(organization) == {"id", "slug", "opted_in", "people", "keys"}
        assert organization["id"] == Organization.objects.get(slug=organization["slug"]).public_id
        assert [each["role"] for each in organization["people"]] == ["owner", "admin", "billing", "auditor", "member"]
        assert all(set(each) == {"email", "password", "role"} for each in organization["people"])
        assert {each["name"]: each["scopes"] for each in organization["keys"]} == {
            name: scopes for name, (scopes, _) in KEYS.items()
        }
        run_id = Run.objects.filter(organization__slug=organization["slug"]).first().run_id
        for key in organization["keys"]:
            expected = KEYS[key["name"]][1] if organization["opted_in"] else (403, 403, *KEYS[key["name"]][1][2:])
            assert answers(api, key["secret"], run_id) == expected, key["name"]


def test_everybody_can_sign_in(short: None) -> None:
    seeded = json.loads(seed("--json"))
    people = [each for organization in seeded["organizations"] for each in organization["people"]]
    for each in [seeded["staff"], *people]:
        assert Client().login(username=each["email"], password=each["password"]), each
    staff = User.objects.get(email=seeded["staff"]["email"])
    assert (staff.is_staff, staff.is_superuser, staff.billing_memberships.exists()) == (True, True, False)


def test_again_it_moves_no_figure_and_no_toggle_and_replaces_the_keys(short: None, api: Any) -> None:
    first = json.loads(seed("--json"))
    turn_off_billing_reads(Organization.objects.get(slug="acme-robotics"), actor=SYSTEM)
    turn_on_billing_reads(Organization.objects.get(slug="borealis-labs"), actor=SYSTEM)
    before, events = figures(), AuditEvent.objects.count()
    second = json.loads(seed("--json"))
    assert figures() == before
    # Five keys revoked and five created in each of two organizations, and nothing else.
    assert AuditEvent.objects.count() == events + 20
    assert [each["opted_in"] for each in second["organizations"]] == [False, True]
    for organization, was in zip(second["organizations"], first["organizations"], strict=True):
        assert (organization["id"], organization["people"]) == (was["id"], was["people"])
        for key, old in zip(organization["keys"], was["keys"], strict=True):
            assert api("/v1/key", key["secret"]).status_code == 200
            assert api("/v1/key", old["secret"]).json()["code"] == "key_revoked"
    assert ApiKey.objects.filter(revoked_at=None).count() == 10


def test_a_persons_own_key_of_a_demo_name_is_left_alone(short: None, api: Any, make_key: Any) -> None:
    seed()
    acme = Organization.objects.get(slug="acme-robotics")
    own = make_key(acme, name="Finance dashboard")
    seed()
    assert api("/v1/key", own.secret).status_code == 200


def test_a_changed_password_is_the_published_one_again(short: None) -> None:
    seeded = json.loads(seed("--json"))
    owner = User.objects.get(email="owner@acme-robotics.example")
    owner.set_password("something else entirely")
    owner.save()
    seed()
    assert Client().login(username=owner.email, password=seeded["staff"]["password"])


def test_in_words_it_prints_the_same(short: None) -> None:
    said = seed()
    assert "acme-robotics (o_" in said
    assert "billing reads on" in said
    assert "billing reads off" in said
    assert said.count("bak_live_") == 10


def test_outside_the_demo_it_refuses_and_makes_nothing(short: None, settings: Any) -> None:
    settings.DEMO = False
    for arguments in ([], ["--json"], ["--if-empty"]):
        with pytest.raises(CommandError, match="only with DEMO=on"):
            seed(*arguments)
    assert not User.objects.exists()
    assert not Organization.objects.exists()


def test_if_empty_seeds_once(short: None) -> None:
    assert json.loads(seed("--json", "--if-empty"))["staff"]
    keys = list(ApiKey.objects.values_list("pk", "revoked_at"))
    assert seed("--json", "--if-empty") == ""
    ApiKey.objects.update(revoked_at=timezone.now())
    assert seed("--json", "--if-empty") == ""
    assert ApiKey.objects.count() == len(keys)


def test_if_empty_does_nothing_where_an_organization_of_others_is(short: None, acme: Organization) -> None:
    before = figures()
    assert seed("--json", "--if-empty") == ""
    assert figures() == before
    assert not ApiKey.objects.exists()


@pytest.mark.parametrize("step", ["_import_sample", "_organization"])
def test_if_empty_completes_what_an_interruption_left(
    short: None, monkeypatch: pytest.MonkeyPatch, api: Any, step: str
) -> None:
    module = "dev.management.commands.seed_demo"
    with monkeypatch.context() as patch:
        calls = []

        def interrupt(*_: Any) -> dict[str, Any]:
            calls.append(1)
            if len(calls) == 2 or step == "_import_sample":
                raise KeyboardInterrupt
            return original(*_)

        original = __import__(module, fromlist=[step]).__dict__[step]
        patch.setattr(f"{module}.{step}", interrupt)
        with pytest.raises(KeyboardInterrupt):
            seed()
    assert not ApiKey.objects.exists()
    seeded = json.loads(seed("--json", "--if-empty"))
    assert all(
        api("/v1/key", key["secret"]).status_code == 200 for each in seeded["organizations"] for key in each["keys"]
    )
    assert Run.objects.count() == 2 * 47


def test_the_whole_sample_twice_over_its_copy_ending_today(transactional_db: None) -> None:
    # Committed as in real life: where autovacuum came by a large import that was not, it took the tables for empty, and
    # what was planned by that took minutes.
    seed()
    copies = Run.objects.filter(tags__contains={"copy": "shifted"})
    real = Run.objects.exclude(tags__contains={"copy": "shifted"})
    for runs in (copies, real):
        assert runs.count() == 18719
        assert runs.aggregate(Sum("total_cost_usd"))["total_cost_usd__sum"] == Decimal("11630.9509675")
    now = timezone.now()
    last = copies.order_by("-started_at").first().started_at
    assert last <= now
    assert (now.date() - last.date()).days <= 1
    assert real.order_by("-started_at").first().started_at.isoformat() == "2026-04-14T16:36:43+00:00"
    for organization in Organization.objects.all():
        assert check_figures(organization) == []
        assert organization.account.usage_total_usd > 11000


def test_it_tells_nobody_but_the_one_who_is_invited(short: None) -> None:
    seed()
    seed()
    invited = Invitation.objects.get()
    assert (invited.organization.slug, invited.is_open) == ("borealis-labs", True)
    assert list(ProcrastinateJob.objects.values_list("task_name", flat=True)) == ["orgs.send_invitation"]

"""A client that openapi-python-client generates from the OpenAPI document, used against a running server."""

import importlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from django.utils import timezone

pytestmark = pytest.mark.django_db(transaction=True)
PACKAGE = "billing_access_api_client"
CONFIG = "content_type_overrides:\n  application/problem+json: application/json\npost_hooks: []\n"


@pytest.fixture(scope="module")
def generate(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Return the folder of the client that is generated from a document, once for each content. A warning fails."""
    made: dict[str, Path] = {}

    def once(document: Path) -> Path:
        text = document.read_text()
        if text not in made:
            made[text] = _generate(document, tmp_path_factory.mktemp("client"))
        return made[text]

    return once


def _generate(document: Path, folder: Path) -> Path:
    config = folder / "config.yml"
    config.write_text(CONFIG)
    command = [Path(sys.executable).parent / "openapi-python-client", "generate", "--fail-on-warning"]
    done = subprocess.run(
        [*command, "--path", document, "--config", config, "--output-path", folder / "client"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "client"


@pytest.fixture
def generated(document: Path, generate: Callable[[Path], Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Import a module of the client: ``generated("api.runs.get_run")``."""
    monkeypatch.syspath_prepend(str(generate(document)))

    def module(name: str) -> ModuleType:
        return importlib.import_module(f"{PACKAGE}.{name}")

    yield module
    for name in [name for name in sys.modules if name.startswith(PACKAGE)]:
        del sys.modules[name]


@pytest.fixture
def client_of(generated: Any, live_server: Any) -> Iterator[Any]:
    """Return a function that makes a client with a key; the test's end closes its connections."""
    made = []

    def make(secret: str, **header: str) -> Any:
        made.append(generated("client").AuthenticatedClient(base_url=live_server.url, token=secret, **header))
        return made[-1]

    yield make
    for client in made:
        client.get_httpx_client().close()


def test_every_route(generated, client_of, secrets):
    client = client_of(secrets["everything"])
    state = generated("api.billing.get_billing_state").sync(client=client)
    assert (state.current_balance_usd, state.period_unpriced_run_count) == ("41.23", 1)
    assert state.as_of.utcoffset() == timedelta(0)

    page = generated("api.billing.list_billing_usage").sync(client=client, limit=5)
    assert ([run.run_id for run in page.runs], page.has_more) == ([f"wr_{n}" for n in range(5)], True)
    assert page.runs[3].total_cost_usd is None
    following = generated("api.billing.list_billing_usage").sync(client=client, limit=50, cursor=page.next_cursor)
    assert len(following.runs) == 7
    assert page.runs[1].tags.additional_properties == {"county": "adams"}

    now = timezone.now()
    summary = generated("api.billing.get_billing_usage_summary").sync(
        client=client,
        from_=now - timedelta(days=2),
        to=now + timedelta(days=1),
        timezone="Asia/Kathmandu",
        group_by=["tag:county"],
    )
    assert summary.totals.run_count == 12
    assert {key for bucket in summary.buckets for group in bucket.groups for key in group.key.to_dict()} == {
        "tag:county"
    }

    estimate = generated("api.billing.get_billing_estimate").sync(client=client, runs=3)
    assert (estimate.sample_size, estimate.covers_expected, estimate.covers_high) == (11, True, None)
    entries = generated("api.billing.list_billing_entries").sync(client=client, limit=1)
    assert (entries.current_balance_usd, entries.has_more) == ("41.23", False)
    assert [(entry.reference, entry.kind.value) for entry in entries.entries] == [("t", "top_up")]
    key = generated("api.key.get_key").sync(client=client)
    assert all(route.readable for route in key.routes)


def test_a_run_with_its_cost_without_it_and_before_it_started(generated, client_of, secrets):
    get_run, unset = generated("api.runs.get_run"), generated("types").UNSET
    run = get_run.sync(client=client_of(secrets["everything"]), run_id="wr_1")
    assert (run.total_cost_usd, run.cost_status.value, run.llm_tokens_out) == ("0.10", "final", None)
    bare = get_run.sync(client=client_of(secrets["runs alone"]), run_id="wr_1")
    assert bare.run_id == "wr_1"
    assert {bare.total_cost_usd, bare.cost_status, bare.llm_tokens_in, bare.llm_tokens_out} == {unset}
    queued = get_run.sync(client=client_of(secrets["everything"]), run_id="wr_queued")
    assert (queued.started_at, queued.total_cost_usd, queued.status.value) == (None, None, "queued")


def test_the_other_header_works_too(generated, client_of, secrets):
    client = client_of(secrets["everything"], prefix="", auth_header_name="x-api-key")
    assert generated("api.key.get_key").sync(client=client).name == "Test key"


def test_refusals_are_typed_problems(generated, client_of, secrets):
    read = generated("api.billing.get_billing_state").sync_detailed
    problem = generated("models").Problem
    for who, status, code in (
        ("runs alone", 403, "insufficient_scope"),
        ("nobody's", 401, "invalid_key"),
    ):
        answer = read(client=client_of(secrets[who]))
        assert (answer.status_code, type(answer.parsed), answer.parsed.code) == (status, problem, code)
    missing = generated("api.runs.get_run").sync_detailed(client=client_of(secrets["everything"]), run_id="none")
    assert (missing.status_code, missing.parsed.code) == (404, "not_found")


def test_an_answer_that_was_kept(generated, client_of, secrets):
    client, read = client_of(secrets["everything"]), generated("api.billing.get_billing_state").sync_detailed
    first = read(client=client)
    again = read(client=client, if_none_match=first.headers["ETag"])
    assert (again.status_code, again.parsed) == (304, None)


def test_never_fed_is_null_in_every_model(generated, client_of, secrets):
    client = client_of(secrets["never fed"])
    state = generated("api.billing.get_billing_state").sync(client=client)
    assert (state.current_balance_usd, state.billing_mode, state.period_usage_usd) == (None, None, None)
    summary = generated("api.billing.get_billing_usage_summary").sync(client=client)
    assert summary.totals.total_cost_usd is None
    entries = generated("api.billing.list_billing_entries").sync(client=client)
    assert (entries.entries, entries.entries_total_usd, entries.current_balance_usd) == ([], None, None)


def test_an_unknown_field_is_kept_and_a_missing_required_one_is_an_error(generated, api, secrets):
    """How such a client treats a newer server, and one that breaks the contract."""
    body = api("/v1/runs/wr_1", secrets["everything"]).json()
    model = generated("models").Run
    assert model.from_dict({**body, "brand_new": {"a": [1]}}).additional_properties == {"brand_new": {"a": [1]}}
    for name in ("run_id", "run_type", "status", "created_at", "modified_at"):
        with pytest.raises(KeyError):
            model.from_dict({key: value for key, value in body.items() if key != name})
    assert json.loads(json.dumps(model.from_dict(body).to_dict())).keys() == body.keys()

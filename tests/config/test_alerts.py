"""Each way to fail fires its own alert and no other. Alerts and dashboard use only metrics that there are."""

import json
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings

from billing_audit.verification.report import Verdict
from config.database_metrics import DatabaseCollector
from config.metrics import WEB
from orgs.management.commands.verify_audit import EXIT_CODES
from tests.prometheus import ALERTS, PROMTOOL, needs_prometheus

DASHBOARD = Path(settings.BASE_DIR) / "deploy" / "grafana" / "billing-access.json"
RULES = [rule for group in yaml.safe_load(ALERTS.read_text())["groups"] for rule in group["rules"]]
# Values each minute for 90 minutes, which begin at the time 0: now, 27 hours before that, 1, 0, one more each minute.
NOW, LONG_AGO, STEADY, ZERO, GROWING = "0+60x90", "-97200x90", "1x90", "0x90", "0+1x90"
# A site where all is well.
WELL = {
    'requests_total{method="GET",route="/v1/key",status="200"}': "0+600x90",
    'requests_total{method="GET",route="/o/<slug:slug>/overview/",status="200"}': "0+600x90",
    'requests_total{method="GET",route="/readyz",status="200"}': "0+60x90",
    'request_seconds_bucket{route="/v1/key",le="0.1"}': "0+600x90",
    'request_seconds_bucket{route="/v1/key",le="2.5"}': "0+600x90",
    'request_seconds_bucket{route="/v1/key",le="+Inf"}': "0+600x90",
    "faults_total": ZERO,
    "failed_records_total": ZERO,
    "statements_out_of_time_total": ZERO,
    "rate_limit_storage_failures_total": ZERO,
    'failed_credentials_total{kind="unknown"}': ZERO,
    'failed_credentials_total{kind="ended"}': "0+1000x90",
    "database_read": STEADY,
    "timeline_accepted": STEADY,
    "sealer_heartbeat_timestamp_seconds": NOW,
    "oldest_unsealed_seconds": STEADY,
    "workers": STEADY,
    "oldest_waiting_job_seconds": STEADY,
    "failed_jobs": STEADY,
    "partition_faults": ZERO,
    "partition_months_ahead": "3x90",
    'verified_timestamp_seconds{by="verify_audit"}': NOW,
    # The site's own verification does not quiet the alarm about the other one.
    'verified_timestamp_seconds{by="worker"}': NOW,
    'verdict{by="verify_audit",verdict="intact"}': STEADY,
    'verdict{by="verify_audit",verdict="altered"}': ZERO,
    'verdict{by="worker",verdict="altered"}': ZERO,
    "checkpoints_published_timestamp_seconds": NOW,
    "restore_statements": STEADY,
    "stale_organizations": ZERO,
    "figures_checked_timestamp_seconds": NOW,
    "differing_organizations": ZERO,
    "unchecked_organizations": ZERO,
    "webhook_senders": STEADY,
    "oldest_webhook_delivery_seconds": STEADY,
    'webhook_attempts{outcome="delivered"}': "5x90",
    'webhook_attempts{outcome="refused"}': STEADY,
    'webhook_attempts{outcome="unanswered"}': "30x90",
}
# What is otherwise in each way to fail, by the alert; None: the series is not there.
BROKEN: dict[str, dict[str, str | None]] = {
    "MetricsMissing": {"database_read": None},
    "NoRequests": {name: "5x90" for name in WELL if name.startswith("requests_total")},
    "NotReady": {'requests_total{method="GET",route="/readyz",status="503"}': GROWING},
    "ReadsFailing": {'requests_total{method="GET",route="/v1/key",status="503"}': "0+60x90"},
    "PagesFailing": {'requests_total{method="GET",route="/o/<slug:slug>/overview/",status="503"}': "0+60x90"},
    "Faults": {"faults_total": "0x85 1x5"},
    "ReadsSlow": {'request_seconds_bucket{route="/v1/key",le="0.1"}': "0+540x90"},
    "RecordsFailing": {"failed_records_total": "0x87 1x3"},
    "StatementsOutOfTime": {"statements_out_of_time_total": GROWING},
    "RateLimitStorageDown": {"rate_limit_storage_failures_total": GROWING},
    "KeysGuessed": {'failed_credentials_total{kind="unknown"}': "0+100x90"},
    "DatabaseUnread": {"database_read": ZERO},
    "TimelineNotAccepted": {"timeline_accepted": ZERO},
    "SealerStopped": {"sealer_heartbeat_timestamp_seconds": LONG_AGO},
    "EventsUnsealed": {"oldest_unsealed_seconds": "300x90"},
    "WorkerStopped": {"workers": ZERO},
    "JobsWaiting": {"oldest_waiting_job_seconds": "700x90"},
    "JobsFailed": {"failed_jobs": "1x70 2x20"},
    "PartitionsMissing": {"partition_months_ahead": ZERO},
    "LogUnverified": {'verified_timestamp_seconds{by="verify_audit"}': LONG_AGO},
    "LogNotIntact": {'verdict{by="worker",verdict="altered"}': STEADY},
    "CheckpointsNotPublished": {"checkpoints_published_timestamp_seconds": LONG_AGO},
    "LogRestored": {"restore_statements": "1x70 2x20"},
    "FeedsStale": {"stale_organizations": STEADY},
    "FiguresUnchecked": {"figures_checked_timestamp_seconds": LONG_AGO},
    "FiguresDiffer": {"differing_organizations": STEADY},
    "WebhookSenderStopped": {"webhook_senders": ZERO},
    "WebhooksWaiting": {"oldest_webhook_delivery_seconds": "400x90"},
    "WebhooksUnanswered": {'webhook_attempts{outcome="unanswered"}': "300x90"},
}


def case(changes: dict[str, str | None], firing: Iterable[str]) -> dict[str, Any]:
    """Return a test of promtool: after 90 minutes with these changes exactly these alerts fire."""
    told = {name: values for name, values in {**WELL, **changes}.items() if values}
    return {
        "interval": "1m",
        "input_series": [{"series": f"billing_access_{name}", "values": values} for name, values in told.items()],
        "promql_expr_test": [
            {
                "expr": 'count by (alertname) (ALERTS{alertstate="firing"})',
                "eval_time": "90m",
                "exp_samples": [{"labels": f'{{alertname="{name}"}}', "value": 1} for name in firing],
            }
        ],
    }


def promtool(*arguments: str) -> subprocess.CompletedProcess[str]:
    assert PROMTOOL
    return subprocess.run([PROMTOOL, *arguments], capture_output=True, text=True, timeout=120, check=False)


@needs_prometheus
def test_the_rules_are_well_formed() -> None:
    checked = promtool("check", "rules", str(ALERTS))
    assert checked.returncode == 0, checked.stdout + checked.stderr


@needs_prometheus
def test_each_way_to_fail_fires_its_own_alert_and_no_other(tmp_path: Path) -> None:
    tests = [case({}, []), *(case(changes, [name]) for name, changes in BROKEN.items())]
    # It has two ways.
    tests.append(case({"unchecked_organizations": STEADY}, ["FiguresUnchecked"]))
    written = {"rule_files": [str(ALERTS)], "evaluation_interval": "2m", "tests": tests}
    (tmp_path / "alerts_test.yml").write_text(json.dumps(written))
    tested = promtool("test", "rules", str(tmp_path / "alerts_test.yml"))
    assert tested.returncode == 0, tested.stdout + tested.stderr


def test_every_alert_has_a_way_to_fail_and_says_whom_it_wakes_and_what_to_do() -> None:
    assert [rule["alert"] for rule in RULES] == list(BROKEN)
    assert {rule["labels"]["severity"] for rule in RULES} == {"page", "ticket"}
    documented = (Path(settings.BASE_DIR) / "docs" / "operations.md").read_text()
    assert [rule["alert"] for rule in RULES if f"`{rule['alert']}`" not in documented] == []


def test_a_verdict_wakes_somebody_where_verify_audit_fails() -> None:
    (rule,) = (rule for rule in RULES if rule["alert"] == "LogNotIntact")
    (accepted,) = re.findall(r'verdict!~"([^"]+)"', rule["expr"])
    assert set(accepted.split("|")) == {str(each) for each in Verdict if EXIT_CODES[each] == 0}


@pytest.fixture
def names(db: None) -> set[str]:
    """The names of all samples that serve_metrics serves."""
    database = DatabaseCollector()
    database.read()
    families = [*WEB.collect(), *database.collect()]
    suffixes = {"counter": ("_total",), "gauge": ("",), "histogram": ("_bucket", "_sum", "_count")}
    return {f"{family.name}{suffix}" for family in families for suffix in suffixes[family.type]}


def test_alerts_and_dashboard_use_only_metrics_that_there_are(names: set[str]) -> None:
    shown = [target["expr"] for panel in json.loads(DASHBOARD.read_text())["panels"] for target in panel["targets"]]
    for expressions in (shown, [rule["expr"] for rule in RULES]):
        used = {name for each in expressions for name in re.findall(r"billing_access_\w+", each)}
        assert len(used) > 20
        assert used - names == set()
    assert {re.split(r"[{]", f"billing_access_{name}")[0] for name in WELL} <= names

"""Debian's Prometheus and its promtool, and metrics as text read back into numbers."""

import os
import shutil
import signal
import subprocess
from pathlib import Path
from typing import Any, Final

import pytest
from django.conf import settings
from prometheus_client.parser import text_string_to_metric_families

from dev.postgres_server import ends_with_starter

PROMETHEUS: Final = shutil.which("prometheus")
PROMTOOL: Final = shutil.which("promtool")
ALERTS: Final = Path(settings.BASE_DIR) / "deploy" / "prometheus" / "alerts.yml"
needs_prometheus = pytest.mark.skipif(
    PROMETHEUS is None or PROMTOOL is None, reason="prometheus is not installed (.ci/run installs it)"
)
Series = tuple[str, frozenset[tuple[str, str]]]


def samples_of(text: str) -> dict[Series, float]:
    """Return the value of each series in an answer of ``/metrics``, by its name and labels."""
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def series(name: str, **labels: str) -> Series:
    """Return the name and labels of one of the site's series."""
    return f"billing_access_{name}", frozenset(labels.items())


def start_prometheus(folder: Path, port: int, configuration: str) -> subprocess.Popen[Any]:
    """Start Prometheus with this configuration, on a port of this machine."""
    (folder / "prometheus.yml").write_text(configuration)
    assert PROMETHEUS
    command = [PROMETHEUS, f"--config.file={folder}/prometheus.yml", f"--storage.tsdb.path={folder}/data"]
    with (folder / "prometheus.log").open("wb") as log:
        return subprocess.Popen(
            [*command, f"--web.listen-address=127.0.0.1:{port}"], stdout=log, stderr=log, cwd=folder,
            env={**os.environ, "GOMAXPROCS": "1"}, preexec_fn=ends_with_starter(signal.SIGKILL),
        )  # fmt: skip

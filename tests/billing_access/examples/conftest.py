"""Running an example as a person does: its file, a key in the environment, a server that answers."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

Example = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def example(live_server: Any, tmp_path: Path) -> Example:
    """Run ``examples/<name>.py`` in an empty folder: ``example("daily_spike", secret, "--limit", "5")``."""

    def run(name: str, secret: str, *arguments: str, url: str = live_server.url) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, settings.BASE_DIR / "examples" / f"{name}.py", *arguments],
            cwd=tmp_path,
            env={"PATH": os.environ["PATH"], "BILLING_KEY": secret, "BILLING_URL": url},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run

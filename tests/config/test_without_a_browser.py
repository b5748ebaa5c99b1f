"""Without Chromium, pytest reports that the browser tests did not run; under CI that is a failure."""

import os
import subprocess
import sys

import pytest

from dev.postgres_paths import CHECKOUT

# The browser tests, and a file that needs no database.
TESTS = ["tests/browser", "tests/billing_access/billing/test_money.py"]


def run_pytest(*paths: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run the tests as `make test` does, with no Chromium to be found."""
    usual = {name: value for name, value in os.environ.items() if name != "CI"}
    return subprocess.run(
        [sys.executable, "-m", "pytest", *paths],
        cwd=CHECKOUT,
        env={**usual, "CHROMIUM": "/nowhere/chromium", **environ},
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_they_are_said_in_words_not_to_have_run():
    ended = run_pytest(*TESTS)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    *_, words, result = ended.stdout.strip().splitlines()
    assert words.startswith("NOT RUN: ")
    assert "browser tests, since there is no Chromium. Debian: apt-get install chromium-headless-shell." in words
    assert "0 browser tests" not in words
    assert "passed" in result


def test_under_ci_that_is_a_failure():
    ended = run_pytest(*TESTS, CI="true")
    assert ended.returncode == pytest.ExitCode.USAGE_ERROR
    assert "CI=true and no Chromium" in ended.stderr
    assert "passed" not in ended.stdout


def test_nothing_is_said_where_no_browser_test_was_asked_for():
    ended = run_pytest(TESTS[1], CI="true")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "NOT RUN" not in ended.stdout

"""What tests take for a process of `manage.py` or a script is one, though it is forked: a fault in it is seen."""

import os
import signal
import subprocess
from collections.abc import Callable

import pytest
from django.db import connection

from tests.forks import Forked

pytestmark = pytest.mark.django_db
Start = Callable[..., Forked]


def test_its_streams_arguments_environment_and_exit_code_are_its_own(start: Start) -> None:
    code = (
        "import os, sys\n"
        "database = os.environ['DATABASE_URL'].rpartition('/')[2]\n"
        "print(sys.argv, os.environ['LOG_LEVEL'], database, input(), os.getpid())\n"
        "print('wrong', file=sys.stderr)\n"
        "sys.exit(3)"
    )
    process = start("-c", code, "one", LOG_LEVEL="ERROR")
    assert process.poll() is None
    process.stdin.write("two\n")
    assert process.communicate(timeout=30) == (
        f"['-c', 'one'] ERROR {connection.settings_dict['NAME']} two {process.pid}\n", "wrong\n"
    )  # fmt: skip
    assert process.poll() == process.wait() == 3


def test_an_error_ends_it_with_a_traceback_and_a_signal_with_its_number(start: Start) -> None:
    process = start("-c", "raise ValueError('on purpose')")
    assert process.communicate(timeout=30)[1].endswith("ValueError: on purpose\n")
    assert process.returncode == 1
    for number in (signal.SIGTERM, signal.SIGKILL):
        process = start("-c", "print('there', flush=True); input()")
        assert process.stdout.readline() == "there\n"
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.01)
        process.send_signal(number)
        assert process.wait(30) == -number


def test_its_settings_are_those_of_its_environment_and_it_does_not_outlive_its_context(start: Start) -> None:
    code = "from django.conf import settings; print(settings.LOGGING['root']['level'], flush=True); input()"
    for level, environ in (("INFO", {}), ("ERROR", {"LOG_LEVEL": "ERROR"})):
        with start("-c", code, **environ) as process:
            assert process.stdout.readline() == f"{level}\n"
        with pytest.raises(ProcessLookupError):
            os.kill(process.pid, 0)


def test_a_command_runs(start: Start) -> None:
    process = start("manage.py", "check")
    assert "no issues" in process.communicate(timeout=60)[0]
    assert process.returncode == 0

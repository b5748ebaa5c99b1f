"""The rate limit store: exact, bounded in memory, shared through a real server, and limited also when that is down."""

import logging
import subprocess
import sys
import threading
import time
from collections.abc import Callable

import pytest
import time_machine
from limits import RateLimitItemPerMinute

from billing_access.api import rate_limit_store
from billing_access.api.rate_limit_store import MEMORY, WindowMemory, Windows

MINUTE = RateLimitItemPerMinute
BEGIN = 1_795_400_000.25


@pytest.fixture(params=["memory", "server"])
def counting_in(request) -> Callable[[], Windows]:
    """The windows in memory and on a real server."""
    if request.param == "memory":
        return lambda: Windows(MEMORY)
    server = request.getfixturevalue("redis_server")
    return lambda: Windows(server.url)


def allowed(counter: Windows, times: int, *identifiers: str, limit: int = 5) -> int:
    """Return how many of so many hits are allowed."""
    return sum(counter.hit(MINUTE(limit), *identifiers).allowed for _ in range(times))


def test_never_more_than_the_limit_in_any_minute(counting_in):
    counter = counting_in()
    with time_machine.travel(BEGIN, tick=False) as clock:
        assert allowed(counter, 3, "a") == 3
        clock.shift(40)
        assert allowed(counter, 9, "a") == 2
        clock.shift(19.9)
        assert allowed(counter, 9, "a") == 0
        clock.shift(0.2)
        assert allowed(counter, 9, "a") == 3
        clock.shift(39)
        assert allowed(counter, 9, "a") == 0


def test_a_window_says_what_is_left_and_when_the_oldest_hit_leaves(counting_in):
    counter = counting_in()
    with time_machine.travel(BEGIN, tick=False) as clock:
        first = counter.hit(MINUTE(2), "a")
        assert (first.allowed, first.remaining, round(first.frees_in, 3)) == (True, 1, 60)
        clock.shift(15)
        counter.hit(MINUTE(2), "a")
        refused = counter.hit(MINUTE(2), "a")
        assert (refused.allowed, refused.remaining, round(refused.frees_in, 3)) == (False, 0, 45)
        assert counter.look(MINUTE(2), "a") == refused


def test_a_hit_without_room_delays_nobody(counting_in):
    counter = counting_in()
    with time_machine.travel(BEGIN, tick=False) as clock:
        assert allowed(counter, 5, "a") == 5
        for _ in range(10):
            clock.shift(5.9)
            assert allowed(counter, 3, "a") == 0
        clock.shift(1.1)
        assert allowed(counter, 5, "a") == 5


def test_looking_spends_nothing(counting_in):
    counter = counting_in()
    for _ in range(20):
        assert counter.look(MINUTE(5), "a").remaining == 5
    assert allowed(counter, 9, "a") == 5


def test_threads_share_one_budget_exactly(counting_in):
    counter = counting_in()
    found: list[int] = []
    threads = [threading.Thread(target=lambda: found.append(allowed(counter, 50, "a", limit=120))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(found) == 120


_PROCESS = """
import sys
from limits import RateLimitItemPerMinute
from billing_access.api.rate_limit_store import Windows
counter = Windows(sys.argv[1])
print("ready", "redis" in sys.modules, flush=True)
sys.stdin.readline()
print(sum(counter.hit(RateLimitItemPerMinute(120), "key", "one").allowed for _ in range(100)))
"""


@pytest.mark.parametrize(("shared", "expected"), [(True, 120), (False, 200)])
def test_two_processes_share_one_budget_exactly_through_a_server_and_not_without(redis_server, shared, expected):
    url = redis_server.url if shared else MEMORY
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", _PROCESS, url], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    for process in processes:
        assert process.stdout is not None
        # The library of redis, which takes a tenth of the start of a process, is imported for a server alone.
        assert process.stdout.readline() == f"ready {shared}\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    counts = [int(process.communicate(timeout=60)[0]) for process in processes]
    assert sum(counts) == expected, counts


def test_a_killed_server_leaves_a_limit_and_one_error_a_minute(redis_server, caplog, monkeypatch):
    monkeypatch.setattr(rate_limit_store, "_RETRY_SECONDS", 0)
    counter = Windows(redis_server.url)
    assert allowed(counter, 3, "a") == 3
    redis_server.kill()
    with caplog.at_level(logging.ERROR):
        assert allowed(counter, 20, "a") == 5
        assert counter.look(MINUTE(5), "a").allowed is False
    (line,) = [record for record in caplog.records if record.name == rate_limit_store.__name__]
    assert "RATE_LIMIT_STORAGE is unavailable" in line.getMessage()
    monkeypatch.setattr(counter, "_log_at", time.monotonic())
    with caplog.at_level(logging.ERROR):
        allowed(counter, 20, "a")
    assert len([record for record in caplog.records if record.name == rate_limit_store.__name__]) == 2
    redis_server.start()
    assert allowed(counter, 9, "a") == 5


def test_a_server_that_is_away_is_left_alone_for_a_while(redis_server, monkeypatch):
    counter = Windows(redis_server.url)
    redis_server.kill()
    allowed(counter, 1, "a")
    redis_server.start()
    assert allowed(counter, 9, "a") == 4
    monkeypatch.setattr(counter, "_retry_at", 0.0)
    assert allowed(counter, 9, "a") == 5


def test_a_server_that_never_answers_holds_a_request_for_no_longer_than_its_timeouts(tmp_path):
    import socket

    path = tmp_path / "deaf.sock"
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(str(path))
        deaf.listen(8)
        counter = Windows(f"redis+unix://{path}")
        began = time.monotonic()
        assert allowed(counter, 9, "a") == 5
        assert time.monotonic() - began < 2


def test_a_password_in_the_url_is_not_logged(caplog):
    counter = Windows("redis://user:hunter2@127.0.0.1:1/0")
    with caplog.at_level(logging.DEBUG):
        assert allowed(counter, 9, "a") == 5
    assert "RATE_LIMIT_STORAGE is unavailable" in caplog.text
    assert "hunter2" not in caplog.text


def test_memory_keeps_nothing_beyond_its_window():
    memory = WindowMemory()
    with time_machine.travel(BEGIN, tick=False) as clock:
        for number in range(1000):
            memory.hit(MINUTE(5), "address", str(number))
            clock.shift(0.01)
        clock.shift(61)
        memory.hit(MINUTE(5), "another")
    assert len(memory._windows) == 1


def test_memory_starts_no_thread_for_a_hit():
    memory = WindowMemory()
    before = threading.active_count()
    for number in range(100):
        memory.hit(MINUTE(5), str(number))
    assert threading.active_count() == before

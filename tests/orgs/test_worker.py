"""The worker as a real process: it sends every committed e-mail once, whenever it or the mail server is killed."""

import asyncio
import signal
import socketserver
import threading
import time
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.message import Message
from typing import Any

import pytest
from django.db import connection, connections
from django.test import override_settings
from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.models import User
from orgs.mail.notify import notify
from orgs.models import Membership, Organization, SentEmail
from orgs.tasks import RETRIES, forget_sent, resume_stalled, send_email
from tests.forks import Forked
from tests.mailers import mailer

pytestmark = pytest.mark.django_db(transaction=True)
CONTEXT = {"by": "alice@example.com", "before": "Member", "role": "Admin"}


class MailServer(socketserver.ThreadingTCPServer):
    """An SMTP server that stores its mail. It can wait before a mail is complete, or before it confirms one."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Talk)
        self.begin_anew()
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()

    def begin_anew(self) -> None:
        """Forget all mail, and accept it at once."""
        self.kept: list[Message] = []
        self.refuses = False
        self.waits_before = ""
        self.reached, self.go_on = threading.Event(), threading.Event()

    @property
    def url(self) -> str:
        return f"smtp+plain://127.0.0.1:{self.server_address[1]}"

    def wait(self, place: str) -> None:
        if self.waits_before == place:
            self.reached.set()
            self.go_on.wait(30)


class Talk(socketserver.StreamRequestHandler):
    """One client's connection to the mail server."""

    server: MailServer

    def handle(self) -> None:
        self.wfile.write(b"220 ready\r\n")
        while line := self.rfile.readline():
            word = line[:4].upper().strip()
            if word == b"DATA":
                if not self._take():
                    return
            elif word == b"QUIT":
                self.wfile.write(b"221 bye\r\n")
                return
            else:
                self.wfile.write(b"450 later\r\n" if self.server.refuses and word == b"MAIL" else b"250 ok\r\n")

    def _take(self) -> bool:
        self.server.wait("taking")
        try:
            self.wfile.write(b"354 go on\r\n")
        except OSError:
            return False
        lines: list[bytes] = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line)
        if line == b"":
            return False
        self.server.kept.append(message_from_bytes(b"".join(lines)))
        self.server.wait("answering")
        try:
            self.wfile.write(b"250 kept\r\n")
        except OSError:
            return False
        return True


@pytest.fixture(scope="session")
def one_mail_server() -> Iterator[MailServer]:
    """A mail server for all tests: with one address, one environment serves for all workers."""
    server = MailServer()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def mail_server(one_mail_server: MailServer) -> Iterator[MailServer]:
    """The mail server, without mail."""
    one_mail_server.begin_anew()
    yield one_mail_server
    one_mail_server.go_on.set()


@pytest.fixture
def start_worker(mail_server: MailServer, start: Any) -> Callable[[], Forked]:
    """Start `manage.py procrastinate worker`; it is killed after the test."""
    return lambda: start("manage.py", "procrastinate", "worker", EMAIL_URL=mail_server.url)


def _within(seconds: float, holds: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if holds():
            return True
        time.sleep(0.05)
    return False


def _statuses() -> list[str]:
    return list(
        ProcrastinateJob.objects.filter(queue_name="billing-access-email")
        .order_by("id")
        .values_list("status", flat=True)
    )


def _kill(worker: Forked) -> None:
    """Kill the worker, and let its last heartbeat be half a minute old, after which it counts as gone."""
    worker.kill()
    worker.wait()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 minute'")


CHANGE = """
import os, signal, sys
import django
django.setup()
from django.db import transaction
from orgs import actors
from orgs.services import members
from orgs.models import Membership
with transaction.atomic():
    members.change_role(Membership.objects.get(user__email="bob@example.com"), role="admin", actor=actors.command("t"))
    if sys.argv[1] == "before":
        os.kill(os.getpid(), signal.SIGKILL)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize(
    ("killed", "role", "sent"), [("before", "member", []), ("after", "admin", ["alice@example.com", "bob@example.com"])]
)
def test_a_process_killed_around_its_commit_neither_loses_nor_invents(
    acme: Organization,
    bob: User,
    mail_server: MailServer,
    start: Any,
    start_worker: Callable[[], Any],
    killed: str,
    role: str,
    sent: list[str],
) -> None:
    assert start("-c", CHANGE, killed).wait(60) == -signal.SIGKILL
    assert Membership.objects.get(user=bob).role == role
    assert _statuses() == ["todo"] * len(sent)
    start_worker()
    assert _within(
        30, lambda: ProcrastinateJob.objects.filter(queue_name="billing-access-upkeep", status="succeeded").exists()
    )
    assert _within(30, lambda: _statuses() == ["succeeded"] * len(sent))
    assert sorted(message["To"] for message in mail_server.kept) == sent


def test_a_worker_killed_before_the_server_has_the_mail_sends_it_once(
    acme: Organization, bob: User, mail_server: MailServer, start_worker: Callable[[], Any]
) -> None:
    notify("orgs/email/role_changed.txt", organization=acme, people=[bob], context=CONTEXT)
    mail_server.waits_before = "taking"
    first = start_worker()
    assert mail_server.reached.wait(30)
    assert _statuses() == ["doing"]
    _kill(first)
    mail_server.waits_before = ""
    mail_server.go_on.set()
    start_worker()
    assert _within(60, lambda: _statuses() == ["succeeded"])
    assert len(mail_server.kept) == SentEmail.objects.count() == 1


def test_in_the_one_window_a_mail_goes_out_twice_under_one_message_id(
    acme: Organization, bob: User, mail_server: MailServer, start_worker: Callable[[], Any]
) -> None:
    notify("orgs/email/role_changed.txt", organization=acme, people=[bob], context=CONTEXT)
    mail_server.waits_before = "answering"
    first = start_worker()
    assert mail_server.reached.wait(30)
    _kill(first)
    mail_server.waits_before = ""
    mail_server.go_on.set()
    start_worker()
    assert _within(60, lambda: _statuses() == ["succeeded"])
    assert len(mail_server.kept) == 2
    assert len({message["Message-ID"] for message in mail_server.kept}) == 1


def test_a_stalled_job_whose_sibling_is_queued_holds_up_no_other(acme: Organization, bob: User) -> None:
    forget_sent.defer(timestamp=1)
    notify("orgs/email/role_changed.txt", organization=acme, people=[bob], context=CONTEXT)
    asyncio.run(_take_up_and_die(jobs=2))
    forget_sent.defer(timestamp=2)
    asyncio.run(_resume())
    assert _statuses() == ["todo"]
    jobs = ProcrastinateJob.objects.filter(task_name=forget_sent.name).order_by("id")
    assert list(jobs.values_list("status", flat=True)) == ["aborted", "todo"]


async def _take_up_and_die(jobs: int) -> None:
    """Take jobs as a worker does that is then killed: they stay taken, and its heartbeat stops."""
    with app.replace_connector(app.connector.get_worker_connector()) as working:
        async with working.open_async():
            worker_id = await working.job_manager.register_worker()
            for _ in range(jobs):
                assert await working.job_manager.fetch_job(queues=None, worker_id=worker_id)
            await working.connector.execute_query_async(
                "UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 minute'"
            )


async def _resume() -> None:
    """Run the periodic job as a living worker does."""
    with app.replace_connector(app.connector.get_worker_connector()) as working:
        async with working.open_async():
            await resume_stalled.configure(priority=1).defer_async(timestamp=0)
            worker_id = await working.job_manager.register_worker()
            job = await working.job_manager.fetch_job(queues=["billing-access-upkeep"], worker_id=worker_id)
            context = JobContext(app=working, job=job, start_timestamp=0, abort_reason=lambda: None)
            await resume_stalled.func(context, timestamp=0)


def test_two_workers_send_each_mail_once(
    acme: Organization, mail_server: MailServer, start_worker: Callable[[], Any]
) -> None:
    people = [User.objects.create_user(f"person{number}@example.com") for number in range(40)]
    Membership.objects.bulk_create(Membership(organization=acme, user=user, role="member") for user in people)
    workers = [start_worker(), start_worker()]
    notify("orgs/email/role_changed.txt", organization=acme, people=people, context=CONTEXT)
    assert _within(60, lambda: _statuses() == ["succeeded"] * 40)
    assert sorted(message["To"] for message in mail_server.kept) == sorted(user.email for user in people)
    for worker in workers:
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(20) == 0


def test_one_job_taken_up_by_two_at_once_sends_once(acme: Organization, bob: User, mail_server: MailServer) -> None:
    notify("orgs/email/role_changed.txt", organization=acme, people=[bob], context=CONTEXT)
    arguments = ProcrastinateJob.objects.get().args
    mail_server.waits_before = "answering"
    host, port = mail_server.server_address[:2]
    ended: list[int] = []

    def run() -> None:
        send_email.func(**arguments)
        ended.append(1)
        connections.close_all()

    with override_settings(**mailer("smtp", host=host, port=port)):
        threads = [threading.Thread(target=run) for _ in range(2)]
        for thread in threads:
            thread.start()
        assert mail_server.reached.wait(10)
        time.sleep(0.5)
        assert ended == []
        mail_server.go_on.set()
        for thread in threads:
            thread.join(10)
    assert (len(ended), len(mail_server.kept)) == (2, 1)


def test_a_server_that_refuses_is_tried_again_later(
    acme: Organization, bob: User, mail_server: MailServer, start_worker: Callable[[], Any]
) -> None:
    notify("orgs/email/role_changed.txt", organization=acme, people=[bob], context=CONTEXT)
    mail_server.refuses = True
    start_worker()
    assert _within(
        30,
        lambda: ProcrastinateJob.objects.filter(queue_name="billing-access-email", attempts=1, status="todo").exists(),
    )
    assert not SentEmail.objects.exists()
    mail_server.refuses = False
    assert _within(30, lambda: _statuses() == ["succeeded"])
    assert len(mail_server.kept) == 1


def test_the_waits_grow_to_about_a_day_and_end() -> None:
    waits = [RETRIES.exponential_wait ** (attempt + 1) for attempt in range(RETRIES.max_attempts or 0)]
    assert waits == sorted(waits)
    assert 20 * 3600 < sum(waits) < 30 * 3600


def test_a_job_that_fails_for_good_is_logged(
    acme: Organization, bob: User, mail_server: MailServer, start_worker: Callable[[], Any]
) -> None:
    notify("orgs/email/role_changed.txt", organization=acme, people=[bob], context=CONTEXT)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET attempts = %s", [RETRIES.max_attempts])
    mail_server.refuses = True
    worker = start_worker()
    assert _within(30, lambda: _statuses() == ["failed"])
    worker.terminate()
    assert "ended with status: Error" in "".join(worker.communicate(timeout=30))

"""The chaos: eight clients of two organizations, and the instants at which the parts of their site are killed."""

import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from django.db import Error, connection

from accounts.models import User
from billing_access.access.services import IssuedKey, issue_key, turn_on_billing_reads
from billing_access.routes import BILLING_STATE
from billing_access.scopes import ALL_SCOPES, RUNS_READ
from billing_audit.transparency.checkpoints import publish_newest
from orgs.services import organizations
from tests.chaos.book import ON, Book, Change, Key
from tests.chaos.clients import Client, Importer, KeyChanger, Reader, Site, Toggler
from tests.chaos.processes import QUICK, VICTIMS, Processes
from tests.conftest import SIGNER, SYSTEM

# After everything was killed at once: PostgreSQL, PgBouncer and five processes of Python start. On two cores it
# took 6 s with little else to do, and 37 s while other work kept them busy.
ANSWERS_WITHIN_SECONDS: Final = 60.0
# How long a transaction, with its locks, may outlive its process; no transaction of the site takes as long.
LEFT_BEHIND_SECONDS: Final = 15.0
_OLDER: Final = (
    "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
    " AND xact_start < coalesce(%s, clock_timestamp() - make_interval(secs => %s))"
)


class Chaos:
    """Two organizations of one owner, their clients, and what these noted. Only Beta's opt-in changes."""

    def __init__(self, site: Site, owner: User, folder: Path, chance: random.Random) -> None:
        self.book, self._site = Book(), site
        names = {}
        for slug in ("acme", "beta"):
            made = organizations.create_organization(name=slug.title(), slug=slug, owner=owner, actor=SYSTEM)
            names[slug] = made.public_id
            turn_on_billing_reads(made, actor=SYSTEM)
            self.book.note(Change(made.public_id, "on", ON, began := time.monotonic(), began))
            for scopes in (ALL_SCOPES, frozenset({RUNS_READ})):
                self._note_key(issue_key(made, actor=SYSTEM, name="Kept", scopes=scopes))

        def of(kind: type[Client], *arguments: object) -> Client:
            return kind(site, self.book, chance.randrange(2**32), *arguments)

        self.importers = [of(Importer, folder, slug, name) for slug, name in names.items()]
        self.clients = [
            *(of(Reader) for _ in range(3)),
            *(of(KeyChanger, slug, names[slug]) for slug in ("acme", "acme", "beta")),
            of(Toggler, "beta", names["beta"]),
            self.importers[0],
        ]

    def _note_key(self, issued: IssuedKey) -> None:
        """Note a key that no client changes."""
        key = Key(str(issued.key.pk), issued.key.organization.public_id, str(issued.secret))
        now = time.monotonic()
        self.book.note(Change(key.id, "create", frozenset(issued.key.scopes), now, now))
        self.book.keys.append(key)

    @contextmanager
    def at_work(self, processes: Processes) -> Iterator[None]:
        """Import a file into each organization, then let the clients work inside the block, and finish after it.

        At last each key that a client knows is read once, so that what became of it is noted.
        """
        for each in self.importers:
            each.step()
        for client in self.clients:
            client.start()
        try:
            yield
        except BaseException:
            self.importers[0].gives_up.set()
            raise
        finally:
            for client in self.clients:
                client.ends.set()
        assert processes.repair_for(180, lambda: not any(client.is_alive() for client in self.clients))
        assert not [client.failure for client in self.clients if client.failure]
        self.book.reads += [self._site.read(key, BILLING_STATE) for key in self.book.keys]

    def summary(self) -> str:
        """Return what was done, in numbers."""
        reads = Counter(read.outcome for read in self.book.reads)
        changes = [change for changes in self.book.changes.values() for change in changes]
        acknowledged = Counter(change.verb for change in changes if change.acknowledged is not None)
        unknown = sum(change.acknowledged is None for change in changes)
        imports, attempts = len(self.book.imports), sum(each.attempts for each in self.importers)
        return (
            f"reads {dict(reads)}; changes acknowledged {dict(acknowledged)}, unknown {unknown}; "
            f"{imports} imports in {attempts} attempts"
        )


def kill_by_chance(processes: Processes, site: Site, seconds: float, chance: random.Random) -> Counter[str]:
    """Kill one part after the other, and publish checkpoints after each. Return how often each was killed.

    It goes on until each was. Half of the times the site answers again before the next kill; else it may be starting.
    """
    killed: Counter[str] = Counter()
    end, left = time.monotonic() + seconds, [*VICTIMS]
    while time.monotonic() < end or len(killed) < len(VICTIMS):
        if chance.random() < 0.5:
            processes.repair_for(10, site.is_ready)
        processes.repair_for(chance.uniform(0.2, 2))
        assert not processes.postgres.ask(_OLDER, None, LEFT_BEHIND_SECONDS), "a transaction outlived its process"
        left = left or [*VICTIMS, *QUICK]
        victim = left.pop(chance.randrange(len(left)))
        processes.kill(victim, chance)
        killed[victim] += 1
        publish(processes)
    return killed


def publish(processes: Processes) -> None:
    """Publish the newest checkpoints if the database answers. Raises NotOfThisLog if it lacks earlier ones."""
    try:
        publish_newest(str(processes.checkpoints), [SIGNER.verifier])
    except Error:
        connection.close()


def kill_everything(processes: Processes, site: Site) -> float:
    """Kill everything at the same instant, start it again, and return after how many seconds the site answered.

    Before that, kill all that is connected to the database, of which nothing may be left behind there.
    """
    instant = processes.postgres.ask("SELECT clock_timestamp()")
    processes.kill_site()
    assert processes.repair_for(LEFT_BEHIND_SECONDS, lambda: processes.postgres.ask(_OLDER, instant, 0) == 0)
    assert processes.repair_for(ANSWERS_WITHIN_SECONDS, site.is_ready), processes.log_of("web")
    began = time.monotonic()
    processes.kill_site()
    processes.pooler.process.kill()
    processes.postgres.kill()
    assert processes.repair_for(ANSWERS_WITHIN_SECONDS, site.is_ready), processes.log_of("web")
    connection.close()
    return time.monotonic() - began

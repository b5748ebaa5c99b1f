"""The clients of the chaos: they read with keys, change keys and opt-ins on the pages, and import runs.

Each notes what it did and which answer it got, and goes on whatever happens to the site.
"""

import http.client
import json
import random
import re
import threading
import time
import uuid
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from django.conf import settings

from billing_access.routes import BILLING_ENTRIES, BILLING_STATE, BILLING_SUMMARY, BILLING_USAGE, RUN, Route
from billing_access.scopes import ALL_SCOPES
from tests.chaos.book import NOTHING, OFF, ON, SERVED, WITHHELD, Book, Change, Import, Key, Read

COST_USD: Final = "0.1"
# Five transactions of an import.
RUNS: Final = 5_000
_CSRF: Final = "c" * 32
_QUERIES: Final = {BILLING_USAGE: "?limit=20", BILLING_SUMMARY: "?bucket=none"}
# No client waits longer for an answer, and each tries again after this pause.
_PATIENCE_SECONDS: Final = 40
_PAUSE_SECONDS: Final = 0.3


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer; the status is 0 if none came, and the body empty if it broke off."""

    status: int
    headers: Message
    body: str = ""

    def leads_to(self, path: str) -> bool:
        """Tell whether this is the redirect to a page that follows a change."""
        return self.status == 302 and self.headers["Location"] == path

    @property
    def is_refusal(self) -> bool:
        """Whether it says that nothing was changed."""
        return 400 <= self.status < 500


class Site:
    """The site as its clients see it. ``import_file`` runs the import into an organization; returns its exit code."""

    def __init__(self, port: int, session: str, import_file: Callable[[Path, str], int]) -> None:
        self.port, self.import_file = port, import_file
        self._cookie = f"{settings.SESSION_COOKIE_NAME}={session}; {settings.CSRF_COOKIE_NAME}={_CSRF}"

    def ask(self, path: str, headers: dict[str, str], body: str | None = None) -> Answer:
        """Send a request over a new connection, a POST if it has a body."""
        client = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE_SECONDS)
        answer = Answer(0, Message())
        try:
            client.request("GET" if body is None else "POST", path, body, headers)
            begun = client.getresponse()
            answer = Answer(begun.status, begun.headers)
            return Answer(begun.status, begun.headers, begun.read().decode())
        except (OSError, http.client.HTTPException):
            return answer
        finally:
            client.close()

    def is_ready(self) -> bool:
        """Tell whether the site can serve."""
        return self.ask("/readyz", {}).status == 200

    def page(self, path: str, **fields: object) -> Answer:
        """Open a page as the owner, or send its form."""
        headers = {"Cookie": self._cookie, "Content-Type": "application/x-www-form-urlencoded"}
        form = urlencode({**fields, "csrfmiddlewaretoken": _CSRF}, doseq=True) if fields else None
        return self.ask(path, headers, form)

    def read(self, key: Key, route: Route, run_id: str = "") -> Read:
        """Read a route with a key."""
        began = time.monotonic()
        path = route.path.replace("{run_id}", run_id) + _QUERIES.get(route, "")
        answer = self.ask(path, {"x-api-key": key.secret})
        return Read(key, route, began, time.monotonic(), _outcome(answer), answer.headers.get("X-Request-ID", ""))


def _outcome(answer: Answer) -> str:
    """Return the outcome of a read. Data was served as soon as the head of an answer with data has come."""
    if answer.status == 200:
        return WITHHELD if "X-Cost-Withheld" in answer.headers else SERVED
    return str(json.loads(answer.body)["code"]) if answer.is_refusal and answer.body else NOTHING


class Client(threading.Thread, ABC):
    """Takes one step after the other until ``ends`` is set. ``failure`` is what it did not expect."""

    def __init__(self, site: Site, book: Book, seed: int) -> None:
        super().__init__(daemon=True)
        self.site, self.book, self.chance = site, book, random.Random(seed)
        self.ends = threading.Event()
        self.failure: Exception | None = None

    def run(self) -> None:
        try:
            while not self.ends.is_set():
                self.step()
        except Exception as error:
            self.failure = error

    @abstractmethod
    def step(self) -> None:
        """Ask for one thing."""


class Reader(Client):
    """Reads every route with old and new keys, of both organizations."""

    def step(self) -> None:
        key = self.chance.choice(self.book.keys[:4] + self.book.keys[-8:])
        route = self.chance.choice([BILLING_STATE, BILLING_USAGE, BILLING_SUMMARY, BILLING_ENTRIES, RUN])
        read = self.site.read(key, route, self._run_id(key))
        self.book.reads.append(read)
        self.ends.wait(_PAUSE_SECONDS if read.outcome == NOTHING else 0.02)

    def _run_id(self, key: Key) -> str:
        """Return a run whose import was acknowledged, of the key's organization."""
        files = [each for each in self.book.imports if each.is_acknowledged and each.organization == key.organization]
        return self.chance.choice(self.chance.choice(files).run_ids)


class KeyChanger(Client):
    """Creates, rotates and revokes keys of one organization, and changes their scopes, on the owner's pages.

    A key of which it does not know what became of a change is revoked next.
    """

    def __init__(self, site: Site, book: Book, seed: int, slug: str, organization: str) -> None:
        super().__init__(site, book, seed)
        self.path, self.organization = f"/o/{slug}/keys/", organization
        self.living: list[Key] = []
        self.unsure: list[Key] = []

    def step(self) -> None:
        if self.unsure:
            self.revoke(self.unsure[0])
        elif len(self.living) < 3:
            self.create()
        else:
            verbs = [self.change_scopes, self.change_scopes, self.rotate, self.revoke]
            verb = self.revoke if len(self.living) > 6 else self.chance.choice(verbs)
            verb(self.chance.choice(self.living))
        self.ends.wait(0.05)

    def create(self) -> None:
        """Create a key; send the same form once more if no answer comes."""
        scopes = self._some_scopes()
        fields = {"name": "Chaos", "scopes": sorted(scopes), "lifetime_days": 30, "form_token": uuid.uuid4()}
        for _ in range(2):
            began = time.monotonic()
            answer = self.site.page(f"{self.path}new/", **fields)
            if answer.status in {200, 302} and self._take(answer, scopes, began):
                return
            self.ends.wait(_PAUSE_SECONDS)

    def change_scopes(self, key: Key) -> None:
        scopes = self._some_scopes(but=self.book.state(key.id))
        began, path = time.monotonic(), f"{self.path}{key.id}/"
        answer = self.site.page(path, scopes=sorted(scopes))
        self._note(key, "scopes", scopes, began, answer, answer.leads_to(path))

    def rotate(self, key: Key) -> None:
        hours, scopes = self.chance.choice([0, 1]), self.book.state(key.id) or OFF
        began = time.monotonic()
        answer = self.site.page(f"{self.path}{key.id}/rotate/", overlap_hours=hours, lifetime_days=30)
        is_done = answer.status == 200 and self._take(answer, scopes, began)
        self._note(key, "rotate", scopes if hours else OFF, began, answer, is_done)

    def revoke(self, key: Key) -> None:
        began, path = time.monotonic(), f"{self.path}{key.id}/"
        answer = self.site.page(f"{path}revoke/", reason="")
        self._note(key, "revoke", OFF, began, answer, answer.leads_to(path))

    def _note(self, key: Key, verb: str, leaves: frozenset[str], began: float, answer: Answer, is_done: bool) -> None:
        """Note what became of a change. A refused one has changed nothing."""
        if answer.is_refusal:
            return
        self.book.note(Change(key.id, verb, leaves, began, time.monotonic() if is_done else None))
        self.living = [each for each in self.living if each.id != key.id or (is_done and leaves)]
        self.unsure = [each for each in self.unsure if each.id != key.id] + ([] if is_done else [key])
        self.ends.wait(0.0 if is_done else _PAUSE_SECONDS)

    def _take(self, answer: Answer, scopes: frozenset[str], began: float) -> bool:
        """Note a new key whose page came; without its secret if that page broke off before. Tell whether there is one.

        The page of a form that was sent before leads to the key, and does not show the secret again.
        """
        found = re.search(rf"{self.path}([0-9a-f-]{{36}})/", answer.body or str(answer.headers["Location"]))
        if found is None:
            return False
        secret = re.search(r'value="(bak_live_\w+)"', answer.body)
        key = Key(found[1], self.organization, secret[1] if secret else "")
        self.book.note(Change(key.id, "create", scopes, began, time.monotonic()))
        (self.living if secret else self.unsure).append(key)
        if secret:
            self.book.keys.append(key)
        return True

    def _some_scopes(self, but: frozenset[str] | None = None) -> frozenset[str]:
        while True:
            scopes = frozenset(each for each in sorted(ALL_SCOPES) if self.chance.random() < 0.7)
            if scopes and scopes != but:
                return scopes


class Toggler(Client):
    """Turns an organization's billing reads on and off on the owner's pages."""

    def __init__(self, site: Site, book: Book, seed: int, slug: str, organization: str) -> None:
        super().__init__(site, book, seed)
        self.path, self.organization, self.wants = f"/o/{slug}/billing-reads/", organization, OFF

    def step(self) -> None:
        version = re.search(r'name="version" value="(\d+)"', self.site.page(f"{self.path}turn-on/").body)
        if version is not None:
            began, verb = time.monotonic(), "on" if self.wants else "off"
            answer = self.site.page(f"{self.path}turn-{verb}/", limit="none", reason="", version=version[1])
            is_done = answer.leads_to(self.path)
            if not answer.is_refusal:
                acknowledged = time.monotonic() if is_done else None
                self.book.note(Change(self.organization, verb, self.wants, began, acknowledged))
            if is_done:
                self.wants = OFF if self.wants else ON
        self.ends.wait(_PAUSE_SECONDS if version is None else self.chance.uniform(0.05, 0.4))


class Importer(Client):
    """Imports files of runs, each again until the command succeeds, as docs/feeding.md says, or ``gives_up`` is set."""

    def __init__(self, site: Site, book: Book, seed: int, folder: Path, slug: str, organization: str) -> None:
        super().__init__(site, book, seed)
        self.folder, self.slug, self.organization = folder, slug, organization
        self.started_at = datetime.now(UTC).isoformat()
        self.gives_up = threading.Event()
        self.attempts = 0

    def step(self) -> None:
        number = len(self.book.imports)
        made = Import(self.organization, [f"f{number}-{line}" for line in range(RUNS)])
        rows = [f"{run_id},{self.started_at},{COST_USD}" for run_id in made.run_ids]
        file = self.folder / f"{number}.csv"
        file.write_text("\n".join(["run_id,started_at,total_cost_usd", *rows]) + "\n")
        self.book.imports.append(made)
        while not self.gives_up.wait(0.2):
            self.attempts += 1
            if self.site.import_file(file, self.slug) == 0:
                made.is_acknowledged = True
                break
        self.ends.wait(0.5)

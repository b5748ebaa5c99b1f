"""A real browser: Debian's or the system's Chromium, found, or named by CHROMIUM."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from playwright.sync_api import Browser, Page, sync_playwright

PASSWORD = "correct horse battery staple"
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# The sandbox needs an account other than root; the rest keeps the browser from looking for the world.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NOT_RUN = pytest.StashKey[int]()
LACKING = "no Chromium. Debian: apt-get install chromium-headless-shell. Elsewhere: set CHROMIUM to the path of one."


def chromium() -> str | None:
    """The browser's path, or None; where CHROMIUM names one, that one or none."""
    named = os.environ.get("CHROMIUM")
    return next(filter(None, map(shutil.which, [named] if named else NAMES)), None)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the browser tests out where there is no browser; under CI that is a failure."""
    ours = [item for item in items if item.nodeid.startswith("tests/browser/")]
    for item in ours:
        item.add_marker(pytest.mark.django_db(transaction=True))
    if chromium() or not ours:
        return
    if os.environ.get("CI") == "true":
        raise pytest.UsageError(f"CI=true and {LACKING}")
    items[:] = [item for item in items if item not in ours]
    config.stash[NOT_RUN] = len(ours)


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Say in words what was not run."""
    if config.stash.get(NOT_RUN, 0):
        terminalreporter.write_line(
            f"NOT RUN: {config.stash[NOT_RUN]} browser tests, since there is {LACKING}",
            yellow=True,
        )


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for a file of tests. Playwright's loop makes Django think it is in async code; it is not.

    It ends with the file: in the tests after it, Django's connections are the usual ones.
    """
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield opened
        # Beside a loop Django has connections of its own, which whoever drops the database does not see.
        connections.close_all()
        opened.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def open_page(browser: Browser, live_server: Any) -> Iterator[Callable[..., Page]]:
    """Open a page of a fresh browser profile; what its console says and what it asks of other hosts fails the test."""
    complaints: list[str] = []
    contexts = []

    def make(**options: Any) -> Page:
        context = browser.new_context(base_url=live_server.url, **options)
        contexts.append(context)
        page = context.new_page()
        # The browser itself logs each refused status as an error; the tests look at statuses on their own.
        page.on(
            "console",
            lambda line: (
                complaints.append(line.text)
                if line.type in {"error", "warning"} and "the server responded with a status" not in line.text
                else None
            ),
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "request",
            lambda request: None if request.url.startswith(live_server.url) else complaints.append(request.url),
        )
        return page

    yield make
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def sign_in_at() -> Callable[..., None]:
    """Sign in by the form, as a person does."""

    def sign_in(page: Page, email: str) -> None:
        page.goto("/sign-in/")
        page.get_by_label("E-mail address").fill(email)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(lambda url: "/sign-in/" not in url)

    return sign_in


@pytest.fixture
def shoot() -> Callable[[Page, str], None]:
    """Keep a picture of a page in the folder KEEP_SCREENSHOTS, if that is set: no test looks at pictures."""
    folder = os.environ.get("KEEP_SCREENSHOTS")

    def take(page: Page, name: str) -> None:
        if folder:
            page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)

    return take

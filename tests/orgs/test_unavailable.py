"""The error pages for a failing database and for an error in the code: what was not done, the request's id, a link."""

import re
from typing import Any

import pytest
from django.db import DatabaseError
from django.test import Client

from accounts.models import User
from orgs.models import Organization


@pytest.mark.parametrize(
    ("raised", "status", "says"),
    [
        (RuntimeError, 500, "nothing was left half done"),
        (DatabaseError, 503, "Nothing was changed and no data was shown"),
    ],
)
def test_a_fault_has_a_page_with_the_requests_id_and_a_way_on(
    acme: Organization,
    alice: User,
    sign_in: Any,
    monkeypatch: pytest.MonkeyPatch,
    raised: type[Exception],
    status: int,
    says: str,
) -> None:
    def fail(*arguments: Any) -> None:
        raise raised("secret of the inside")

    monkeypatch.setattr("orgs.ui.views.organization_for", fail)
    client: Client = sign_in(alice)
    client.raise_request_exception = False
    answer = client.get("/o/acme/")
    page = answer.content.decode()
    assert answer.status_code == status
    assert says in page
    assert re.findall(r"<code>(req_\w+)</code>", page) == [answer.headers["X-Request-ID"]]
    assert page.count('href="/"') == 2
    assert "secret" not in page
    assert answer.headers["Cache-Control"] == "no-store"

"""People of the project, for its tests."""

from typing import Any

from django.contrib.auth import get_user_model
from django.test import Client

PASSWORD = "correct horse battery staple"


def person(name: str, **fields: Any) -> Any:
    fields = {"called": f"{name.title()} Host", "mail_address": f"{name.title()}@example.com", **fields}
    return get_user_model().objects.create_user(name, password=PASSWORD, **fields)


def sign_in(name: str) -> Client:
    client = Client()
    answer = client.post("/login/?next=/", {"username": name, "password": PASSWORD})
    assert answer.status_code == 302, answer.content.decode()
    return client

"""What tests of pages share: an answer as a person reads it, and many keys of many kinds."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.utils import timezone

from accounts.models import User
from billing_access.access.models import ApiKey
from billing_access.access.services import revoke_key, rotate_key
from orgs import actors
from orgs.models import Organization
from orgs.services.members import add_member

SYSTEM = actors.command("tests")


@pytest.fixture
def words() -> Callable[[Any], str]:
    """Read an answer's main part: its text without tags, blanks made one, none before a stop or a comma."""

    def read(answer: Any) -> str:
        main = answer.content.decode().split('<main id="content"', 1)[1].split("</main>", 1)[0]
        text = unescape(re.sub(r"<[^>]+>", " ", main.split(">", 1)[1]))
        return re.sub(r" (?=[.,;:])", "", " ".join(text.split()))

    return read


@pytest.fixture
def field() -> Callable[[Any, str], str]:
    """Read the value of an answer's input by its name."""

    def read(answer: Any, name: str) -> str:
        (tag,) = re.findall(rf'<input[^>]*name="{name}"[^>]*>', answer.content.decode())
        value = re.search(r'value="([^"]*)"', tag)
        return unescape(value[1]) if value else ""

    return read


@pytest.fixture
def many_keys(make_key: Any) -> Callable[[Organization, int], list[ApiKey]]:
    """Make keys of every kind: used, revoked, expired, replaced with their successors, each of another person."""

    def make(organization: Organization, number: int) -> list[ApiKey]:
        made = []
        for each in range(number):
            key = make_key(organization, name=f"Key {each}").key
            creator = User.objects.create_user(f"creator{each}@example.com")
            add_member(organization, user=creator, role="member", actor=SYSTEM)
            now = timezone.now()
            changed: dict[str, Any] = {"created_by": creator, "created_by_kind": "user", "last_used_at": now}
            if each % 4 == 1:
                changed |= {"created_at": now - timedelta(days=2), "expires_at": now - timedelta(days=1)}
            ApiKey.objects.filter(pk=key.pk).update(**changed)
            if each % 4 == 2:
                revoke_key(key, actor=SYSTEM)
            if each % 4 == 3:
                rotate_key(key, actor=SYSTEM, overlap_hours=24)
            made.append(key)
        return made

    return make

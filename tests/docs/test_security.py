"""docs/security.md: the pattern and the example are the code's own, and every test that it names is there."""

import re
from typing import Any

from django.conf import settings

from billing_access.access import key_format
from billing_access.errors import REFUSALS
from billing_access.webhooks.signing import new_secret

TEXT = (settings.BASE_DIR / "docs" / "security.md").read_text()
BLOCKS = re.findall(r"^```(?:\w*)\n(.*?)\n```$", TEXT, re.MULTILINE | re.DOTALL)


def test_the_pattern_is_the_codes_own() -> None:
    pattern, example, *_ = BLOCKS
    assert key_format.PATTERN.pattern == pattern + r"\Z"
    for secret in (example, *(key_format.new_secret() for _ in range(20))):
        assert re.fullmatch(pattern, secret)
        assert len(secret) == key_format.KEY_LENGTH == int(re.search(r"^(\d+) characters:", TEXT, re.MULTILINE)[1])  # type: ignore[index]


def test_the_checksum_is_the_codes_own() -> None:
    _, example, program, _ = BLOCKS
    known: dict[str, Any] = {}
    exec(program, known)  # noqa: S102 - it is the documentation's own
    assert key_format.is_well_formed(example)
    for secret in (example, *(key_format.new_secret() for _ in range(200))):
        assert known["is_key"](secret)
        wrong = secret[:-1] + ("a" if secret[-1] != "a" else "b")
        assert not known["is_key"](wrong)
        assert not key_format.is_well_formed(wrong)


def test_the_pattern_of_webhooks_secrets_is_the_codes_own() -> None:
    *_, pattern = BLOCKS
    assert all(re.fullmatch(pattern, new_secret()) for _ in range(20))
    assert len(new_secret()) == 50


def test_every_gate_is_named_in_the_order_of_the_code() -> None:
    codes = re.findall(r"^\| [^|]+ \| `(\w+)` \|", TEXT, re.MULTILINE)
    assert set(codes) <= set(REFUSALS)
    keyed = [code for code in REFUSALS if code in codes and code not in {"rate_limited", "not_found", "unavailable"}]
    assert [code for code in codes if code in keyed] == keyed


def test_every_test_that_it_names_is_there() -> None:
    named = set(re.findall(r"`(tests/[\w/.]+)`", TEXT))
    assert len(named) > 25
    assert not [name for name in sorted(named) if not (settings.BASE_DIR / name).is_file()]


def test_it_can_be_found() -> None:
    assert "(docs/security.md)" in (settings.BASE_DIR / "SECURITY.md").read_text()

"""docs/promises.md: every promise names tests that attack it, all of them are there, and every attack is named."""

import re

from django.conf import settings

ROOT = settings.BASE_DIR
TEXT = (ROOT / "docs" / "promises.md").read_text()
ROWS = {int(number): cells for number, cells in re.findall(r"^\| (\d+) \|(.*)\|$", TEXT, re.MULTILINE)}


def test_every_promise_is_attacked_by_files_that_are_there() -> None:
    assert len(ROWS) >= 7
    for number, cells in ROWS.items():
        files = re.findall(r"`(tests/[\w/.]+)`", cells.split("|")[-1])
        assert files, number
        assert any(f"test_{number}_" in name for name in files), number
        for name in files:
            assert (ROOT / name).is_file(), name


def test_every_attack_is_named_in_the_docs() -> None:
    named = TEXT + (ROOT / "docs" / "security.md").read_text()
    attacks = [*ROOT.glob("tests/promises/test_*.py"), *ROOT.glob("tests/attacks/test_*.py")]
    assert len(attacks) > 12
    assert not [str(file) for file in attacks if f"`{file.relative_to(ROOT)}`" not in named]


def test_every_promise_of_the_eleven_is_given_or_said_to_be_missing() -> None:
    _, _, missing = TEXT.partition("Not promised yet")
    assert ROWS.keys() | {int(number) for number in re.findall(r"\((\d+)\)", missing)} == set(range(1, 12))

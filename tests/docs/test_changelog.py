"""The changelog names this version, and begins each release with what its operators must do."""

import re
from datetime import date

from django.conf import settings

from dev.management.commands.keep_release import version

TEXT = (settings.BASE_DIR / "CHANGELOG.md").read_text()


def test_the_newest_release_is_this_version() -> None:
    assert re.findall(r"^## (\d+\.\d+\.\d+) ", TEXT, re.MULTILINE)[0] == version()


def test_each_release_has_its_date_and_begins_with_its_upgrade_notes() -> None:
    releases = re.split(r"^## ", TEXT, flags=re.MULTILINE)[1:]
    named = [each for each in releases if not each.startswith("Unreleased")]
    assert named
    for each in named:
        heading = each.splitlines()[0]
        (day,) = re.findall(r"^\d+\.\d+\.\d+ \((\d{4}-\d\d-\d\d)\)$", heading)
        assert date.fromisoformat(day)
        assert re.findall(r"^### (.*)$", each, re.MULTILINE)[0] == "Upgrade notes", heading

"""docs/permissions.md agrees with orgs/roles.py."""

import re

from django.conf import settings

from orgs.roles import PERMISSIONS, ROLE_PERMISSIONS, Role


def test_the_role_table_is_the_codes_own() -> None:
    text = (settings.BASE_DIR / "docs" / "permissions.md").read_text()
    head = re.findall(r"^\| permission \| what it opens \| (.*) \|$", text, re.MULTILINE)
    assert head == [" | ".join(Role.values)]
    rows = {
        name: [cell.strip() == "yes" for cell in cells.split("|")]
        for name, cells in re.findall(r"^\| `(\w+)` \| [^|]+ \|(.*)\|$", text, re.MULTILINE)
    }
    assert rows == {
        codename: [codename in ROLE_PERMISSIONS[role] for role in Role.values] for codename, _ in PERMISSIONS
    }

"""The page for projects shows the lines that the tested project has (``tests/host_project``), and no others."""

import re
from typing import Final

from django.conf import settings

PAGE: Final = settings.BASE_DIR / "docs" / "add-to-your-project.md"
HOST: Final = settings.BASE_DIR / "tests" / "host_project" / "host"


def blocks() -> list[str]:
    """Return the Python blocks of the page, in order."""
    return re.findall(r"^```python\n(.*?)^```$", PAGE.read_text(), re.DOTALL | re.MULTILINE)


def test_the_settings_are_those_of_the_tested_project() -> None:
    written = (HOST / "settings.py").read_text()
    (lines,) = re.findall(r"^# Billing Access: begin\n(.*?)^# Billing Access: end$", written, re.DOTALL | re.MULTILINE)
    lines = lines.replace(": dict[str, Any]", "")  # for mypy alone
    assert blocks()[0] == lines
    assert len(lines.splitlines()) <= 10


def test_the_address_is_that_of_the_tested_project() -> None:
    (line,) = [each.strip() for each in (HOST / "urls.py").read_text().splitlines() if "billing_access.urls" in each]
    assert blocks()[1].splitlines() == ["urlpatterns += [", f"    {line}", "]"]

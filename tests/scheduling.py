"""Decides which process runs which tests."""

from typing import Final

from xdist.scheduler import LoadScopeScheduling

# Their tests share a fixture that takes seconds: a browser, or tables with many rows.
WHOLE_FILES: Final = ("tests/browser/", "/test_plans.py")


class TestByTest(LoadScopeScheduling):
    """Distributes single tests to processes, except those of some files, which stay together and come first.

    pytest-xdist's own groups do not work with pytest 9.2 (pytest-xdist issue 1386).
    """

    __test__ = False

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return file if any(part in file for part in WHOLE_FILES) else nodeid

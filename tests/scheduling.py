"""Decides which process runs which tests."""

from typing import Any, Final

from xdist.scheduler import LoadScopeScheduling

# Their tests share a fixture that takes seconds: a browser, a web server, a started site, or tables with many rows.
WHOLE_FILES: Final = (
    "tests/browser/", "tests/dev/test_run.py", "/test_generated_client.py", "/test_nginx.py", "/test_plans.py",
    "/test_slow_sockets.py", "/test_web_worker.py",
)  # fmt: skip
# Some of their tests take five seconds and more.
LONG_FILES: Final = ("tests/dev/", "tests/host_project/", "/test_page_queries.py", "/test_permission_table.py")


class TestByTest(LoadScopeScheduling):
    """Distributes single tests to processes, except those of some files, which stay together and come first.

    pytest-xdist's own groups do not work with pytest 9.2 (pytest-xdist issue 1386).
    """

    __test__ = False

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return file if any(part in file for part in WHOLE_FILES) else nodeid

    def mark_test_complete(self, node: Any, item_index: int, duration: float = 0) -> None:
        """Forget what has ended, which would be counted again whenever a test ends."""
        super().mark_test_complete(node, item_index, duration)
        scope = self._split_scope(self.registered_collections[node][item_index])
        if all(self.assigned_work[node][scope].values()):
            del self.assigned_work[node][scope]

"""How many connections docs/operations.md says that a site opens is what the code says.

``test_connections`` counts what processes open.
"""

import re

from django.conf import settings

from billing_access.settings import AccessSettings
from config.connection_budget import OF_A_WORKER, connections_needed
from orgs.settings import OrgSettings

PAGE = (settings.BASE_DIR / "docs" / "operations.md").read_text().replace("\n", " ")


def test_the_example_of_the_page_is_the_codes() -> None:
    example = re.search(
        r"With `WEB_CONCURRENCY=(\d+)`, `WEB_THREADS=(\d+)`, one worker, `WEBHOOK_SENDERS=(\d+)`, one sealer,"
        r" the metrics and two commands that"
        r" is ([\d +]+) = (\d+)",
        PAGE,
    )
    assert example
    needed = connections_needed(int(example[1]), int(example[2]), int(example[3]))
    assert [int(each) for each in example[4].split(" + ")] == list(needed.values())
    assert int(example[5]) == sum(needed.values())
    assert int(example[2]) == OrgSettings().WEB_THREADS
    assert int(example[3]) == AccessSettings().WEBHOOK_SENDERS
    assert f"| worker | {OF_A_WORKER} each |" in PAGE

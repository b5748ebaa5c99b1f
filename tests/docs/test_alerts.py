"""docs/alerts.md: every kind is in the table, its numbers are the code's, and its Python runs."""

import re
from typing import Any

import pytest
from django.conf import settings

from billing_access.billing.alerts import services, telling
from billing_access.billing.alerts.figures import LOOKED_BACK
from billing_access.billing.alerts.measures import MEDIAN_DAYS
from billing_access.billing.alerts.parameters import STEPS
from billing_access.billing.alerts.preview import PREVIEWED_DAYS
from billing_access.billing.models import AlertKind, AlertRule
from billing_access.billing.operators import register_tag
from orgs import actors

TEXT = (settings.BASE_DIR / "docs" / "alerts.md").read_text()


def test_every_kind_is_in_the_table() -> None:
    assert re.findall(r"^\| `(\w+)` \|", TEXT, re.MULTILINE) == AlertKind.values


@pytest.mark.parametrize(
    "words",
    [
        f"the median of the {MEDIAN_DAYS} days before",
        f"cost {', '.join(map(str, STEPS[:-1]))} and {STEPS[-1]} % of an amount",
        f"for {LOOKED_BACK.days} days after it ended",
        f"over the last {PREVIEWED_DAYS} days",
        f"An organization has {services.MAX_RULES} alerts at most",
        f"{telling._IN_EMAIL} of them in an e-mail and {telling._IN_EVENT} in an event",
    ],
)
def test_its_numbers_are_those_of_the_code(words: str) -> None:
    assert words in TEXT.replace("\n", " ")


@pytest.mark.django_db
def test_its_python_makes_the_rule_once(acme: Any) -> None:
    register_tag(acme, "county", actor=actors.command("tests"))
    (code,) = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    for _ in range(2):
        exec(code, {"organization": acme})  # noqa: S102
    rule = AlertRule.objects.get()
    assert (rule.kind, rule.amount_usd, rule.tag_key) == ("day_spend", 500, "county")

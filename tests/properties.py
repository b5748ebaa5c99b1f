"""Properties that Hypothesis tries on many examples: each of them feeds the database, or hashes or adds up much."""

import os
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, settings


def tried_on(examples: int) -> Callable[[Any], Any]:
    """Try a property on so many examples where ROUNDS is set, as in `make soak` and CI, and else on a third of them.

    All properties at length would take `make test` a fifth of its time. Each run draws other examples. A property of
    which a third has missed a planted fault is tried at length instead (`test_canonical_json.py`). An example
    may use the fixtures of its test, which are the same for all examples.
    """
    many = settings(
        max_examples=examples if "ROUNDS" in os.environ else max(examples // 3, 5),
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
    return lambda test: pytest.mark.soak(many(test))

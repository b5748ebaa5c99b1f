"""For the platform's own `GET /v1/runs/{run_id}`: adds a run's cost to the answer if the caller may read it.

It runs inside the platform and uses only the standard library.
"""

import http.client
import json
import urllib.parse
import urllib.request
from collections.abc import Mapping
from typing import Any

COST_FIELDS = ("total_cost_usd", "cost_status", "llm_tokens_in", "llm_tokens_out")


def with_cost(
    answer: dict[str, Any], caller_key: str, caller_address: str, *, url: str, timeout: float = 0.5
) -> dict[str, Any]:
    """Return the platform's answer with the run's cost; unchanged if that is refused, times out or fails.

    It asks with the caller's own key, so that access is decided for that key and recorded as its read. The caller's
    address counts if this process is one of TRUSTED_PROXIES. No field of the platform's answer is replaced.
    """
    request = urllib.request.Request(
        f"{url}/v1/runs/{urllib.parse.quote(str(answer['run_id']), safe='')}",
        headers={"x-api-key": caller_key, "X-Forwarded-For": caller_address},
    )
    try:
        with urllib.request.urlopen(request, timeout=timeout) as response:
            billed: Mapping[str, Any] = json.load(response)
    except (OSError, ValueError, http.client.HTTPException):
        return answer
    if not isinstance(billed, dict) or not set(COST_FIELDS) <= billed.keys():
        return answer
    return {**{name: billed[name] for name in COST_FIELDS}, **answer}

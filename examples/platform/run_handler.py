"""For the platform's own `GET /v1/runs/{run_id}`: adds a run's cost to the answer if the caller may read it.

It runs inside the platform and uses only the standard library. Each process keeps one ``CostReader``.
"""

import asyncio
import hashlib
import http.client
import json
import re
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping
from typing import Any

COST_FIELDS = (
    "total_cost_usd", "credited_usd", "cost_status", "units", "cached_units", "llm_tokens_in", "llm_tokens_out",
    "llm_tokens_cached",
)  # fmt: skip
RATE_LIMITED, UNAVAILABLE = "rate_limited", "unavailable"


class CostReader:
    """Reads costs with callers' keys, and leaves each key at least half of its requests for the caller's own reads.

    ``url``: this service's. ``timeout``: seconds.
    """

    def __init__(self, url: str, timeout: float = 0.5) -> None:
        self._url = url
        self._timeout = timeout
        # When a key may be used again, by the SHA-256 of the key, for keys of which half of the requests are used up.
        self._paused_until: dict[bytes, float] = {}

    def with_cost(
        self, answer: dict[str, Any], caller_key: str, caller_address: str
    ) -> tuple[dict[str, Any], str | None]:
        """Return the platform's answer with the run's cost, and None; or unchanged, and the code of the reason.

        Send the code to the caller as ``X-Cost-Withheld``, so that a cost that is missing is never taken for a run
        without one. It is the code of this service's refusal (docs/api.md), ``rate_limited`` also if half of the key's
        requests are used up, and ``unavailable`` if this service fails or does not answer in time.

        The run is the one that the answer's ``run_id`` names, not the address: Skyvern answers for the workflow run of
        a v2 task (``wr_...``) with the task's id (``tsk_v2_...``), under which the run was fed.

        It asks with the caller's own key, so that access is decided for that key and recorded as its read. The caller's
        address counts if this process is one of TRUSTED_PROXIES. No field of the platform's answer is replaced.
        """
        key = hashlib.sha256(caller_key.encode()).digest()
        if self._paused_until.get(key, 0) > time.monotonic():
            return answer, RATE_LIMITED
        request = urllib.request.Request(
            f"{self._url}/v1/runs/{urllib.parse.quote(str(answer['run_id']), safe='')}",
            headers={"x-api-key": caller_key, "X-Forwarded-For": caller_address},
        )
        try:
            with urllib.request.urlopen(request, timeout=self._timeout) as response:
                self._leave_half(key, response.headers)
                billed: Mapping[str, Any] = json.load(response)
                withheld = response.headers.get("X-Cost-Withheld")
        except urllib.error.HTTPError as refusal:
            with refusal:
                self._leave_half(key, refusal.headers)
                return answer, _code_of(refusal)
        except (OSError, ValueError, http.client.HTTPException):
            return answer, UNAVAILABLE
        if not isinstance(billed, dict) or not set(COST_FIELDS) <= billed.keys():
            return answer, withheld or UNAVAILABLE
        return {**{name: billed[name] for name in COST_FIELDS}, **answer}, None

    async def with_cost_async(
        self, answer: dict[str, Any], caller_key: str, caller_address: str
    ) -> tuple[dict[str, Any], str | None]:
        """Do what ``with_cost`` does from an async handler: in a thread, so that the loop serves others meanwhile."""
        return await asyncio.to_thread(self.with_cost, answer, caller_key, caller_address)

    def _leave_half(self, key: bytes, headers: Mapping[str, str]) -> None:
        """Pause a key of which half of the requests are used up until the next one is free."""
        limit = re.search(r";q=(\d+)", headers.get("RateLimit-Policy") or "")
        left = re.search(r";r=(\d+);t=(\d+)", headers.get("RateLimit") or "")
        if limit and left and 2 * int(left[1]) <= int(limit[1]):
            now = time.monotonic()
            paused = {each: until for each, until in self._paused_until.items() if until > now}
            self._paused_until = {**paused, key: now + int(left[2])}


def _code_of(refusal: urllib.error.HTTPError) -> str:
    try:
        return str(json.load(refusal)["code"])
    except (OSError, ValueError, LookupError, TypeError, http.client.HTTPException):
        return UNAVAILABLE

#!/usr/bin/env python3
"""Receives webhooks: verifies each, answers the challenge, and prints each alert once. Needs standardwebhooks.

Set WEBHOOK_SECRET to the secret that was shown once; PORT if 8700 is taken. Put it behind your own https address:

    webhook_receiver.py
"""

import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from standardwebhooks import Webhook, WebhookVerificationError

# Messages come at least once. A receiver that must not forget over a restart keeps the ids in its database.
seen: set[str] = set()


class Receiver(BaseHTTPRequestHandler):
    """Answers 200 for what is verified, also for what it had before, and 401 for everything else."""

    def do_POST(self) -> None:
        """Take one message."""
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        try:
            message = Webhook(os.environ["WEBHOOK_SECRET"]).verify(body, dict(self.headers))
        except WebhookVerificationError:
            self.answer(401, {"error": "not signed with this secret, or older than five minutes"})
            return
        if message["type"] == "webhook.challenge":
            self.answer(200, {"challenge": message["data"]["challenge"]})
            return
        if self.headers["webhook-id"] not in seen:
            seen.add(self.headers["webhook-id"])
            rule = message["data"].get("rule", {})
            print(message["type"], rule.get("sentence", ""), message["data"].get("figure", ""), flush=True)
        self.answer(200, {})

    def answer(self, status: int, body: dict[str, str]) -> None:
        """Answer with JSON."""
        self.send_response(status)
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def log_message(self, *arguments: object) -> None:
        """Print nothing for each request."""


if __name__ == "__main__":
    with ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8700"))), Receiver) as server:
        server.serve_forever()

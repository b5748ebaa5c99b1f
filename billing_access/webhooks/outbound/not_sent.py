"""Why nothing was sent, or no whole answer came."""

from typing import Final

# Shown to people of the organization. None may tell anything about the network that the site runs in.
SENTENCES: Final = {
    "not_allowed": "Webhooks are not sent to this address. Use the https URL of a public server, on an accepted port.",
    "not_resolved": "The receiver's host name could not be resolved.",
    "not_connected": "The receiver could not be reached.",
    "tls": "No secure connection: the receiver's certificate is not valid for its name, or it has no TLS 1.2 or later.",
    "timed_out": "The receiver did not answer in time.",
    "answer_too_large": "The receiver's answer is longer than 64 kB.",
    "bad_answer": "The receiver's answer broke off, or is not HTTP/1.1.",
}


class NotSent(Exception):
    """Nothing reached the receiver, or no whole answer came.

    ``reason`` is one of ``SENTENCES``; the text is its sentence, for people of the organization.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return SENTENCES[self.reason]

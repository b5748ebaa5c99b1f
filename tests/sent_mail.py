"""What the e-mails that wait say to each address."""

from collections.abc import Callable

from django.core import mail


def sent_to_each(run_jobs: Callable[[], int]) -> dict[str, str]:
    """Send what waits, and return what each address got."""
    mail.outbox.clear()
    run_jobs()
    found: dict[str, str] = {}
    for message in mail.outbox:
        for address in message.to:
            found[address] = found.get(address, "") + f"{message.subject}\n{message.body}\n"
    return found

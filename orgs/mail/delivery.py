"""Sends an e-mail of the worker once, although its job may run several times."""

from collections.abc import Mapping, Sequence
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import connection, transaction
from django.template import Context, engines

from orgs.settings import org_settings

# While another worker's transaction has inserted the same id, the INSERT waits: if that transaction commits, no row is
# inserted here; if it is rolled back, one is.
_CLAIM = "INSERT INTO billing_orgs_sentemail (id, sent_at) VALUES (%s, statement_timestamp()) ON CONFLICT DO NOTHING"


@transaction.atomic
def deliver(
    message: str, address: str, template: str, context: Mapping[str, object], *, also_to: Sequence[str] = ()
) -> None:
    """Send the template to the addresses unless ``message`` (a UUID) has been sent.

    Raises what the e-mail backend raises.

    The claim commits after the mail server has accepted the e-mail. A worker killed before the e-mail is accepted has
    sent nothing, and a retry sends it; one killed after the commit has sent it, and a retry finds the claim. One killed
    between the two has sent it without a claim: the retry sends it again with the same Message-ID, by which mail
    programs recognize a duplicate.
    """
    if claim(message):
        send(message, address, template, context, also_to=also_to)


def claim(message: str) -> bool:
    """Tell whether this transaction is to send the message. Waits while another transaction is sending it."""
    with connection.cursor() as cursor:
        cursor.execute(_CLAIM, [message])
        return bool(cursor.rowcount)


def send(
    message: str, address: str, template: str, context: Mapping[str, object], *, also_to: Sequence[str] = ()
) -> None:
    """Send a claimed message, with a Message-ID that is the same in every retry."""
    plain_text = Context({"base_url": org_settings.BASE_URL, **context}, autoescape=False)
    text = engines["django"].engine.get_template(template).render(plain_text)  # type: ignore[attr-defined]
    subject, _, body = text.strip().partition("\n")
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    EmailMessage(
        " ".join(subject.split()),
        body.strip() + "\n",
        to=[address, *also_to],
        headers={"Message-ID": f"<{message}@{domain}>", "Auto-Submitted": "auto-generated"},
    ).send()

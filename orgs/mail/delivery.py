"""Sending one e-mail once."""

from collections.abc import Mapping
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import connection, transaction
from django.template import Context, engines

from orgs.settings import org_settings

# Waits for another worker that is sending the same message, then finds it sent or takes it over.
_CLAIM = "INSERT INTO billing_orgs_sentemail (id, sent_at) VALUES (%s, statement_timestamp()) ON CONFLICT DO NOTHING"


@transaction.atomic
def deliver(message: str, address: str, template: str, context: Mapping[str, object]) -> None:
    """Send the template unless ``message`` (a UUID) has been sent. Raises what sending raises.

    The claim commits after the mail server has accepted: killed before, nothing was sent and a retry sends;
    killed after the commit, a retry finds the claim. Between the two, a window of one commit, the mail server has
    it and we do not know: the retry sends it again, under the same Message-ID, by which mail programs know a double.
    """
    if claim(message):
        send(message, address, template, context)


def claim(message: str) -> bool:
    """Tell whether the message is this transaction's to send; another that is sending it is waited for."""
    with connection.cursor() as cursor:
        cursor.execute(_CLAIM, [message])
        return bool(cursor.rowcount)


def send(message: str, address: str, template: str, context: Mapping[str, object]) -> None:
    """Hand a claimed message to the mail server, under a Message-ID that a retry repeats."""
    subject, _, body = _text(template, {"base_url": org_settings.BASE_URL, **context}).partition("\n")
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    EmailMessage(
        " ".join(subject.split()),
        body.strip() + "\n",
        to=[address],
        headers={"Message-ID": f"<{message}@{domain}>", "Auto-Submitted": "auto-generated"},
    ).send()


def _text(template: str, context: Mapping[str, object]) -> str:
    """Render as plain text, in which nothing is escaped for HTML."""
    chosen = engines["django"].engine.get_template(template)  # type: ignore[attr-defined]
    return str(chosen.render(Context(context, autoescape=False))).strip()

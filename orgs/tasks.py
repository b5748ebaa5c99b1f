"""Jobs of the worker: sending e-mails, and periodic jobs that maintain the queue.

A periodic task has ``app.periodic(cron=...)`` (UTC) above ``app.task`` and takes the ``timestamp`` at which it was due.
It is queued once each time, whatever the number of workers. If no worker was running, due times more than ten minutes
ago are skipped, so a task must read from the database what is due. Other apps have their jobs in their ``tasks.py``.
"""

import time
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import timedelta
from typing import Any, Final

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued, UniqueViolation
from procrastinate.jobs import Status

from billing_audit.queues import EMAIL, QUEUES, UPKEEP
from billing_audit.record import record
from billing_audit.settings import audit_settings
from billing_audit.transparency.checkpoints import newest_checkpoints
from billing_audit.transparency.log_names import first_name, newest_names
from orgs import actors
from orgs.audit_verification import Comparison
from orgs.mail.delivery import claim, deliver, send
from orgs.mail.invitation_token import INVITATION_LIFETIME, digest_of, new_token
from orgs.mail.notify import SEND_EMAIL, SEND_TO_STAFF, notify
from orgs.models import Invitation, InvitationSending, Membership, Organization, SentEmail
from orgs.nightly_verification import NightlyVerification
from orgs.people import get_people
from orgs.roles import ROLE_SUMMARIES, Role

# Waits of 4 s, 16 s, 64 s, ... 18 h: about a day altogether. Then the job has failed and is logged as an error.
RETRIES: Final = RetryStrategy(max_attempts=8, exponential_wait=4)
# A worker sends a heartbeat every 10 s; one without a heartbeat for this long was killed.
STALLED_AFTER_SECONDS: Final = 30
JOB_RETENTION: Final = timedelta(days=30)
# After this long the verification of the audit log defers the rest to a new job, so that e-mails are sent in between.
# Each job reads all published checkpoints, so it takes longer than that of other work.
VERIFY_SECONDS: Final = 60
_VERIFY_AUDIT: Final = "orgs.verify_audit"


@app.task(name=SEND_EMAIL, queue=EMAIL, retry=RETRIES)
def send_email(
    *,
    message: str,
    user_id: str,
    organization_id: int,
    template: str,
    context: dict[str, Any],
    address: str = "",
    roles: Collection[str] | None = tuple(Role.values),
    also_if_deactivated: bool = False,
    opened: Mapping[str, str] | None = None,
) -> None:
    """Send one e-mail to one person, once; nothing if the person or the organization is gone.

    Sends nothing either to anyone who is deactivated (unless ``also_if_deactivated``) or no member with one of
    ``roles`` by now; None asks for no membership. With ``opened`` they get the e-mail about that instead. If the
    person's address was another when the e-mail was queued, it goes to both, so that a change hides none.
    """
    found = get_user_model()._default_manager.filter(pk=user_id)
    person, organization = found.first(), Organization.objects.filter(pk=organization_id).first()
    if person is None or organization is None:
        return
    has_role = Membership.objects.filter(organization=organization, user_id=person.pk, role__in=roles or ()).exists()
    is_active = found.filter(get_people().active()).exists()
    if not (has_role or roles is None) or not (is_active or also_if_deactivated):
        if opened is None:
            return
        template, context = "orgs/email/opened.txt", dict(opened)
    current = get_people().email_of(person)
    former = [address] if address and address.lower() != current.lower() else []
    variables = {**context, "organization": organization, "person": person}
    deliver(message, current, template, variables, also_to=former)


@app.task(name=SEND_TO_STAFF, queue=EMAIL, retry=RETRIES)
def send_to_staff(*, message: str, user_id: str, template: str, context: dict[str, Any]) -> None:
    """Send one e-mail about the site to one person, once; nothing if they are no active platform staff by now."""
    people = get_people()
    person = get_user_model()._default_manager.filter(people.active(), people.staff(), pk=user_id).first()
    if person is not None and (address := people.email_of(person)):
        deliver(message, address, template, {**context, "person": person})


@app.task(name="orgs.send_invitation", queue=EMAIL, retry=RETRIES)
@transaction.atomic
def send_invitation(*, message: str, invitation_id: int, sending: int) -> None:
    """Send an invitation. Its token is made here, so that no job and no row ever contains it; its digest is stored.

    Sends nothing if the invitation is accepted, revoked or expired, or if a later job is to send it again. The row is
    locked while the mail server answers (10 s at most): revoking waits for that, then revokes the link that was sent.
    """
    invitation = (
        Invitation.objects.select_for_update(of=("self",))
        .select_related("organization", "invited_by")
        .filter(pk=invitation_id, sending=sending, accepted_at=None, revoked_at=None, expires_at__gt=timezone.now())
        .first()
    )
    if invitation is None or not claim(message):
        return
    token = new_token()
    invitation.token_digest = digest_of(token)
    invitation.save(update_fields=["token_digest"])
    context = {
        "organization": invitation.organization,
        "by": get_people().name_of(invitation.invited_by) if invitation.invited_by else "The platform's staff",
        "role": invitation.get_role_display(),
        "summary": ROLE_SUMMARIES[invitation.role],
        "token": token,
        "days": INVITATION_LIFETIME.days,
    }
    send(message, invitation.email, "orgs/email/invitation.txt", context)


@app.periodic(cron="* * * * *")
@app.task(name="orgs.resume_stalled", queue=UPKEEP, queueing_lock="orgs.resume_stalled", pass_context=True)
async def resume_stalled(context: JobContext, timestamp: int) -> None:
    """Put jobs of killed workers back into the queue, each on its own.

    A job whose queueing lock is taken is aborted instead: the job that waits under that lock does the same work.
    """
    jobs = context.app.job_manager
    for queue in _queues_of_this_project():
        for job in await jobs.get_stalled_jobs(queue=queue, seconds_since_heartbeat=STALLED_AFTER_SECONDS):
            try:
                await jobs.retry_job(job)
            except UniqueViolation:
                await jobs.finish_job(job, Status.ABORTED, delete_job=False)


@app.periodic(cron="17 3 * * *")
@app.task(name="orgs.remove_old_jobs", queue=UPKEEP, queueing_lock="orgs.remove_old_jobs", pass_context=True)
async def remove_old_jobs(context: JobContext, timestamp: int) -> None:
    """Delete jobs that ended 30 days ago, also failed ones: their errors are in the site's log."""
    hours = int(JOB_RETENTION.total_seconds() // 3600)
    for queue in _queues_of_this_project():
        await context.app.job_manager.delete_old_jobs(
            hours, queue=queue, include_failed=True, include_cancelled=True, include_aborted=True
        )


def _queues_of_this_project() -> Sequence[str | None]:
    """Return the queues whose jobs are the project's own; None, which is every queue, on a site without other jobs."""
    return (None,) if audit_settings.OWN_DATABASE else QUEUES


@app.periodic(cron="41 6 * * 1")
@app.task(name="orgs.send_audit_heads", queue=UPKEEP, queueing_lock="orgs.send_audit_heads", retry=3)
def send_audit_checkpoints(timestamp: int) -> None:
    """Once a week, send every organization's newest checkpoint to its owners, each in a transaction of its own.

    Their mailboxes are a copy that the platform cannot alter afterwards.
    """
    organizations = Organization.objects.in_bulk(field_name="public_id")
    newest = newest_names(organizations)
    for each in newest_checkpoints():
        organization = organizations.get(first_name(each.log))
        # A log that was restored gets no further events under its former names.
        if organization is None or newest[first_name(each.log)] != each.log:
            continue
        with transaction.atomic():
            context = {"size": each.size, "note": each.note, "log": each.log}
            notify("orgs/email/audit_checkpoint.txt", organization=organization, roles=[Role.OWNER], context=context)
            record(
                "audit_heads.published",
                organization_id=organization.public_id,
                actor=actors.command("worker"),
                target=actors.organization_target(organization),
                details={"logs": 1, "to": "the owners, by e-mail"},
            )


@app.periodic(cron="37 3 * * *")
@app.task(name="orgs.forget_sent", queue=UPKEEP, queueing_lock="orgs.forget_sent")
def forget_sent(timestamp: int) -> None:
    """Delete the ids of e-mails sent so long ago that no job can be left that would send them again.

    Also deletes the sendings of invitations that no limit has counted for days.
    """
    InvitationSending.objects.filter(sent_at__lt=timezone.now() - INVITATION_LIFETIME).delete()
    SentEmail.objects.filter(sent_at__lt=timezone.now() - 2 * JOB_RETENTION).delete()


@app.periodic(cron="31 3 * * *")
@app.task(name=_VERIFY_AUDIT, queue=UPKEEP, queueing_lock=_VERIFY_AUDIT, retry=RETRIES)
def verify_audit(timestamp: int, so_far: dict[str, Any] | None = None) -> None:
    """Verify all audit logs against AUDIT_CHECKPOINTS for a minute, and defer the rest to another job.

    The site judges itself. Does nothing where no checkpoints are published, or none can be verified.
    """
    if not audit_settings.AUDIT_CHECKPOINTS or not audit_settings.verifiers:
        return
    until = time.monotonic() + VERIFY_SECONDS
    nightly = NightlyVerification(**(so_far or {}))
    comparison = Comparison.with_published(audit_settings.AUDIT_CHECKPOINTS)
    if not nightly.verify_further(comparison, actor=actors.command("worker"), night=timestamp, until=until):
        with suppress(AlreadyEnqueued), transaction.atomic():
            app.configure_task(_VERIFY_AUDIT).defer(timestamp=timestamp, so_far=asdict(nightly))

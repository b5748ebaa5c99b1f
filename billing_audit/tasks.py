"""Periodic jobs of the audit log: publish its checkpoints, and log an error for each fault of its partitions."""

import logging

from procrastinate.contrib.django import app

from billing_audit.queues import UPKEEP
from billing_audit.record import Actor, record
from billing_audit.settings import audit_settings
from billing_audit.storage.partitions import alarms
from billing_audit.transparency.checkpoints import publish_newest

log = logging.getLogger(__name__)


@app.periodic(cron="7 * * * *")
@app.task(name="audit.publish_heads", queue=UPKEEP, queueing_lock="audit.publish_heads", retry=3)
def publish_checkpoints(timestamp: int) -> None:
    """Write the newest checkpoint of every log to AUDIT_CHECKPOINTS. A failure is retried, then logged as an error."""
    if not audit_settings.AUDIT_CHECKPOINTS:
        return
    name, logs = publish_newest(audit_settings.AUDIT_CHECKPOINTS, audit_settings.verifiers)
    actor = Actor("system", "worker", "the worker")
    record("audit_heads.published", organization_id=None, actor=actor, details={"logs": logs, "to": name})


@app.periodic(cron="23 * * * *")
@app.task(name="audit.look_at_partitions", queue=UPKEEP, queueing_lock="audit.look_at_partitions")
def look_at_partitions(timestamp: int) -> None:
    """Log an error for each fault of the audit log's partitions."""
    for alarm in alarms():
        log.error(alarm)

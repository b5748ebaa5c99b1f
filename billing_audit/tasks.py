"""Jobs of the record: heads go outside every hour, and what is wrong with its partitions is an error in the log."""

import logging

from django.conf import settings
from procrastinate.contrib.django import app

from billing_audit.record import Actor, record
from billing_audit.storage.partitions import alarms
from billing_audit.transparency.checkpoints import newest_heads, write_heads

log = logging.getLogger(__name__)
_WORKER = Actor("system", "worker", "the worker")


@app.periodic(cron="7 * * * *")
@app.task(name="audit.publish_heads", queue="upkeep", queueing_lock="audit.publish_heads", retry=3)
def publish_heads(timestamp: int) -> None:
    """Write the newest checkpoint of every log to AUDIT_HEADS. A failure is tried again, then logged as an error."""
    if not settings.AUDIT_HEADS:
        return
    heads = newest_heads()
    name = write_heads(heads, settings.AUDIT_HEADS)
    record("audit_heads.published", organization_id=None, actor=_WORKER, details={"logs": len(heads), "to": name})


@app.periodic(cron="23 * * * *")
@app.task(name="audit.look_at_partitions", queue="upkeep", queueing_lock="audit.look_at_partitions")
def look_at_partitions(timestamp: int) -> None:
    """Log an error for each thing that is wrong with the record's partitions."""
    for alarm in alarms():
        log.error(alarm)

"""What Prometheus is told of the database: the log, the queue, figures and webhooks, read again every 15 seconds."""

import logging
import threading
import time
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

from django.db import Error, connection
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from billing_access.billing.ledger.feed_health import FeedHealth, read_feed_health
from billing_access.webhooks.health import WebhookHealth, read_webhook_health
from billing_audit.reading.log_health import WORKER, LogHealth, read_log_health
from billing_audit.verification.report import Verdict
from orgs.queue_health import QueueHealth, read_queue_health

EVERY_SECONDS: Final = 15.0
# What was read longer ago than this is not shown any more.
_OLDEST_SECONDS: Final = 60.0
_logger: Final = logging.getLogger(__name__)


class DatabaseCollector(Collector):
    """Shows what was last read. A scrape never waits for the database, and scrapes cost it nothing."""

    def __init__(self) -> None:
        self._read: tuple[float, list[GaugeMetricFamily]] = (float("-inf"), [])

    def collect(self) -> Iterable[GaugeMetricFamily]:
        """Yield whether the database was read within the last minute and, if it was, what was found."""
        at, families = self._read
        is_read = time.monotonic() - at < _OLDEST_SECONDS
        yield _gauge("database_read", "1 if the database was read within the last minute.", is_read)
        if is_read:
            yield from families

    def read(self) -> None:
        """Read the database once. An error is logged."""
        try:
            families = [
                *_of_log(read_log_health()),
                *_of_queue(read_queue_health()),
                *_of_feeds(read_feed_health()),
                *_of_webhooks(read_webhook_health()),
            ]
        except Error:
            _logger.exception("the database could not be read for the metrics")
            connection.close()
        else:
            self._read = time.monotonic(), families

    def keep_reading(self, ends: threading.Event) -> None:
        """Read the database every 15 seconds until the event is set."""
        while not ends.is_set():
            self.read()
            ends.wait(EVERY_SECONDS)


def _of_log(log: LogHealth) -> Iterator[GaugeMetricFamily]:
    yield _gauge("unsealed_events", "Audit events that wait for the sealer, up to 100,000.", log.unsealed)
    yield _gauge("oldest_unsealed_seconds", "For how long the oldest has waited.", log.oldest_unsealed.total_seconds())
    yield _time("sealer_heartbeat", "When a sealer last did its work.", log.sealer_beat_at)
    verified = GaugeMetricFamily(
        "billing_access_verified_timestamp_seconds", "When the whole audit log was last verified.", labels=["by"]
    )
    verdict = GaugeMetricFamily(
        "billing_access_verdict", "1 for the worst verdict on any log in that verification.", labels=["by", "verdict"]
    )
    for found, nobody in ((log.verified, "nobody"), (log.self_verified, WORKER)):
        verified.add_metric([found.by or nobody], _seconds(found.at))
        for each in Verdict:
            verdict.add_metric([found.by or nobody, each], each == found.verdict)
    yield verified
    yield verdict
    yield _time("checkpoints_published", "When the worker last published checkpoints.", log.published_at)
    yield _gauge("restore_statements", "Statements that a restore lost audit events.", log.restores)
    yield _gauge(
        "partition_faults", "Months without a partition, and default partitions with rows.", log.partition_faults
    )
    yield _gauge("partition_months_ahead", "Months after this one that have partitions.", log.months_ahead)
    yield _gauge(
        "timeline_accepted", "1 if keys may read: the database is no restored or promoted one.", log.timeline_accepted
    )


def _of_queue(queue: QueueHealth) -> Iterator[GaugeMetricFamily]:
    yield _gauge("waiting_jobs", "Jobs of the worker that are due.", queue.waiting)
    yield _gauge("oldest_waiting_job_seconds", "For how long the oldest is due.", queue.oldest_waiting.total_seconds())
    yield _gauge("failed_jobs", "Jobs of the last 30 days that failed for good.", queue.failed)
    yield _gauge("workers", "Workers that gave a sign of life within 30 seconds.", queue.workers)
    yield _time("worker_heartbeat", "When a worker last gave a sign of life.", queue.worker_beat_at)


def _of_feeds(feeds: FeedHealth) -> Iterator[GaugeMetricFamily]:
    yield _gauge("fed_organizations", "Open organizations that were ever fed.", feeds.fed)
    yield _gauge("stale_organizations", "Those of them that were not fed within the last hour.", feeds.stale)
    yield _time("figures_checked", "When the figures of all organizations were last checked.", feeds.checked_at)
    yield _gauge("differing_organizations", "Organizations whose figures differed then.", feeds.differing or 0)
    yield _gauge("unchecked_organizations", "Organizations whose check failed then.", feeds.unchecked)


def _of_webhooks(webhooks: WebhookHealth) -> Iterator[GaugeMetricFamily]:
    yield _gauge("webhook_senders", "Processes that send to webhooks, seen within 30 seconds.", webhooks.senders)
    yield _time("webhook_sender_heartbeat", "When one of them last gave a sign of life.", webhooks.sender_beat_at)
    yield _gauge("webhook_deliveries_due", "Deliveries that wait for the sender alone.", webhooks.due)
    oldest = webhooks.oldest_due.total_seconds()
    yield _gauge("oldest_webhook_delivery_seconds", "For how long the oldest of them is due.", oldest)
    yield _gauge("disabled_webhooks", "Webhooks that failed for three days, and get nothing.", webhooks.disabled)
    attempts = GaugeMetricFamily(
        "billing_access_webhook_attempts",
        "Attempts of the last 15 minutes (of the last 10,000): taken by the receiver, refused by it, or no answer.",
        labels=["outcome"],
    )
    for outcome, number in webhooks.attempts.items():
        attempts.add_metric([outcome], number)
    yield attempts


def _gauge(name: str, text: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"billing_access_{name}", text, value=float(value))


def _time(name: str, text: str, instant: datetime | None) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"billing_access_{name}_timestamp_seconds", f"{text} 0: never.", value=_seconds(instant))


def _seconds(instant: datetime | None) -> float:
    return instant.timestamp() if instant else 0.0

"""Checks of ``manage.py doctor``: the worker and its queue, the figures that are fed, and what is sent to webhooks."""

from datetime import timedelta
from typing import Final

from billing_access.billing.ledger.feed_health import FeedHealth, read_feed_health
from billing_access.webhooks.health import WebhookHealth, read_webhook_health
from config.doctor.checks import Check, Group, State, ago, duration, is_recent
from orgs.queue_health import QueueHealth, read_queue_health

DUE_WITHIN: Final = timedelta(seconds=600)
CHECKED_WITHIN: Final = timedelta(hours=26)
SENT_WITHIN: Final = timedelta(seconds=300)
# Of so many attempts at least, most get an answer where the site's own way out is open.
FEWEST_ATTEMPTS: Final = 20
MOST_UNANSWERED: Final = 0.9


def _waiting(queue: QueueHealth) -> tuple[bool, str]:
    if not queue.waiting:
        return True, "no job is due"
    found = f"jobs that are due: {queue.waiting}, the oldest for {duration(queue.oldest_waiting)}"
    return queue.oldest_waiting <= DUE_WITHIN, found


def _checked(feeds: FeedHealth) -> tuple[bool, str]:
    failed = f"; organizations whose check failed: {feeds.unchecked}" if feeds.unchecked else ""
    is_well = is_recent(feeds.checked_at, CHECKED_WITHIN) and not feeds.unchecked
    return is_well, f"all figures were last checked: {ago(feeds.checked_at)}{failed}"


def _agree(feeds: FeedHealth) -> tuple[bool, str]:
    if feeds.differing is None:
        return True, "nobody has checked them"
    return not feeds.differing, f"organizations whose figures differed: {feeds.differing}"


def _due(webhooks: WebhookHealth) -> tuple[bool, str]:
    if not webhooks.due:
        return True, "nothing waits to be sent"
    found = f"deliveries that wait to be sent: {webhooks.due}, the oldest for {duration(webhooks.oldest_due)}"
    return webhooks.oldest_due <= SENT_WITHIN, found


def _answered(webhooks: WebhookHealth) -> tuple[bool, str]:
    attempts, unanswered = sum(webhooks.attempts.values()), webhooks.attempts["unanswered"]
    is_well = attempts < FEWEST_ATTEMPTS or unanswered <= MOST_UNANSWERED * attempts
    return is_well, f"attempts of the last 15 minutes without an answer: {unanswered} of {attempts}"


QUEUE: Final = Group(
    "queue",
    read_queue_health,
    (
        Check(
            "queue.worker",
            State.FAIL,
            lambda queue: (
                queue.workers > 0,
                f"workers: {queue.workers}; the last sign of life: {ago(queue.worker_beat_at)}",
            ),
            "Start `manage.py procrastinate worker`, or look at its log.",
            alert="WorkerStopped",
        ),
        Check(
            "queue.waiting",
            State.FAIL,
            _waiting,
            "Look at the log of `manage.py procrastinate worker`; start another one if there is too much to do.",
            alert="JobsWaiting",
        ),
        Check(
            "queue.retried",
            State.WARN,
            lambda queue: (not queue.retried, f"jobs that have failed and wait to be tried again: {queue.retried}"),
            "Look at EMAIL_URL and at the mail server: an e-mail that it refuses is tried again for a day.",
        ),
        Check(
            "queue.failed",
            State.WARN,
            lambda queue: (not queue.failed, f"jobs of the last 30 days that failed for good: {queue.failed}"),
            "The log of `manage.py procrastinate worker` names the job and the error.",
            alert="JobsFailed",
        ),
    ),
)
FEEDS: Final = Group(
    "feeds",
    read_feed_health,
    (
        Check(
            "feeds.stale",
            State.WARN,
            lambda feeds: (not feeds.stale, f"not fed for an hour: {feeds.stale} of {feeds.fed} that were ever fed"),
            "Look at the platform's feed and at the end marks of its last import (`manage.py list_imports`).",
            alert="FeedsStale",
        ),
        Check(
            "feeds.never_fed",
            State.WARN,
            lambda feeds: (not feeds.never_fed, f"open organizations that were never fed: {feeds.never_fed}"),
            "Feed them with `manage.py import_runs`, or close them; their keys read a balance and usage of null.",
        ),
        Check(
            "figures.checked",
            State.WARN,
            _checked,
            "Look at the worker's log, and run `manage.py check_figures`.",
            alert="FiguresUnchecked",
        ),
        Check(
            "figures.agree",
            State.FAIL,
            _agree,
            "Run `manage.py check_figures`, which names the first difference of each, then with --repair.",
            alert="FiguresDiffer",
        ),
    ),
)
WEBHOOKS: Final = Group(
    "webhooks",
    read_webhook_health,
    (
        Check(
            "webhooks.sender",
            State.FAIL,
            lambda webhooks: (
                webhooks.senders > 0,
                f"processes that send: {webhooks.senders}; the last sign of life: {ago(webhooks.sender_beat_at)}",
            ),
            "Start `manage.py send_webhooks`, or look at its log.",
            alert="WebhookSenderStopped",
        ),
        Check(
            "webhooks.due",
            State.FAIL,
            _due,
            "Look at the log of `manage.py send_webhooks`; raise WEBHOOK_SENDERS or start another one if there is too"
            " much to do.",
            alert="WebhooksWaiting",
        ),
        Check(
            "webhooks.answered",
            State.WARN,
            _answered,
            "Look whether the machine of `manage.py send_webhooks` reaches the internet, or WEBHOOK_PROXY.",
            alert="WebhooksUnanswered",
        ),
        Check(
            "webhooks.disabled",
            State.WARN,
            lambda webhooks: (True, f"webhooks that failed for three days, and get nothing: {webhooks.disabled}"),
            "",
        ),
    ),
)

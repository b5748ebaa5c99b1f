"""The rows of this app that belong to an organization, and are deleted with it."""

from typing import Final

from orgs.services.deletion import Rows, admin_history, jobs_of

_RUNS: Final = "SELECT id FROM billing_run WHERE organization_id = %(organization)s"
_KEYS: Final = "SELECT id::text FROM billing_api_key WHERE organization_id = %(organization)s"
_SUSPENSIONS: Final = "SELECT id::text FROM billing_reads_suspension WHERE organization_id = %(organization)s"
_TAGS: Final = "SELECT id::text FROM billing_registered_tag WHERE organization_id = %(organization)s"
_RULES: Final = "SELECT id FROM billing_alert_rule WHERE organization_id = %(organization)s"
_ENDPOINTS: Final = "SELECT id FROM billing_webhook_endpoint WHERE organization_id = %(organization)s"
_DELIVERIES: Final = f"SELECT id FROM billing_webhook_delivery WHERE endpoint_id IN ({_ENDPOINTS})"  # noqa: S608
# An import of this organization's runs alone: one of several organizations stays, with its sums over all of them.
_OWN_BATCH: Final = """
id IN (SELECT batch_id FROM billing_run WHERE organization_id = %(organization)s
       UNION SELECT batch_id FROM billing_voided_run WHERE organization_id = %(organization)s
       UNION SELECT c.batch_id FROM billing_run_change c JOIN billing_run r ON r.id = c.run_id
             WHERE r.organization_id = %(organization)s)
AND NOT EXISTS (SELECT FROM billing_run r WHERE r.batch_id = billing_batch.id
                AND r.organization_id <> %(organization)s)
AND NOT EXISTS (SELECT FROM billing_voided_run v WHERE v.batch_id = billing_batch.id
                AND v.organization_id <> %(organization)s)
AND NOT EXISTS (SELECT FROM billing_run_change c JOIN billing_run r ON r.id = c.run_id
                WHERE c.batch_id = billing_batch.id AND r.organization_id <> %(organization)s)
"""

ROWS: Final = (
    # First, since each writer of figures locks it: an import that is running ends before anything goes.
    Rows("accounts", "billing_account"),
    Rows("imports of its runs alone", "billing_batch", _OWN_BATCH),
    Rows("changes of runs by later imports", "billing_run_change", f"run_id IN ({_RUNS})"),
    Rows("runs", "billing_run"),
    Rows("voided runs", "billing_voided_run"),
    Rows("staged runs", "billing_staged_run"),
    Rows("credits on runs", "billing_run_credit"),
    Rows("usage by day", "billing_usage_day"),
    Rows("usage by quarter hour", "billing_usage_quarter_hour"),
    Rows("balance entries", "billing_balance_entry"),
    Rows("reconciliations", "billing_reconciliation"),
    Rows("revisions", "billing_revision"),
    Rows("unit prices", "billing_unit_price"),
    jobs_of("jobs of tags", "tag_id", _TAGS),
    Rows("registered tags", "billing_registered_tag"),
    Rows("mutes of alerts", "billing_alert_mute", f"rule_id IN ({_RULES})"),
    Rows("alerts that fired", "billing_alert_firing", f"rule_id IN ({_RULES})"),
    Rows("rules of alerts", "billing_alert_rule"),
    Rows("alerts to evaluate", "billing_alert_due"),
    Rows("attempts to send to webhooks", "billing_webhook_attempt", f"delivery_id IN ({_DELIVERIES})"),
    Rows("deliveries to webhooks", "billing_webhook_delivery", f"endpoint_id IN ({_ENDPOINTS})"),
    Rows("webhooks", "billing_webhook_endpoint"),
    admin_history("lines of the admin's history of keys", "billing_access", "apikey", _KEYS),
    admin_history("lines of the admin's history of suspensions", "billing_access", "suspension", _SUSPENSIONS),
    Rows("API keys", "billing_api_key"),
    Rows("opt-ins", "billing_reads_opt_in"),
    Rows("suspensions", "billing_reads_suspension"),
)

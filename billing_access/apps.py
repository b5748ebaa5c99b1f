from typing import Final

from django.apps import AppConfig

from billing_access.access.typed_keys import refuse_any_key
from billing_access.checks import register_checks
from billing_access.event_types import EVENT_TYPES
from billing_access.settings import access_settings
from billing_audit.event_types import register_event_types
from billing_audit.required_apps import require_apps
from billing_audit.storage.personal_data import register_personal_data
from billing_audit.storage.postgres_roles import READ_AND_WRITE, grant
from billing_audit.typed_secrets import register_secret_check

# Models whose rows go with their organization only, which the owner of the tables deletes.
_KEPT: Final = ("ApiKey", "OptIn", "Suspension", "Account", "Revision", "UnitPrice")


class BillingAccessConfig(AppConfig):
    """API keys, the opt-in, billing data, and the API and pages that serve them."""

    name = "billing_access"
    label = "billing_access"
    verbose_name = "Billing access"
    default_auto_field = "django.db.models.BigAutoField"

    def import_models(self) -> None:
        """Load the models, which need those of other apps."""
        require_apps("billing_audit", "orgs", "guardian")
        super().import_models()

    def ready(self) -> None:
        # They import models, which are not there yet when this module is imported.
        from billing_access.access.erasure import erase_person
        from billing_access.access.services.closing import end_access
        from billing_access.access.services.opening import register_opening_step
        from billing_access.access.services.opt_in import end_opt_in_without_owner
        from billing_access.access.services.restores import register_restore_step
        from billing_access.billing.tags.registered import drop_backfills
        from billing_access.deletion import ROWS
        from billing_access.webhooks.sending.pump import send_for_a_minute
        from billing_access.webhooks.services import states as webhooks
        from billing_access.webhooks.services.dropping import drop_what_waited
        from orgs.due_work import register_due_work
        from orgs.services.closing import register_closing_step
        from orgs.services.deletion import register_rows
        from orgs.services.leaving import register_leaving_step
        from orgs.services.ownerless import register_ownerless_step

        access_settings.read_all()
        access_settings.check_audit_push()
        register_event_types(*EVENT_TYPES)
        ledger = [self.get_model("BalanceEntry"), self.get_model("Reconciliation")]
        kept = [self.get_model(name) for name in _KEPT]
        rest = [model for model in self.get_models(include_auto_created=True) if model not in (*ledger, *kept)]
        grant(READ_AND_WRITE, rest, "app")
        grant("SELECT, INSERT, UPDATE", kept, "app")
        # Append-only: triggers refuse UPDATE and DELETE to everyone.
        grant("SELECT, INSERT", ledger, "app")
        # /readyz compares them with the code's.
        grant("SELECT", ["django_migrations"], "app")
        register_checks()
        register_secret_check(refuse_any_key)
        register_personal_data(None, erase_person)
        register_closing_step(end_access)
        register_closing_step(drop_backfills)
        register_closing_step(webhooks.end_webhooks)
        register_ownerless_step(end_opt_in_without_owner)
        register_ownerless_step(webhooks.pause_without_owner)
        register_leaving_step(webhooks.pause_of_leaver)
        register_restore_step(webhooks.pause_after_restore)
        register_opening_step(drop_what_waited)
        register_rows(*ROWS)
        register_due_work(send_for_a_minute)

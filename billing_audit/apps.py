from django.apps import AppConfig

from billing_audit.event_types import EVENT_TYPES, register_event_types
from billing_audit.required_apps import require_apps
from billing_audit.settings import audit_settings
from billing_audit.storage.partitions import TABLES
from billing_audit.storage.postgres_roles import grant, grant_execute


class AuditConfig(AppConfig):
    """The audit log. This app imports nothing from the apps that write to it."""

    name = "billing_audit"
    label = "billing_audit"
    verbose_name = "Audit log"
    default_auto_field = "django.db.models.BigAutoField"

    def import_models(self) -> None:
        """Load the models, which need those of other apps."""
        require_apps()
        super().import_models()

    def ready(self) -> None:
        audit_settings.read_all()
        audit_settings.check_names()
        audit_settings.check_proxies()
        register_event_types(*EVENT_TYPES)
        grant("SELECT", self.get_models(), "app", "sealer", "auditor")
        # Both check that the default partition, which takes rows that fit no month, is empty.
        grant("SELECT", [f"{table}_rest" for table in TABLES], "app", "auditor")
        # Every role records what it does, and none writes to the record otherwise: the procedures insert.
        grant_execute("public.billing_audit_record", "app", "sealer", "auditor")
        grant_execute("public.billing_audit_record_denial", "app")
        grant_execute("public.billing_audit_record_hourly", "app")
        # The sealer locks rows of its queue, for which PostgreSQL demands UPDATE; a trigger refuses the UPDATE itself.
        grant("DELETE, UPDATE (organization_id)", ["billing_audit_unsealed"], "sealer")
        grant("INSERT, UPDATE (size, edge)", ["billing_audit_tree"], "sealer")
        # A process that finds a new timeline accepts it where DATABASE_FAILOVER says so; PostgreSQL sets the time.
        grant("INSERT (system, timeline)", [self.get_model("DatabaseTimeline")], "app", "sealer")
        grant("INSERT, UPDATE (beat_at)", [self.get_model("Heartbeat")], "sealer")
        grant("INSERT", ["billing_audit_leaf", "billing_audit_node", "billing_audit_checkpoint"], "sealer")

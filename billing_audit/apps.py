from django.apps import AppConfig

from billing_audit.event_types import EVENT_TYPES, register_event_types
from billing_audit.settings import audit_settings
from billing_audit.storage.partitions import TABLES
from billing_audit.storage.postgres_roles import grant


class AuditConfig(AppConfig):
    """The audit log. This app imports nothing from the apps that write to it."""

    name = "billing_audit"
    label = "billing_audit"
    verbose_name = "Audit log"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        audit_settings.read_all()
        audit_settings.check_names()
        audit_settings.check_proxies()
        register_event_types(*EVENT_TYPES)
        grant("SELECT", self.get_models(), "app", "sealer", "auditor")
        # Both check that the default partition, which takes rows that fit no month, is empty.
        grant("SELECT", [f"{table}_rest" for table in TABLES], "app", "auditor")
        # Every role records what it does. None may set recorded_at, whose default is the database's clock.
        columns = [field.attname for field in self.get_model("AuditEvent")._meta.concrete_fields]
        columns.remove("recorded_at")
        grant(f"INSERT ({', '.join(columns)})", ["billing_audit_event"], "app", "sealer", "auditor")
        grant("INSERT", ["billing_audit_part", "billing_audit_unsealed"], "app", "sealer", "auditor")
        # The count of repeated denials is increased in place; a trigger refuses any other UPDATE.
        grant("INSERT, UPDATE (count)", ["billing_audit_repeat"], "app")
        # The sealer locks rows of its queue, for which PostgreSQL demands UPDATE; a trigger refuses the UPDATE itself.
        grant("DELETE, UPDATE (organization_id)", ["billing_audit_unsealed"], "sealer")
        grant("INSERT, UPDATE (size, edge)", ["billing_audit_tree"], "sealer")
        # A process that finds a new timeline accepts it where DATABASE_FAILOVER says so; PostgreSQL sets the time.
        grant("INSERT (system, timeline)", [self.get_model("DatabaseTimeline")], "app", "sealer")
        grant("INSERT", ["billing_audit_leaf", "billing_audit_node", "billing_audit_checkpoint"], "sealer")

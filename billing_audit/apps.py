from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The record: below organizations, importing nothing of them."""

    name = "billing_audit"
    label = "audit"
    verbose_name = "Audit log"
    default_auto_field = "django.db.models.BigAutoField"

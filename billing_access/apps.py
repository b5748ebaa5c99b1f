from django.apps import AppConfig

from billing_access.checks import register_checks


class BillingAccessConfig(AppConfig):
    """Who may read billing, and what they read."""

    name = "billing_access"
    verbose_name = "Billing access"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_checks()

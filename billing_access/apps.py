from django.apps import AppConfig

from billing_access.checks import register_checks


class BillingAccessConfig(AppConfig):
    """API keys, the opt-in, billing data, and the API and pages that serve them."""

    name = "billing_access"
    verbose_name = "Billing access"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_checks()

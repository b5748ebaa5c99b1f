from django.apps import AppConfig


class BillingAccessConfig(AppConfig):
    """Who may read billing, and what they read."""

    name = "billing_access"
    verbose_name = "Billing access"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from billing_access import checks  # noqa: F401  (registers the system checks)

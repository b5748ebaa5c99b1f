from django.apps import AppConfig


class OrgsConfig(AppConfig):
    """Organizations and who belongs to them."""

    name = "orgs"
    verbose_name = "Organizations"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from orgs import checks  # noqa: F401  (registers the system checks, and the receiver of sign-ins)

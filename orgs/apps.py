from django.apps import AppConfig


class OrgsConfig(AppConfig):
    """People and organizations."""

    name = "orgs"
    verbose_name = "Organizations"
    default_auto_field = "django.db.models.BigAutoField"

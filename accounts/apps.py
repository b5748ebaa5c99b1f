from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """How people sign in to the stand-alone site."""

    name = "accounts"
    verbose_name = "Accounts"
    default_auto_field = "django.db.models.BigAutoField"

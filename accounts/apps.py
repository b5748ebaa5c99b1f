from typing import Final

from django.apps import AppConfig, apps

from accounts.event_types import EVENT_TYPES
from accounts.settings import account_settings
from billing_audit.event_types import register_event_types
from billing_audit.storage.personal_data import register_personal_data
from billing_audit.storage.postgres_roles import READ_AND_WRITE, grant

# The labels of third-party apps that the stand-alone site installs, and whose tables it reads and writes.
SITE_APPS: Final = (
    "account", "admin", "auth", "contenttypes", "guardian", "mfa", "procrastinate", "sessions", "socialaccount",
)  # fmt: skip


class AccountsConfig(AppConfig):
    """How people sign in to the stand-alone site."""

    name = "accounts"
    label = "billing_accounts"
    verbose_name = "Accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from accounts import demo_people, erasure  # noqa: F401  (demo_people registers a system check)

        account_settings.read_all()
        register_event_types(*EVENT_TYPES)
        for label in (self.label, *SITE_APPS):
            grant(READ_AND_WRITE, apps.get_app_config(label).get_models(include_auto_created=True), "app")
        grant(READ_AND_WRITE, ["billing_accounts_cache"], "app")
        register_personal_data(erasure.find_person, erasure.erase_person, is_last=True)

"""The settings of accounts in ``settings.BILLING_ACCESS``."""

from collections.abc import Mapping

from django.conf import settings

from billing_audit.conf import LONG_SECRETS, AppSettings, Setting, long_secrets


def _provider(value: Mapping[str, str] | None) -> dict[str, str] | None:
    if value is None:
        return None
    return {"id": value["id"], "name": value["name"]}


class AccountSettings(AppSettings):
    """The settings of accounts, with their defaults."""

    MFA_ENCRYPTION_KEYS = Setting(long_secrets, "", LONG_SECRETS, is_secret=True)
    # The platform's own OpenID Connect provider: its id among allauth's apps, and its name on the sign-in button.
    OIDC = Setting(_provider, None, "None, or a dict with id and name of an OpenID Connect app of django-allauth")

    @property
    def encryption_keys(self) -> tuple[str, ...]:
        """The keys that second factors are encrypted with, the newest first."""
        return self.MFA_ENCRYPTION_KEYS or (settings.SECRET_KEY,)


account_settings = AccountSettings()

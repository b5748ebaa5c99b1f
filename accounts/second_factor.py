"""Second factors (TOTP): who has one, their encryption at rest, and removing them."""

import hashlib
from datetime import datetime
from typing import Final

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import InvalidToken, MultiFernet
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction

from accounts.models import User
from accounts.person_events import record_sign_in_change
from accounts.settings import account_settings
from accounts.staff import hold, hold_notice
from accounts.staff_rights import lock_for_staff, require_reason
from billing_audit.record import Actor, record
from orgs.access import require_platform, require_recent_authentication
from orgs.encryption import fernet_of

_PURPOSE: Final = b"billing-access second factor"


class SecondFactorAdapter(DefaultMFAAdapter):
    """allauth's second factors, with their secrets encrypted by MFA_ENCRYPTION_KEYS."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "That code is not right. Type the one that your app shows now. If none works, "
        "the clock of the device with the app may be wrong.",
    }

    def encrypt(self, text: str) -> str:
        """Encrypt with the first key."""
        return _fernet().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Decrypt with the key that fits. Raises ImproperlyConfigured if none does, so that no code is accepted."""
        try:
            return _fernet().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            raise ImproperlyConfigured(
                "A second factor is encrypted with a key that MFA_ENCRYPTION_KEYS does not contain. Add that key after "
                "the newest one."
            ) from None


def is_spent(user_id: int, code: str) -> bool:
    """Tell whether this person has already used this code of the authenticator app."""
    return cache.get(_spent_key(user_id, code)) is not None


def spend(user_id: int, code: str) -> None:
    """Remember a used code for as long as it is valid. allauth forgets it after one of the three periods."""
    periods = 2 * settings.MFA_TOTP_TOLERANCE + 1
    cache.set(_spent_key(user_id, code), "y", timeout=periods * settings.MFA_TOTP_PERIOD)


def _spent_key(user_id: int, code: str) -> str:
    # People may type spaces or dashes into a code.
    digits = "".join(filter(str.isdecimal, code))
    return f"second-factor-spent:{hashlib.sha256(f'{user_id}:{digits}'.encode()).hexdigest()}"


def has_second_factor(user_id: int) -> bool:
    """Tell whether the person has a second factor. One query."""
    return bool(Authenticator.objects.filter(user_id=user_id, type=Authenticator.Type.TOTP).exists())


def second_factor_since(user_id: int) -> datetime | None:
    """Return when the person set up their second factor; None if they have none. One query."""
    factor = Authenticator.objects.filter(user_id=user_id, type=Authenticator.Type.TOTP).first()
    return None if factor is None else factor.created_at


def _fernet() -> MultiFernet:
    return fernet_of(account_settings.encryption_keys, _PURPOSE)


@transaction.atomic
def remove_second_factor(person: User, *, reason: str, actor: Actor) -> bool:
    """Remove a person's second factor and recovery codes; False if there are none. For 24 hours they open nothing.

    For people who have lost them. Raises PermissionDenied unless the actor is a command or staff who may change the
    person: people remove their own on their account page. Raises ReauthenticationRequired, Held, and ValidationError
    without a reason.
    """
    current = lock_for_staff(person, actor)
    require_reason(reason)
    authenticators = Authenticator.objects.filter(user=current)
    if not authenticators.exists():
        return False
    require_recent_authentication(actor)
    authenticators.delete()
    changes = {"second_factor": ("totp", None), **hold(current)}
    what = f"Your second factor and your recovery codes were removed. {hold_notice(current)}"
    record_sign_in_change("user.second_factor_changed", current, actor, changes, what=what, reason=reason)
    return True


@transaction.atomic
def encrypt_second_factors(*, actor: Actor) -> int:
    """Encrypt every second factor again with the first key, so that the others can be removed. Returns how many.

    Raises PermissionDenied unless the actor is platform staff or a command, and ImproperlyConfigured, changing nothing,
    if a key is missing.
    """
    require_platform(actor)
    adapter = SecondFactorAdapter()
    authenticators = list(Authenticator.objects.select_for_update().order_by("pk"))
    for each in authenticators:
        for name in {"secret", "seed"} & each.data.keys():
            each.data[name] = adapter.encrypt(adapter.decrypt(each.data[name]))
        each.save(update_fields=["data"])
    if authenticators:
        details = {"written": len(authenticators)}
        record("second_factors.encrypted", organization_id=None, actor=actor, details=details)
    return len(authenticators)

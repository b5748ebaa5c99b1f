"""The second factor: whose it is, and its secrets encrypted at rest."""

import base64
import hashlib
from typing import Final

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.db.models import Exists, OuterRef

from accounts.models import User
from accounts.settings import account_settings
from billing_audit.record import Actor, record
from orgs.access import require_platform
from orgs.actors import user_target

_PURPOSE: Final = b"billing-access second factor"


class SecondFactorAdapter(DefaultMFAAdapter):
    """allauth's second factor, with what it stores encrypted by MFA_ENCRYPTION_KEYS."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "That code is not right. Type the one that your app shows now. If none works, "
        "the clock of the device with the app may be wrong.",
    }

    def encrypt(self, text: str) -> str:
        """Encrypt under the first key."""
        return _fernet().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Decrypt under whichever key fits. Raises ImproperlyConfigured if none does: nobody passes then."""
        try:
            return _fernet().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            raise ImproperlyConfigured(
                "A second factor was stored under a key that MFA_ENCRYPTION_KEYS no longer has. Add the old key "
                "after the new one."
            ) from None


def is_spent(user_id: int, code: str) -> bool:
    """Tell whether the app's code let this person in already."""
    return cache.get(_spent_key(user_id, code)) is not None


def spend(user_id: int, code: str) -> None:
    """Remember a code for as long as it could work again; allauth forgets it after one period of its three."""
    periods = 2 * settings.MFA_TOTP_TOLERANCE + 1
    cache.set(_spent_key(user_id, code), "y", timeout=periods * settings.MFA_TOTP_PERIOD)


def _spent_key(user_id: int, code: str) -> str:
    # As typed, it may have spaces or dashes.
    digits = "".join(filter(str.isdecimal, code))
    return f"second-factor-spent:{hashlib.sha256(f'{user_id}:{digits}'.encode()).hexdigest()}"


def has_second_factor(user_id: int) -> bool:
    """Tell whether the person signs in with a second factor. One query."""
    return bool(Authenticator.objects.filter(user_id=user_id, type=Authenticator.Type.TOTP).exists())


def second_factor_of(column: str) -> Exists:
    """The same for a query of many: whether the person in this column has one."""
    return Exists(Authenticator.objects.filter(user_id=OuterRef(column), type=Authenticator.Type.TOTP))


def _fernet() -> MultiFernet:
    return MultiFernet([Fernet(_derived(key)) for key in account_settings.encryption_keys])


def _derived(key: str) -> bytes:
    return base64.urlsafe_b64encode(HKDF(SHA256(), 32, salt=None, info=_PURPOSE).derive(key.encode()))


@transaction.atomic
def remove_second_factor(person: User, *, actor: Actor) -> bool:
    """Take the second factor of a person who has lost it, with the recovery codes; False where there is none.

    Raises PermissionDenied unless the actor is platform staff or a command: people turn off their own on its page.
    """
    require_platform(actor)
    deleted, _ = Authenticator.objects.filter(user=person).delete()
    if deleted:
        record(
            "user.second_factor_changed",
            organization_id=None,
            actor=actor,
            target=user_target(person),
            changes={"second_factor": ("totp", None)},
        )
    return bool(deleted)


@transaction.atomic
def encrypt_second_factors(*, actor: Actor) -> int:
    """Write every second factor anew under the first key, after which the others may go. Returns how many.

    Raises PermissionDenied as above, and ImproperlyConfigured, changing nothing, where a key is missing.
    """
    require_platform(actor)
    adapter = SecondFactorAdapter()
    found = list(Authenticator.objects.select_for_update().order_by("pk"))
    for each in found:
        for name in {"secret", "seed"} & each.data.keys():
            each.data[name] = adapter.encrypt(adapter.decrypt(each.data[name]))
        each.save(update_fields=["data"])
    if found:
        record("second_factors.encrypted", organization_id=None, actor=actor, details={"written": len(found)})
    return len(found)

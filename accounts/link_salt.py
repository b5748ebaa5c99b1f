"""The salt of mailed links, so that all links that are open can be ended at once, as after a restore."""

from django.contrib.auth.tokens import PasswordResetTokenGenerator

from accounts.models import EndOfLinks


def salted(purpose: str) -> str:
    """Return the salt with which links of this purpose are signed now. It changes when all links are ended. One query.

    It is random: a restored database that ends its links again does not give those the salt of lost ones.
    """
    newest = EndOfLinks.objects.order_by("-id").first()
    return f"{purpose}.{newest.salt}" if newest else purpose


class PasswordLinks(PasswordResetTokenGenerator):
    """Django's tokens of links to set a password, signed with the current salt."""

    @property
    def key_salt(self) -> str:  # type: ignore[override]
        """The salt of the tokens."""
        return salted(PasswordResetTokenGenerator.key_salt)


password_links = PasswordLinks()

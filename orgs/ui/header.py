"""What the header of every page links to, as another app registers it beside the addresses of its pages."""

from typing import Final

from django.urls import reverse

_url_names: Final[dict[str, str]] = {}


def register_account_urls(*, account: str, sign_out: str) -> None:
    """Name the URLs of the person's own account and of signing out (a POST)."""
    _url_names.update(account=account, sign_out=sign_out)


def account_urls() -> dict[str, str]:
    """Return the addresses ``account`` and ``sign_out``; empty where no app registered them."""
    return {link: reverse(name) for link, name in _url_names.items()}

"""The links on pages: an organization's side navigation, its settings tabs and front door, and the header's links.

An app registers its links in its ``urls.py``, so that a site which does not include those URLs shows no link to them.
"""

from dataclasses import dataclass
from typing import Final

from django.urls import reverse

from orgs.access import Access


@dataclass(frozen=True, slots=True)
class Page:
    """One link, shown to members who have any of ``permissions``; an empty set shows it to every member.

    ``url_name`` and those in ``below``, the other pages on which this link is marked as current, have their namespace.
    ``position`` orders the links.
    """

    label: str
    url_name: str
    position: int
    permissions: frozenset[str]
    below: frozenset[str] = frozenset()
    # The organization's own URL leads to the first such page that the member may see.
    is_front_door: bool = False

    def is_for(self, access: Access) -> bool:
        """Tell whether the member may see this page."""
        return not self.permissions or bool(self.permissions & access.permissions)


SETTINGS: Final = "billing_orgs:organization-settings"
_PAGES: Final[dict[str, Page]] = {}
_SETTINGS_TABS: Final[dict[str, Page]] = {}
_ACCOUNT_URL_NAMES: Final[dict[str, str]] = {}


def register_page(page: Page) -> None:
    """Add a link to the side navigation. It replaces one with the same URL name."""
    _PAGES[page.url_name] = page


def register_settings_tab(page: Page) -> None:
    """Add a tab to the organization's settings. It replaces one with the same URL name."""
    _SETTINGS_TABS[page.url_name] = page


def register_account_urls(*, account: str, sign_out: str) -> None:
    """Name the URLs of the header's links: the person's own account, and signing out (a POST)."""
    _ACCOUNT_URL_NAMES.update(account=account, sign_out=sign_out)


def account_urls() -> dict[str, str]:
    """Return the header's URLs ``account`` and ``sign_out``; empty where no app registered them."""
    return {link: reverse(name) for link, name in _ACCOUNT_URL_NAMES.items()}


def pages_for(access: Access) -> list[Page]:
    """Return the links of the side navigation that this member may see, in order."""
    return _visible(_PAGES, access)


def settings_tabs_for(access: Access) -> list[Page]:
    """Return the settings tabs that this member may see, in order."""
    return _visible(_SETTINGS_TABS, access)


def front_door(access: Access) -> str | None:
    """Return the URL name of the page that the organization's own URL leads to; None if the member may see none."""
    return next((page.url_name for page in pages_for(access) if page.is_front_door), None)


def is_current(page: Page, url_name: str) -> bool:
    """Tell whether ``url_name`` is this page, one of ``below`` or, for the settings page, one of its tabs."""
    if page.url_name == url_name or url_name in page.below:
        return True
    return page is _PAGES.get(SETTINGS) and any(is_current(tab, url_name) for tab in _SETTINGS_TABS.values())


def _visible(pages: dict[str, Page], access: Access) -> list[Page]:
    return sorted((page for page in pages.values() if page.is_for(access)), key=lambda page: page.position)

"""The links between an organization's pages: the side navigation, the tabs of its settings, and where to begin.

An app registers its pages in the module that holds their addresses, so that a site which leaves the addresses out has
no link to them.
"""

from dataclasses import dataclass
from typing import Final

from orgs.access import Access


@dataclass(frozen=True, slots=True)
class Page:
    """One link, shown to members who hold any of ``permissions``; an empty set shows it to every member.

    ``position`` orders the links. ``below`` are the URL names of further pages on which this one is marked as current.
    """

    label: str
    url_name: str
    position: int
    permissions: frozenset[str]
    below: frozenset[str] = frozenset()
    # The first such page that a member may see is the one that the organization's address leads to.
    is_front_door: bool = False

    def is_for(self, access: Access) -> bool:
        """Tell whether the member may see the page."""
        return not self.permissions or bool(self.permissions & access.permissions)


SETTINGS: Final = "organization-settings"
_PAGES: Final[dict[str, Page]] = {}
_SETTINGS_TABS: Final[dict[str, Page]] = {}


def register_page(page: Page) -> None:
    """Add a link to the side navigation. A second one with the same URL name replaces the first."""
    _PAGES[page.url_name] = page


def register_settings_tab(page: Page) -> None:
    """Add a tab to the organization's settings. A second one with the same URL name replaces the first."""
    _SETTINGS_TABS[page.url_name] = page


def pages_for(access: Access) -> list[Page]:
    """Return the side navigation of this member, in order."""
    return _visible(_PAGES, access)


def settings_tabs_for(access: Access) -> list[Page]:
    """Return the settings tabs of this member, in order."""
    return _visible(_SETTINGS_TABS, access)


def front_door(access: Access) -> str | None:
    """Return the URL name of the page where this member begins; None for a member who may see none."""
    return next((page.url_name for page in pages_for(access) if page.is_front_door), None)


def is_current(page: Page, url_name: str) -> bool:
    """Tell whether ``url_name`` is the page, one below it or, for the settings, one of their tabs."""
    if page.url_name == url_name or url_name in page.below:
        return True
    return page is _PAGES.get(SETTINGS) and any(is_current(tab, url_name) for tab in _SETTINGS_TABS.values())


def _visible(pages: dict[str, Page], access: Access) -> list[Page]:
    return sorted((page for page in pages.values() if page.is_for(access)), key=lambda page: page.position)

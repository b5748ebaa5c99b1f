"""The exceptions that the services of this package raise instead of making a change."""

from billing_access.access.models import OptIn


class InvalidChange(ValueError):
    """Raised when the change is not possible. The message says what is wrong and what is accepted."""


class ChangeConflict(Exception):
    """Raised when someone else changed the opt-in after the page was opened. ``current`` is the opt-in as it is now."""

    def __init__(self, current: OptIn) -> None:
        super().__init__("The setting has changed since the page was opened.")
        self.current = current

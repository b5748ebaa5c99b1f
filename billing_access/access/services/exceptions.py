"""Why a change is not made."""

from billing_access.access.models import OptIn


class InvalidChange(ValueError):
    """The change cannot be made; the message says what is wrong and what is accepted."""


class ChangeConflict(Exception):
    """Someone else changed the opt-in first; ``current`` is what stands now."""

    def __init__(self, current: OptIn) -> None:
        super().__init__("The setting has changed since the page was opened.")
        self.current = current

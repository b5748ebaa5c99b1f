"""The queues of this project's jobs. The names are long, so that no job of a host project waits in one of them."""

from typing import Final

EMAIL: Final = "billing_access.email"
UPKEEP: Final = "billing_access.upkeep"
QUEUES: Final = (EMAIL, UPKEEP)

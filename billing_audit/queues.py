"""The queues of this project's jobs. The names are long, so that no job of a host project waits in one of them."""

from typing import Final

EMAIL: Final = "billing-access-email"
UPKEEP: Final = "billing-access-upkeep"
QUEUES: Final = (EMAIL, UPKEEP)

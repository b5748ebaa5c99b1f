"""How much the tests marked ``soak`` do: ROUNDS is unset in `make test`, 10 in CI and 1,000 in `make soak`."""

import os
from typing import Final

# Crossings are walked in full from here on, and in turn below: in full they take half of the time of `make soak`.
IN_FULL: Final = int(os.environ.get("ROUNDS", "0")) >= 100

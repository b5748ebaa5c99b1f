"""The services of deploy/systemd, parsed."""

import configparser
from pathlib import Path
from typing import Final

DEPLOY: Final = Path(__file__).parents[1] / "deploy"
UNITS: Final = DEPLOY / "systemd"


class Unit(configparser.ConfigParser):
    """A unit file: ``unit["Service"]["User"]``. Each of these units has a key once only."""

    def __init__(self, file: Path) -> None:
        super().__init__(interpolation=None, delimiters=("=",), comment_prefixes=("#",))
        self.optionxform = str  # type: ignore[assignment, method-assign]
        self.read_string(file.read_text())


SERVICES: Final = {file.stem: Unit(file)["Service"] for file in sorted(UNITS.glob("*.service"))}
# Without the alarm, which runs nothing of the site.
OF_THE_SITE: Final = {name: each for name, each in SERVICES.items() if not name.endswith("@")}

"""Data of a server, made once to be copied: most tests are about servers that have some, and initdb takes a second."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dev.postgres_paths import Place, make_home, place_for
from dev.postgres_server import serve


@pytest.fixture(scope="session")
def give_data() -> Iterator[Callable[[Place], None]]:
    """Copy data to a place as its first start leaves them, with an empty database."""
    usual, folder = place_for("test"), Path(tempfile.mkdtemp(prefix="ba-"))
    folder.chmod(0o711)
    made = replace(usual, data=usual.data.parent / f"made-{os.getpid()}", socket=folder / "s")
    with serve(made):
        pass

    def copy_to(place: Place) -> None:
        make_home(place)
        subprocess.run(["cp", "-a", made.data, place.data], check=True)

    yield copy_to
    shutil.rmtree(made.data)
    for file in (made.log, made.lock):
        file.unlink()
    shutil.rmtree(folder)

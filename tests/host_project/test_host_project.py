"""A project that has people of its own takes organizations and billing in without the accounts app."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings


@pytest.mark.parametrize("user_model", ["auth.User", "host.Person"])
def test_everything_works_for_the_people_of_the_host(tmp_path: Path, user_model: str) -> None:
    """By Django's user model, and by one whose primary key is a UUID."""
    # In a folder of its own none of our fixtures is there. Django reads migrations only where there is an __init__.py.
    host = shutil.copytree(Path(__file__).parent / "host", tmp_path / "host")
    (host / "migrations" / "__init__.py").touch()
    usual = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "DJANGO_"))}
    folders = f"{tmp_path}{os.pathsep}{settings.BASE_DIR}"
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", host / "pages.py", "-q", "--confcutdir", tmp_path, "--ds", "host.settings"],
        cwd=settings.BASE_DIR,
        env={**usual, "PYTHONPATH": folders, "HOST_USER_MODEL": user_model},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr

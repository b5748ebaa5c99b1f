"""The actor of events that a management command records: the command, who ran it and where."""

import os
import pwd
import socket

from billing_audit.record import Actor


def command(name: str) -> Actor:
    """Return the management command of this name as an actor.

    Its name tells who ran it on which machine; like every name it is stored with the personal data of the event.
    """
    return Actor("system", name, f"manage.py {name}, run by {_login()} on {socket.gethostname()}")


def _login() -> str:
    """Return the account on this machine of the person who runs this process: before `sudo`, where that says so."""
    user = os.geteuid()
    try:
        return os.environ.get("SUDO_USER") or pwd.getpwuid(user).pw_name
    except KeyError:
        return f"user {user}"

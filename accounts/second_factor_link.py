"""The mailed link to set up a second factor, for a person who cannot prove in another way who they are.

They have neither password nor second factor here, and their provider does not tell when they signed in there.
"""

import hashlib
import time
from datetime import timedelta
from typing import Final

from django.core import signing
from django.core.cache import cache
from django.http import HttpRequest
from django.urls import reverse

from accounts.link_salt import salted
from accounts.models import User
from orgs.access import RECENT_AUTHENTICATION
from orgs.reauthentication import is_recent

LIFETIME: Final = timedelta(hours=1)
_SALT: Final = "accounts.second_factor_link"
_OPENED: Final = "second_factor_link_opened"
_MAY_SET_UP_FOR: Final = RECENT_AUTHENTICATION / timedelta(seconds=1)


def link_path(person: User) -> str:
    """Return the path of a new link. It works once, within an hour, for this person signed in."""
    return reverse("second-factor-link-opened", args=[signing.dumps(str(person.pk), salt=salted(_SALT))])


def open_link(request: HttpRequest, token: str) -> bool:
    """Let the signed-in person set up a second factor in the current session, for 15 minutes.

    Returns False for a link that is altered, expired, used, or another person's.
    """
    try:
        person = signing.loads(token, salt=salted(_SALT), max_age=LIFETIME)
    except signing.BadSignature:
        return False
    if person != str(request.user.pk) or not cache.add(_used_key(token), "y", LIFETIME / timedelta(seconds=1)):
        return False
    request.session[_OPENED] = {"user": person, "at": time.time()}
    return True


def may_set_up(request: HttpRequest) -> bool:
    """Tell whether the signed-in person may set up a second factor: after a recent proof, or by the mailed link."""
    opened = request.session.get(_OPENED, {})
    by_link = opened.get("user") == str(request.user.pk) and time.time() - opened["at"] < _MAY_SET_UP_FOR
    return by_link or is_recent(request)


def came_by_link(request: HttpRequest) -> bool:
    """Forget that the link was opened; tell whether it was."""
    return request.session.pop(_OPENED, None) is not None


def _used_key(token: str) -> str:
    return f"second-factor-link-used:{hashlib.sha256(token.encode()).hexdigest()}"

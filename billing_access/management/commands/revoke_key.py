"""``manage.py revoke_key``: revoke leaked keys, for incident response."""

import re
import sys
import uuid
from argparse import SUPPRESS, ArgumentParser
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError

from billing_access.access import key_format
from billing_access.access.models import ApiKey
from billing_access.access.services import revoke_key
from orgs import actors
from orgs.access import OrganizationClosed

_LIKE_A_KEY: Final = re.compile(rf"{key_format.PREFIX}[0-9A-Za-z]+", re.ASCII)
_SURPLUS: Final = (
    "Pass a secret on standard input, never as an argument: it is now in the shell's history and in the list of "
    "processes. Treat it as leaked."
)


class Command(BaseCommand):
    """Reads text that contains leaked keys on standard input, or takes a key's id. Exits 1 if no key was found."""

    help = (
        "Revoke every key found in the text on standard input (a log, a commit, a bare secret), or the one with "
        "--key-id. A secret is never an argument, where other users of the machine could read it."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        # Accepted only so that `handle` can refuse it: argparse's own error would print the secret.
        parser.add_argument("surplus", nargs="*", help=SUPPRESS)
        parser.add_argument("--key-id", metavar="UUID", help="The key's id, as the audit log and the pages show it.")
        parser.add_argument("--reason", default="", help="Recorded on the organization's audit log.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["surplus"]:
            raise CommandError(_SURPLUS)
        keys = [_by_id(options["key_id"])] if options["key_id"] else self._in_text(key_format.Secret(sys.stdin.read()))
        for key in keys:
            state = "already revoked" if key.is_revoked else "revoked"
            try:
                revoke_key(key, actor=actors.command("revoke_key"), reason=options["reason"])
            except OrganizationClosed:
                # Closing revoked each key that had not ended.
                state = "already revoked" if key.is_revoked else "already expired"
            self.stdout.write(f"{state}: {key.pk} {key.name} ({key.hint}) of {key.organization.slug}")

    def _in_text(self, text: str) -> list[ApiKey]:
        found: dict[uuid.UUID, ApiKey] = {}
        candidates = dict.fromkeys(map(key_format.Secret, [*_LIKE_A_KEY.findall(text), *text.split()]))
        for secret in candidates:
            key = _by_secret(secret)
            if key is not None:
                found[key.pk] = key
            elif secret.startswith(key_format.PREFIX):
                fault = (
                    "is not a key of this site"
                    if key_format.is_well_formed(secret)
                    else "is damaged: its checksum is wrong"
                )
                self.stderr.write(f"{secret[:12]}…{secret[-4:]} {fault}.")
        if not found:
            raise CommandError("No key of this site was found in the text on standard input. Nothing was revoked.")
        return list(found.values())


def _by_secret(secret: str) -> ApiKey | None:
    if not key_format.is_well_formed(secret) and not key_format.may_be_platform_key(secret):
        return None
    return ApiKey.objects.select_related("organization").filter(digest=key_format.digest(secret)).first()


def _by_id(text: str) -> ApiKey:
    if text.lower().startswith(key_format.PREFIX):
        raise CommandError("That is a secret, not an id. Pass it on standard input, and treat it as leaked now.")
    try:
        key_id = uuid.UUID(text)
    except ValueError:
        raise CommandError(f"--key-id {text!r} is not a key's id, such as {uuid.UUID(int=0)}.") from None
    key = ApiKey.objects.select_related("organization").filter(pk=key_id).first()
    if key is None:
        raise CommandError(f"There is no key with the id {key_id}.")
    return key

"""``manage.py seed_demo``: create two organizations with people, keys and real usage, to try the product with."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from tqdm import tqdm

from billing_access.access.models import OptIn
from billing_access.billing.ingest.organization_lookup import OrganizationFinder
from billing_access.billing.ingest.pipeline import Watch, ingest
from billing_audit.record import Actor
from dev.demo import cast
from dev.demo.runs import DEFAULTS, ORGANIZATION_FIELD, DemoRuns
from orgs import actors
from orgs.mail.notify import silence
from orgs.models import Organization

SAMPLE: Final = "sample_data/claude_code_dev.csv.gz"


class Command(BaseCommand):
    """Creates what is missing, and new keys, whose secrets it prints. Existing figures and opt-ins are left alone."""

    help = "Create the demo's organizations, people, keys and usage. Needs DEMO=on, since its passwords are published."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="Print one JSON object and nothing else.")
        parser.add_argument(
            "--if-empty", action="store_true", help="Do nothing if there is a complete demo or another organization."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("The demo's passwords are published, so seed_demo runs only with DEMO=on.")
        if options["if_empty"] and not cast.is_incomplete():
            return
        with silence():
            seeded = seed(actors.command("seed_demo"))
        self.stdout.write(json.dumps(seeded, indent=2) if options["json"] else _described(seeded))


def seed(actor: Actor) -> dict[str, Any]:
    """Create what is missing, replace the keys, and return what ``--json`` prints.

    If it is interrupted, the next call completes it, with the dates of the copy that the first call chose.
    """
    staff = cast.ensure_staff(actor)
    organizations = [cast.ensure_organization(each, actor) for each in cast.ORGANIZATIONS]
    _import_sample(actor)
    for each, organization in zip(cast.ORGANIZATIONS, organizations, strict=True):
        cast.ensure_figures(each, organization, actor)
    with transaction.atomic():
        return {"staff": staff, "organizations": [_organization(each, actor) for each in organizations]}


def _import_sample(actor: Actor) -> None:
    runs = DemoRuns(Path(settings.BASE_DIR) / SAMPLE, cast.SLUGS)
    if runs.stored() >= len(runs):
        return
    with tqdm(total=len(runs), desc="Demo data", unit=" runs", disable=None, file=sys.stderr) as bar:
        report = ingest(
            runs.rows(runs.shift(timezone.now())),
            OrganizationFinder(column=ORGANIZATION_FIELD),
            actor=actor,
            defaults=DEFAULTS,
            watch=Watch(merged=lambda done, total: bar.update(done - bar.n)),
        )
    if report.refused:
        raise CommandError(f"Refused runs of {SAMPLE}: {report.refused}. The file is not the original one. Restore it.")


def _organization(organization: Organization, actor: Actor) -> dict[str, Any]:
    return {
        "id": organization.public_id,
        "slug": organization.slug,
        "opted_in": OptIn.objects.filter(organization=organization, enabled=True).exists(),
        "people": cast.people_of(organization),
        "keys": cast.replace_keys(organization, actor),
    }


def _described(seeded: dict[str, Any]) -> str:
    lines = [f"Platform staff: {seeded['staff']['email']}, password {seeded['staff']['password']}"]
    for organization in seeded["organizations"]:
        state = "on" if organization["opted_in"] else "off"
        lines += ["", f"{organization['slug']} ({organization['id']}), billing reads {state}"]
        lines += [f"  {each['role']:8} {each['email']}, password {each['password']}" for each in organization["people"]]
        lines += [f"  {each['name']:22} {each['secret']}" for each in organization["keys"]]
    return "\n".join(lines)

"""The options of ``manage.py import_runs``: declared, checked, and turned into what an import takes."""

from argparse import ArgumentParser
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from django.core.management.base import CommandError

from billing_access.billing.ingest.columns import RUN_COLUMNS, Columns
from billing_access.billing.ingest.organization_lookup import OrganizationFinder
from billing_access.billing.ingest.run_validation import Defaults
from billing_access.billing.ledger.changes import InvalidChange
from billing_access.billing.ledger.completeness import check_through
from billing_access.billing.models import RunStatus, RunType
from billing_access.billing.money import InvalidMoney, exact_usd
from billing_access.billing.tags.tag_validation import InvalidTags, check_tag_key
from billing_access.management.arguments import organization_argument, time_argument
from orgs.models import Organization

EVERY_ORGANIZATION: Final = "all"
# Kept with the batch if they were given.
_RECORDED: Final = (
    "organization", "organization_column", "tag_column", "ignore_column", "without_costs", "run_type", "status",
    "naive_times", "unit_price", "complete_through", "complete_for", "move_back", "correct", "again",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Completeness:
    """Until when an import states that its feed is complete, and for which organizations in addition to its rows'."""

    through: datetime
    move_back: bool
    organizations: tuple[Organization, ...]
    is_for_every_organization: bool

    def all_organizations(self, finder: OrganizationFinder) -> list[Organization]:
        """Return the organizations that are complete, each once, by primary key."""
        if self.is_for_every_organization:
            return list(Organization.objects.order_by("pk"))
        by_pk = {organization.pk: organization for organization in (*finder.organizations(), *self.organizations)}
        return [by_pk[pk] for pk in sorted(by_pk)]


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """The checked options; ``recorded`` are those that were given, as the batch stores them.

    ``is_pipe``: the rows come from standard input or a pipe with a name, whose end does not prove that all rows came.
    """

    file: str
    is_pipe: bool
    rejects: Path
    columns: Columns
    finder: OrganizationFinder
    defaults: Defaults
    completeness: Completeness | None
    correct: bool
    again: bool
    recorded: dict[str, Any]


def add_import_arguments(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("file", metavar="FILE", help="The file, or - for standard input.")
    target = parser.add_mutually_exclusive_group(required=True)
    target.add_argument("--organization", metavar="SLUG", help="The organization of all runs.")
    target.add_argument(
        "--organization-column",
        metavar="NAME",
        help="The column with the organization of each run: its slug, id or external id.",
    )
    _add_column_arguments(parser)
    parser.add_argument(
        "--run-type",
        choices=RunType.values,
        default=RunType.WORKFLOW_RUN.value,
        help="The type of new runs for which the file has none.",
    )
    parser.add_argument(
        "--status",
        choices=RunStatus.values,
        default=RunStatus.COMPLETED.value,
        help="The status of new runs for which the file has none.",
    )
    parser.add_argument("--naive-times", choices=["UTC"], help="Read times without an offset as UTC.")
    parser.add_argument(
        "--unit-price", metavar="USD", help="Read total_cost_usd as units of this price, which is kept with each run."
    )
    _add_completeness_arguments(parser)
    parser.add_argument(
        "--correct", action="store_true", help="Let final costs and tokens replace different final ones."
    )
    parser.add_argument("--again", action="store_true", help="Take rows again that equal a voided run.")
    parser.add_argument(
        "--rejects", metavar="PATH", type=Path, help="The file for refused rows. Default: FILE.rejects.csv."
    )


def _add_column_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--tag-column",
        action="append",
        default=[],
        metavar="COLUMN=TAG",
        help="Import a column as a tag (repeatable).",
    )
    parser.add_argument(
        "--ignore-column",
        action="append",
        default=[],
        metavar="NAME",
        help="Ignore a column although its name resembles one that is imported (repeatable).",
    )
    parser.add_argument(
        "--without-costs", action="store_true", help="Accept a file that has no column of costs or units."
    )


def _add_completeness_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--complete-through",
        metavar="TIME",
        help="Mark that every run that started before TIME has been fed. Not applied if a row was refused. "
        "Standard input or a pipe must then end with an end mark.",
    )
    parser.add_argument(
        "--complete-for",
        nargs="+",
        default=[],
        metavar="SLUG",
        help="Apply --complete-through also to these organizations, which may have no row; `all` means every one.",
    )
    parser.add_argument(
        "--move-back", action="store_true", help="Let --complete-through set an earlier time than before."
    )


def import_options(options: dict[str, Any]) -> ImportOptions:
    """Check the parsed options. Raises CommandError naming the option and what is accepted."""
    name = options["file"]
    is_pipe = name == "-" or not Path(name).is_file()
    tag_columns = dict(map(_tag_column, options["tag_column"]))
    return ImportOptions(
        file=name,
        is_pipe=is_pipe,
        rejects=options["rejects"] or Path("rejects.csv" if is_pipe else f"{name}.rejects.csv"),
        columns=_columns(options, tuple(tag_columns)),
        completeness=_completeness(options),
        finder=_finder(options),
        defaults=Defaults(
            options["run_type"],
            options["status"],
            tag_columns,
            naive_times_are_utc=options["naive_times"] == "UTC",
            unit_price_usd=_unit_price(options["unit_price"]),
        ),
        correct=options["correct"],
        again=options["again"],
        recorded={each: options[each] for each in _RECORDED if options[each]},
    )


def _columns(options: dict[str, Any], tag_columns: tuple[str, ...]) -> Columns:
    named = tuple(filter(None, [*tag_columns, options["organization_column"]]))
    for name in options["ignore_column"]:
        if name in RUN_COLUMNS or name in named:
            raise CommandError(f"--ignore-column {name}: this column is imported. Rename it in the file instead.")
    return Columns(named, tuple(options["ignore_column"]), options["without_costs"])


def _completeness(options: dict[str, Any]) -> Completeness | None:
    slugs = options["complete_for"]
    text = options["complete_through"]
    if slugs and text is None:
        raise CommandError("--complete-for says for whom, so it needs --complete-through TIME.")
    if slugs and not options["organization_column"]:
        raise CommandError("--complete-for needs --organization-column; --organization names the only organization.")
    is_every = EVERY_ORGANIZATION in slugs
    if is_every and len(slugs) > 1:
        raise CommandError("--complete-for takes either `all` or slugs of organizations.")
    if text is None:
        return None
    organizations = () if is_every else tuple(map(organization_argument, slugs))
    return Completeness(_through(text), options["move_back"], organizations, is_every)


def _through(text: str) -> datetime:
    through = time_argument("--complete-through", text)
    try:
        check_through(through)
    except InvalidChange as error:
        raise CommandError(f"--complete-through: {error}") from None
    return through


def _unit_price(text: str | None) -> Decimal | None:
    if text is None:
        return None
    try:
        price = exact_usd(text)
        Defaults(unit_price_usd=price)
    except InvalidMoney as error:
        raise CommandError(f"--unit-price: {error}.") from None
    except ValueError as error:
        raise CommandError(f"--unit-price: {error}") from None
    return price


def _tag_column(text: str) -> tuple[str, str]:
    column, equals, key = (part.strip() for part in text.partition("="))
    if not equals or not column:
        raise CommandError(f"--tag-column {text!r} is not COLUMN=TAG, such as org=session.")
    try:
        check_tag_key(key)
    except InvalidTags as error:
        raise CommandError(f"--tag-column {text!r}: {error}.") from None
    return column, key


def _finder(options: dict[str, Any]) -> OrganizationFinder:
    if options["organization_column"]:
        return OrganizationFinder(column=options["organization_column"])
    return OrganizationFinder(organization=organization_argument(options["organization"]))

"""Finds the organization of each imported run: one for the whole import, or the one that a field of the row names."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Q

from billing_access.billing.ingest.row_fields import InvalidRun
from billing_audit.plain_text import composed
from orgs.models import Organization
from orgs.names import organizations_by_former_slug


class OrganizationFinder:
    """Maps a row to its organization's primary key; each name is looked up once."""

    def __init__(self, *, organization: Organization | None = None, column: str | None = None) -> None:
        if (organization is None) == (column is None):
            raise ValueError("Name one organization for all rows, or the field that names it, and not both.")
        self._organization = organization
        self._column = column
        self._found: dict[str, set[int]] = {}

    def look_up(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Look up the organizations of these rows: one query if any of their names is new, else none.

        A second one if no organization has a new name: an organization may have had it as its slug until lately.
        """
        if self._column is None:
            return
        names = {self._name(fields) for fields in rows} - self._found.keys() - {""}
        self._found.update({name: set() for name in names})
        matching = Organization.objects.filter(
            Q(slug__in=names) | Q(external_id__in=names) | Q(public_id__in=names)
        ).values_list("pk", "slug", "external_id", "public_id")
        for pk, *known_as in matching if names else ():
            for name in names.intersection(known_as):
                self._found[name].add(pk)
        if unknown := {name for name in names if not self._found[name]}:
            for name, pk in organizations_by_former_slug(unknown).items():
                self._found[name].add(pk)

    def pk_of(self, fields: Mapping[str, Any]) -> int:
        """Return a row's organization. Raises InvalidRun if its name matches none or more than one."""
        if self._organization is not None:
            return int(self._organization.pk)
        name = self._name(fields)
        if not name:
            raise InvalidRun(f"{self._column} is missing; it names the organization")
        pks = self._found[name]
        if len(pks) != 1:
            which = "no organization" if not pks else "more than one organization"
            raise InvalidRun(f"{self._column} {name[:60]!r} names {which}; use its slug, id or external id")
        (pk,) = pks
        return pk

    def organizations(self) -> list[Organization]:
        """Return the organization of the whole import, or those that the rows looked up so far have named."""
        if self._organization is not None:
            return [self._organization]
        pks = {pk for found in self._found.values() if len(found) == 1 for pk in found}
        return list(Organization.objects.filter(pk__in=pks).order_by("pk"))

    def _name(self, fields: Mapping[str, Any]) -> str:
        value = fields.get(self._column or "")
        # PostgreSQL refuses a NUL in a parameter, and no organization's name has one.
        return composed(str(value).strip().replace("\x00", "?")) if isinstance(value, (str, int)) else ""

"""Registered tags: keys whose values have rollups of their own."""

from django.db import connection, transaction

from billing_access.billing.accounts import lock_accounts
from billing_access.billing.changing import InvalidChange, record_change
from billing_access.billing.models import RegisteredTag
from billing_access.billing.rollups import BUCKETS, RUNS, upsert
from billing_access.billing.tag_input import InvalidTags, check_tag_key
from orgs.access import require_platform
from orgs.audit.record import Actor
from orgs.models import Organization


@transaction.atomic
def register_tag(organization: Organization, key: str, *, actor: Actor) -> RegisteredTag:
    """Give the values of a tag rollups of their own, from the first run on. Registered already: nothing changes.

    Raises InvalidChange for a key that no run can have, and PermissionDenied.
    """
    require_platform(actor)
    try:
        check_tag_key(key)
    except InvalidTags as error:
        raise InvalidChange(f"{error}.") from None
    lock_accounts([organization.pk])
    tag, is_new = RegisteredTag.objects.get_or_create(organization=organization, key=key)
    if not is_new:
        return tag
    with connection.cursor() as cursor:
        for table in BUCKETS:
            statement = upsert(table, RUNS, "(SELECT %(key)s::varchar AS key)")
            cursor.execute(statement, {"organization": organization.pk, "key": key})
    record_change("tag.registered", organization, actor, details={"tag": key})
    return tag

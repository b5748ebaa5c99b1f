"""Every column that can hold an address, a name or free text: what erases it, or why nothing needs to.

``ERASED``: ``erase_personal_data`` erases it. ``WITH_THE_ROW``: it goes with a row that is erased. ``KEPT``: it may
hold what somebody typed, and stays for the reason given. ``NONE``: no person's data can be in it. ``*`` is any column
that no line names.
"""

from fnmatch import fnmatchcase

ERASED: dict[str, str] = {
    "account_emailaddress.email": "accounts: with the account, and by the address",
    "billing_accounts_cache.cache_key": "accounts: attempts by IP address, by person, and by the hash of the address",
    "billing_accounts_cache.value": "accounts: with its key; times of attempts",
    "billing_accounts_emailchange.new_email": "accounts: with the account, and by the address",
    "billing_accounts_emailchange.old_email": "accounts: with the account, and by the address",
    "billing_accounts_user.email": "accounts: with the account",
    "billing_accounts_user.name": "accounts: with the account",
    "billing_api_key.last_used_address": "billing_access: by the IP address",
    "billing_audit_part.data": "billing_audit: personal data and texts",
    "billing_audit_part.salt": "billing_audit: with the data",
    "billing_orgs_invitation.email": "orgs: by the address",
    "billing_reads_opt_in.reason": "billing_access: with --with-texts, if the person typed it or it names them",
    "billing_reads_suspension.lifted_reason": "billing_access: with --with-texts, where it names the person",
    "billing_reads_suspension.reason": "billing_access: with --with-texts, where it names the person",
    "django_admin_log.change_message": "accounts: where it names the person, and what the person did as staff",
    "django_admin_log.object_repr": "accounts: where it names the person, and what the person did as staff",
    "django_session.session_data": "accounts: the person's sessions, and those in which an address stands",
    "procrastinate_jobs.args": "orgs: jobs to the person, and those that name them",
    "socialaccount_socialaccount.extra_data": "accounts: with the account",
}
# They go with a row that is erased, and hold no text of their own.
WITH_THE_ROW: dict[str, str] = {
    "account_emailconfirmation.key": "random; goes with the address",
    "billing_accounts_emailchange.confirm_digest": "a hash of 256 random bits",
    "billing_accounts_emailchange.undo_digest": "a hash of 256 random bits",
    "billing_accounts_user.password": "a hash; goes with the account",
    "billing_orgs_invitation.role": "one of the roles",
    "billing_orgs_invitation.token_digest": "a hash of 256 random bits",
    "billing_orgs_membership.role": "one of the roles",
    "django_admin_log.object_id": "an id",
    "django_session.session_key": "random",
    "mfa_authenticator.data": "an encrypted secret; goes with the account",
    "mfa_authenticator.type": "one of three",
    "socialaccount_socialaccount.provider": "the provider's id in the settings",
    "socialaccount_socialaccount.uid": "the person's id at the provider; goes with the account",
    "socialaccount_socialtoken.*": "empty, since tokens are not stored; goes with the account",
}
KEPT: dict[str, str] = {
    "billing_alert_firing.tag_value": "figures: a value by which the organization's usage is summed",
    "billing_alert_rule.tag_key": "figures: the organization's own word",
    "billing_alert_rule.tag_value": "figures: a value by which the organization's usage is summed",
    "billing_api_key.allowed_networks": "it decides who gets in: an admin of the organization changes it",
    "billing_api_key.name": "the organization's name for its key; an admin replaces the key",
    "billing_balance_entry.note": "the ledger is append-only; operators are told to type no name",
    "billing_balance_entry.reference": "the ledger is append-only; the biller's reference",
    "billing_batch.file": "the name of a file of the platform",
    "billing_batch.options": "the options of a command of the platform",
    "billing_orgs_formerslug.slug": "the organization's former name, for 90 days",
    "billing_orgs_tombstone.name": "names of a deleted organization, which nobody else may take",
    "billing_orgs_organization.external_id": "the platform's id of the organization",
    "billing_orgs_organization.name": "the organization's name; the platform changes it",
    "billing_orgs_organization.slug": "the organization's name",
    "billing_reconciliation.reference": "the ledger is append-only; the biller's reference",
    "billing_registered_tag.key": "figures: the organization's own word",
    "billing_run.*": "figures: what the platform fed",
    "billing_run_credit.*": "figures: the platform's references",
    "billing_staged_run.*": "figures: what the platform fed, until it is merged",
    "billing_usage_day.*": "figures: sums by the tags of runs",
    "billing_usage_quarter_hour.*": "figures: sums by the tags of runs",
    "billing_voided_run.*": "figures: what the platform fed",
    "billing_webhook_attempt.answer": "the receiver's words, deleted with the delivery after 30 days",
    "billing_webhook_delivery.body": "figures: an alert, deleted 30 days after it was delivered",
    "billing_webhook_endpoint.url": "the organization's own address; an admin of the organization removes it",
    "billing_audit_statement.note": "signed: the reason, a ticket number, and ids of events",
    "billing_audit_repeat.fingerprint": "a hash over ids and the IP address, which could be guessed; append-only, and"
    " dropped with its month by purge_audit",
}
NONE: dict[str, str] = {
    "billing_alert_rule.kind": "the code's own words",
    "billing_alert_rule.state": "the code's own words",
    "auth_group.name": "groups have no effect here and no page makes them",
    "auth_permission.*": "the code's own",
    "billing_account.*": "the platform's words for a plan",
    "billing_api_key.*": "the code's own words, hashes, and parts of a secret",
    "billing_audit_checkpoint.*": "hashes and signatures",
    "billing_audit_event.*": "ids, the code's own words, and commitments with random salts",
    "billing_heartbeat.process": "the code's own words",
    "billing_audit_leaf.*": "hashes",
    "billing_audit_node.*": "hashes",
    "billing_audit_part.kind": "one of three",
    "billing_audit_part.organization_id": "an id",
    "billing_audit_repeat.organization_id": "an id",
    "billing_audit_statement.*": "ids and the code's own words",
    "billing_audit_tree.*": "hashes",
    "billing_audit_unsealed.organization_id": "an id",
    "billing_balance_entry.kind": "the code's own words",
    "billing_batch.started_by": "the kind and id of the actor",
    "billing_orgs_organization.public_id": "random",
    "billing_orgs_organization.time_zone": "the name of a zone",
    "billing_orgs_tombstone.organization_id": "an id",
    "billing_reads_opt_in.changed_by_kind": "the code's own words",
    "billing_webhook_attempt.error": "the code's own words",
    "billing_webhook_delivery.log": "an id",
    "billing_webhook_delivery.reason_code": "the code's own words",
    "billing_webhook_delivery.state": "the code's own words",
    "billing_webhook_delivery.type": "the code's own words",
    "billing_webhook_endpoint.former_secret": "an encrypted secret",
    "billing_webhook_endpoint.log": "an id",
    "billing_webhook_endpoint.secret": "an encrypted secret",
    "billing_webhook_endpoint.shape": "the code's own words",
    "billing_webhook_endpoint.state": "the code's own words",
    "billing_webhook_endpoint.topics": "the code's own words",
    "django_content_type.*": "the code's own",
    "django_migrations.*": "the code's own",
    "guardian_groupobjectpermission.object_pk": "an id",
    "guardian_userobjectpermission.object_pk": "an id",
    "procrastinate_*.*": "names of queues and tasks",
    "socialaccount_socialapp.*": "the provider stands in the settings; the table is empty",
}


def declared(column: str) -> str | None:
    """Return what is said of ``table.column``; None if nothing is. A name goes before a pattern."""
    for table in (ERASED, WITH_THE_ROW, KEPT, NONE):
        if column in table:
            return table[column]
    found = [
        said for table in (WITH_THE_ROW, KEPT, NONE) for pattern, said in table.items() if fnmatchcase(column, pattern)
    ]
    return found[0] if len(found) == 1 else None

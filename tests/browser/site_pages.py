"""Every page of the site in the states that it has, by who sees it, and what is typed wrongly into its form."""

from dataclasses import dataclass, field

SIGNED_OUT: dict[str, str] = {
    "sign-in": "/sign-in/",
    "forgotten": "/sign-in/forgotten/",
    "forgotten-sent": "/sign-in/forgotten/sent/",
    "set-password-void": "/set-password/MQ/none/",
    "set-password": "/set-password/{reset}/",
    "invitation": "/invitations/{token}/",
    "invitation-sign-in": "/invitations/{to_charlie}/",
    "invitation-void": "/invitations/none/",
    "undo-email": "/account/email/undo/{undo_email}/",
    "email-link-void": "/account/email/undo/none/",
    "error": "/errors/org_opt_in_required",
}
OF_AN_OWNER: dict[str, str] = {
    "organizations": "/",
    "overview": "/o/acme/overview/",
    "overview-by-week": "/o/acme/overview/?days=365",
    "overview-fault": "/o/acme/overview/?from=2027-02-30&to=2099-01-01",
    "overview-empty": "/o/bare/overview/",
    "overview-low": "/o/low/overview/",
    "overview-invoiced": "/o/held/overview/",
    "overview-stale": "/o/stale/overview/",
    "balance": "/o/acme/balance/",
    "balance-of-a-month-before": "/o/acme/balance/?month={last_month}",
    "balance-fault": "/o/acme/balance/?month=2027-13",
    "balance-empty": "/o/bare/balance/",
    "balance-zone": "/o/low/balance/",
    "balance-invoiced": "/o/held/balance/",
    "billing-reads-ran-out": "/o/low/billing-reads/",
    "audit-log-zone": "/o/low/audit-log/",
    "billing-reads": "/o/acme/billing-reads/",
    "billing-reads-empty": "/o/bare/billing-reads/",
    "billing-reads-suspended": "/o/held/billing-reads/",
    "turn-on-suspended": "/o/held/billing-reads/turn-on/",
    "readers-suspended": "/o/held/readers/",
    "turn-on": "/o/bare/billing-reads/turn-on/",
    "change-time-limit": "/o/acme/billing-reads/turn-on/",
    "keys": "/o/acme/keys/",
    "keys-empty": "/o/bare/keys/",
    "key-create": "/o/acme/keys/new/?preset=cost-report",
    "key": "/o/acme/keys/{key}/",
    "key-revoked": "/o/acme/keys/{revoked}/",
    "key-replaced": "/o/acme/keys/{replaced}/",
    "key-from-address": "/o/acme/keys/{key}/?address=203.0.113.9",
    "key-revoke": "/o/acme/keys/{key}/revoke/",
    "key-rotate": "/o/acme/keys/{key}/rotate/",
    "key-addresses": "/o/acme/keys/{key}/addresses/",
    "readers": "/o/acme/readers/",
    "readers-empty": "/o/bare/readers/",
    "members": "/o/acme/members/",
    "member-invite": "/o/acme/members/invite/",
    "member-role": "/o/acme/members/{member}/",
    "member-remove": "/o/acme/members/{member}/remove/",
    "member-confirm": "/o/acme/members/{member}/confirm/",
    "leave": "/o/acme/members/leave/",
    "audit-log": "/o/acme/audit-log/",
    "audit-log-empty": "/o/acme/audit-log/?action=run.read",
    "audit-log-fault": "/o/acme/audit-log/?actor=nobody&key=x&from=2027-02-30",
    "audit-event": "/o/acme/audit-log/{event}/",
    "audit-event-altered": "/o/acme/audit-log/{altered}/",
    "audit-event-unsealed": "/o/acme/audit-log/{unsealed}/",
    "settings": "/o/acme/settings/",
    "organization-slug": "/o/acme/settings/url/",
    "organization-close": "/o/acme/settings/close/",
    "overview-closed": "/o/closed/overview/",
    "members-closed": "/o/closed/members/",
    "billing-reads-closed": "/o/closed/billing-reads/",
    "settings-closed": "/o/closed/settings/",
    "low-balance": "/o/acme/settings/low-balance/",
    "alerts": "/o/acme/alerts/",
    "alerts-empty": "/o/bare/alerts/",
    "alert-create": "/o/acme/alerts/new/?kind=day_spike",
    "alert-create-number": "/o/acme/alerts/new/?kind=runs_out",
    "alert": "/o/acme/alerts/{rule}/",
    "webhooks": "/o/acme/webhooks/",
    "webhooks-empty": "/o/bare/webhooks/",
    "webhook-create": "/o/acme/webhooks/new/",
    "webhook": "/o/acme/webhooks/{webhook}/",
    "webhook-paused": "/o/acme/webhooks/{paused}/",
    "webhook-change": "/o/acme/webhooks/{webhook}/change/",
    "webhook-rotate": "/o/acme/webhooks/{webhook}/rotate/",
    "webhook-remove": "/o/acme/webhooks/{webhook}/remove/",
    "tags": "/o/acme/settings/tags/",
    "tags-empty": "/o/bare/settings/tags/",
    "tag-remove": "/o/acme/settings/tags/remove/?key=county",
    "invitation-for-another": "/invitations/{token}/",
    "account": "/account/",
    "change-email": "/account/email/",
    "confirm-email": "/account/email/confirm/{confirm_email}/",
    "password": "/account/password/",
    "prove": "/account/prove/",
    "second-factor": "/account/second-factor/",
    "second-factor-add": "/account/second-factor/add/",
    "not-found": "/o/nowhere/",
}
# An admin with a second factor, who may not change the owner.
OF_AN_ADMIN: dict[str, str] = {
    "members-by-an-admin": "/o/acme/members/",
    "member-role-of-an-owner": "/o/acme/members/{owner}/",
    "member-remove-an-owner": "/o/acme/members/{owner}/remove/",
    "leave-by-an-admin": "/o/acme/members/leave/",
    "organization-close-by-an-admin": "/o/acme/settings/close/",
    "second-factor-on": "/account/second-factor/",
    "second-factor-remove": "/account/second-factor/remove/",
    "prove-by-code": "/account/prove/second-factor/",
    "recovery-codes": "/account/recovery-codes/",
    "recovery-codes-new": "/account/recovery-codes/new/",
    "untie-provider": "/account/provider/untie/",
}
OF_A_REVIEWER: dict[str, str] = {
    "readers-by-a-reviewer": "/o/acme/readers/",
    "audit-log-by-a-reviewer": "/o/acme/audit-log/",
    "members-by-a-reviewer": "/o/acme/members/",
}
OF_A_MEMBER: dict[str, str] = {"organization": "/o/acme/", "forbidden": "/o/acme/keys/"}
OF_A_STRANGER: dict[str, str] = {
    "organizations-none": "/",
    "invitation-join": "/invitations/{to_charlie}/",
    "prove-by-provider": "/account/prove/provider/",
}
# What is typed wrongly into the page's form. A form that the browser would stop is sent all the same.
FAULTS: dict[str, dict[str, str]] = {
    "turn-on": {"[name=limit][value=other]": "check"},
    "key-create": {"[name=name]": "", "[name=lifetime_days]": "999", "[name=scopes]": "uncheck"},
    "key-rotate": {"[name=lifetime_days]": "0"},
    "key-addresses": {"[name=allowed_networks]": "everywhere"},
    "member-invite": {"[name=email]": "nobody"},
    "settings": {"[name=requires_second_factor]": "check"},
    "organization-slug": {"[name=slug]": "Two words"},
    "organization-close": {"[name=name]": "Acme"},
    "low-balance": {"[name=threshold]": "a lot"},
    "alert-create": {"[name=factor]": "a few", "[name=amount]": "-1"},
    "alert-create-number": {"[name=number]": "0"},
    "webhook-create": {"[name=url]": "http://hooks.example.com/"},
    "webhook-change": {"[name=topics]": "uncheck"},
    "tags": {"[name=key]:not([type=hidden])": "a:b"},
    "change-email": {"[name=email]": "nobody"},
    "password": {"[name=oldpassword]": "wrong", "[name=password1]": "a", "[name=password2]": "b"},
    "prove": {"[name=password]": "wrong"},
    "second-factor-add": {"[name=code]": "000000"},
    "prove-by-code": {"[name=code]": "000000"},
    "change-time-limit": {"[name=reason]": "No limit is chosen"},
    "key": {"[name=scopes]": "uncheck"},
    "set-password": {"[name=new_password1]": "a", "[name=new_password2]": "b"},
    "invitation": {"[name=name]": "", "[name=password]": "a", "[name=again]": "b"},
    "sign-in": {"[name=login]": "alice@example.com", "[name=password]": "wrong"},
    "forgotten": {"[name=email]": "nobody"},
}


@dataclass(frozen=True)
class Walk:
    """The pages of one person, by the name of the fixture; of nobody who is signed in where that is empty."""

    person: str
    pages: dict[str, str] = field(repr=False)


WALKS = (
    Walk("", SIGNED_OUT),
    Walk("alice", OF_AN_OWNER),
    Walk("adam", OF_AN_ADMIN),
    Walk("audrey", OF_A_REVIEWER),
    Walk("bob", OF_A_MEMBER),
    Walk("charlie", OF_A_STRANGER),
)
# Addresses that show no page of their own: they send on, or answer a form with one of the pages above.
SENT_ON = {
    "o/<slug:slug>/billing-reads/turn-off/", "o/<slug:slug>/keys/<uuid:key_id>/cancel-rotation/",
    "o/<slug:slug>/alerts/<uuid:rule_id>/mute/", "o/<slug:slug>/alerts/<uuid:rule_id>/remove/",
    "o/<slug:slug>/alerts/<uuid:rule_id>/test/",
    "o/<slug:slug>/webhooks/<uuid:webhook_id>/adopt/", "o/<slug:slug>/webhooks/<uuid:webhook_id>/turn-on/",
    "o/<slug:slug>/webhooks/<uuid:webhook_id>/test/",
    "o/<slug:slug>/webhooks/<uuid:webhook_id>/deliveries/<uuid:delivery_id>/send-again/",
    "o/<slug:slug>/members/invitations/<int:invitation_id>/resend/",
    "o/<slug:slug>/members/invitations/<int:invitation_id>/revoke/",
    "invitations/<str:token>/", "sign-in/canceled/", "sign-out/", "account/email/confirm/<str:token>/",
    "account/email/undo/<str:token>/", "account/second-factor/link/",
    "account/second-factor/link/<str:token>/",
}  # fmt: skip
# Files.
NO_PAGES = {
    "account/second-factor/qr.svg", "o/<slug:slug>/audit-log/export.csv", "o/<slug:slug>/audit-log/export.ndjson",
    "o/<slug:slug>/audit-log/proofs.ndjson", "o/<slug:slug>/audit-log/verify_audit_export.py",
    "o/<slug:slug>/audit-log/keys.txt",
}  # fmt: skip
# The API, its document (``test_docs``), Django's own pages, and sign-in by a provider, which is off here.
NO_PAGES_BELOW = ("admin/", "v1/", "^v1", "docs", "healthz", "readyz", "metrics", "sign-in/oidc/")

"""Which keys could read billing data, and which webhooks be sent it, under an assumption, and what still stops them.

Every sentence of a page, of the admin or of an e-mail about what they can or will be able to read comes from here and
from ``reader_sentences.py``, and each answer in it from ``decide``; nothing is decided here.
"""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final
from urllib.parse import urlsplit

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import JSONObject, Now

from billing_access.access.decision import (
    EndpointFacts,
    KeyFacts,
    decide,
    decide_endpoint,
    decide_key,
    endpoint_facts,
    facts_for_new_key,
    facts_for_opted_in,
    facts_for_organization,
)
from billing_access.access.models import ApiKey, Suspension
from billing_access.access.reader_sentences import Gates, Reader, Readers, WebhookReader, listed
from billing_access.routes import BILLING_STATE, READABLE, WEBHOOK_FIGURES, Route
from billing_access.scopes import ALL_SCOPES
from orgs.access import codenames_of
from orgs.models import Organization

MOST_NAMED: Final = 20
# The states of a webhook that is sent something, now or once its address answers the challenge.
WOULD_SEND: Final = ("active", "pending")
_OPTED_IN: Final = (
    Q(opt_in__enabled=True)
    & (Q(opt_in__enabled_until=None) | Q(opt_in__enabled_until__gt=Now()))
    & ~Exists(Suspension.objects.filter(organization=OuterRef("pk"), lifted_at=None))
)


def keys_with_facts(
    organization: Organization, *, key_id: uuid.UUID | None = None, address: str | None = None
) -> list[tuple[ApiKey, KeyFacts]]:
    """Return each key of the organization with its facts, newest first; with ``key_id``, that key only.

    ``address``: as for ``facts_for_organization``. Keys and facts are read by two statements; a key that only one of
    them sees is left out.
    """
    keys = ApiKey.objects.filter(organization=organization).select_related("created_by", "predecessor")
    if key_id is not None:
        keys = keys.filter(pk=key_id)
    by_id = {each.key_id: each for each in facts_for_organization(organization.pk, address)}
    return [(key, by_id[key.pk]) for key in keys.order_by("-created_at", "id") if key.pk in by_id]


def readers_of(
    organization: Organization,
    pairs: Iterable[tuple[ApiKey, KeyFacts]] | None = None,
    *,
    opted_in: bool | None = None,
    organization_suspended: bool | None = None,
    webhooks: Iterable[Mapping[str, Any]] | None = None,
) -> Readers:
    """Return who could read the organization's billing data if the named facts were so; None: as they are now.

    Reads nothing of the keys if ``pairs`` has them, nor of the webhooks if ``webhooks`` has the rows of
    ``webhook_rows``. One query more where there is no key.
    """
    known = keys_with_facts(organization) if pairs is None else list(pairs)
    assumed = assume([facts for _, facts in known], opted_in, organization_suspended)
    found = [
        Reader(key, tuple(reads))
        for (key, _), facts in zip(known, assumed, strict=True)
        if (reads := billing_reads(opened(facts)))
    ]
    new_key = [] if assumed else [facts_for_new_key(organization.pk, ALL_SCOPES)]
    example = (assumed or assume(new_key, opted_in, organization_suspended))[0]
    return Readers(
        gates_of(example), len(found), found[:MOST_NAMED], webhooks=_webhooks(organization, example, webhooks)
    )


def readers_on_the_platform(*, platform_suspended: bool) -> Readers:
    """Return which keys of all organizations could read billing data if the whole platform were suspended, or not.

    Keys that something else still refuses, as a suspension of their organization, are not among them. If the platform
    is suspended, they are those that could read once that is lifted.
    """
    facts = [replace(each, platform_suspended=False) for each in facts_for_opted_in()]
    found = [(each, reads) for each in facts if (reads := billing_reads(each))]
    first = found[:MOST_NAMED]
    keys = ApiKey.objects.in_bulk([each.key_id for each, _ in first])
    named = [
        Reader(keys[each.key_id], tuple(reads), each.organization_name) for each, reads in first if each.key_id in keys
    ]
    why_none = "no organization that has opted in and is not suspended itself has an accepted key with a scope for it"
    return Readers(Gates(platform_suspended=platform_suspended), len(found), named, why_none, _webhooks_anywhere())


def organizations_with_readers() -> set[int]:
    """Return the primary keys of the organizations of which some key can read billing data now, or that have a webhook.

    Two queries.
    """
    with_keys = {each.organization_pk for each in facts_for_opted_in() if billing_reads(each)}
    opted_in = Organization.objects.filter(_OPTED_IN, webhook_endpoints__state__in=WOULD_SEND)
    return with_keys | {*opted_in.values_list("pk", flat=True)}


def assume(facts: Iterable[KeyFacts], opted_in: bool | None, organization_suspended: bool | None) -> list[KeyFacts]:
    """Return the facts with the opt-in and the organization's suspension as assumed; None: as they are.

    An assumed opt-in has no time limit.
    """
    known = list(facts)
    if opted_in is not None:
        known = [replace(each, opted_in=opted_in, opted_in_until=None) for each in known]
    if organization_suspended is not None:
        known = [replace(each, organization_suspended=organization_suspended) for each in known]
    return known


def opened(facts: KeyFacts) -> KeyFacts:
    """Return the facts with every gate of the organization and of the platform open."""
    return replace(facts, opted_in=True, organization_suspended=False, platform_suspended=False)


def billing_reads(facts: KeyFacts) -> list[Route]:
    """Return the billing routes that the key may read."""
    return [route for route in READABLE if route.needs_opt_in and decide(facts, route) is None]


def webhook_reads(facts: EndpointFacts, topics: Iterable[str]) -> list[Route]:
    """Return what a webhook with these topics is sent that has figures in it."""
    return [route for topic in sorted(topics) if decide_endpoint(facts, route := WEBHOOK_FIGURES[topic]) is None]


def webhook_rows() -> ArraySubquery:
    """Return an annotation of an organization: its webhooks that would be sent something, the oldest first."""
    endpoints = Organization._meta.get_field("webhook_endpoints").related_model._default_manager
    found = endpoints.filter(organization=OuterRef("pk"), state__in=WOULD_SEND).order_by("created_at", "id")
    names = ("id", "url", "topics", "state", "codenames")
    rows = found.annotate(codenames=codenames_of("holder_id"))
    return ArraySubquery(rows.values(row=JSONObject(**{name: name for name in names})))


def webhook_outlook(facts: KeyFacts, topics: Iterable[str]) -> str:
    """Say what a webhook with these topics is sent now, and what once the gates of its organization are open.

    ``facts``: of any key of the organization.
    """
    gates, has_log = gates_of(facts), "audit.event" in topics
    alerts = ["alerts with their figures"] if "alert" in topics else []
    if not gates.lead:
        now = [*alerts, *(["the audit log with figures and texts"] if has_log else [])]
        return f"It is sent {' and '.join(now)}.{f' Figures only{gates.end}.' if gates.end else ''}"
    later = [*alerts, *(["the figures and texts in the audit log"] if has_log else [])]
    said = "It is sent the audit log without figures and texts. " if has_log else ""
    return f"{said}{gates.lead}it is {'also ' if has_log else ''}sent {' and '.join(later)}."


def gates_of(facts: KeyFacts) -> Gates:
    """Return the gates that refuse even a key that nothing else refuses, in the organization of the facts."""
    key = replace(facts, scopes=ALL_SCOPES, is_platform_key=False, expired=False, revoked=False, address_allowed=True)
    verdict = decide(key, BILLING_STATE)
    off = decide(replace(key, organization_suspended=False, platform_suspended=False), BILLING_STATE) is not None
    return Gates(
        organization_suspended=decide(replace(key, platform_suspended=False, opted_in=True), BILLING_STATE) is not None,
        platform_suspended=decide(replace(key, organization_suspended=False, opted_in=True), BILLING_STATE) is not None,
        off=off,
        until=None if off else facts.opted_in_until,
        refusal=verdict.refusal if verdict else None,
    )


def key_outlook(facts: KeyFacts) -> str:
    """Say what the key can read now, and what once the gates of its organization are open."""
    if verdict := decide_key(facts):
        return f"It can read nothing: every request with it gets {verdict.refusal.status} {verdict.refusal.code}."
    now = [route for route in READABLE if decide(facts, route) is None]
    said = f"It can read: {listed(now)}." if now else ""
    return f"{said} {key_later(facts)}".strip() or "It can read nothing: it has no scope."


def key_later(facts: KeyFacts) -> str:
    """Say what the key can read only once gates are open, and until when it reads billing data; else empty."""
    now = [route for route in READABLE if decide(facts, route) is None]
    once_open = [route for route in READABLE if decide(opened(facts), route) is None]
    later = [route for route in once_open if route not in now]
    gates = gates_of(facts)
    said = f"{gates.lead}it can {'also ' if now else ''}read: {listed(later)}. " if later else ""
    limit = gates.end if any(route.needs_opt_in for route in once_open) else ""
    return f"{said}It can read billing data only{limit}." if limit else said.strip()


def facts_of(key: ApiKey) -> KeyFacts:
    """Return the facts of a stored key, from an address that it allows, as this transaction sees it. One query."""
    return next(each for each in facts_for_organization(key.organization_id) if each.key_id == key.pk)


def _webhooks(
    organization: Organization, facts: KeyFacts, rows: Iterable[Mapping[str, Any]] | None
) -> list[WebhookReader]:
    """Return the webhooks that are sent billing data once the gates are open; also those that are yet to answer."""
    if rows is None:
        organizations = Organization.objects.annotate(webhooks=webhook_rows())
        rows = organizations.values_list("webhooks", flat=True).get(pk=organization.pk)
    found = []
    for row in rows:
        of_webhook = endpoint_facts(opened(facts), frozenset(row["codenames"]))
        if row["state"] in WOULD_SEND and (reads := webhook_reads(of_webhook, row["topics"])):
            host = urlsplit(row["url"]).hostname or ""
            found.append(WebhookReader(row["id"], host, tuple(reads), is_pending=row["state"] == "pending"))
    return found


def _webhooks_anywhere() -> list[WebhookReader]:
    """Return the webhooks of organizations that have opted in and are not suspended themselves. One query.

    The members who hold them are taken to have the permissions that they need: one who lost them pauses the webhook
    when something is sent.
    """
    opted_in = Organization.objects.filter(_OPTED_IN, webhook_endpoints__state__in=WOULD_SEND)
    columns = [f"webhook_endpoints__{name}" for name in ("created_at", "pk", "url", "topics", "state")]
    return [
        WebhookReader(
            str(pk),
            urlsplit(url).hostname or "",
            tuple(map(WEBHOOK_FIGURES.__getitem__, topics)),
            state == "pending",
            name,
        )
        for _, pk, url, topics, state, name in opted_in.order_by(*columns[:2]).values_list(*columns, "name")
    ]

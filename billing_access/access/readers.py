"""Which keys could read billing data under an assumption, and which suspension or opt-in still stops them.

Every sentence of a page, of the admin or of an e-mail about what keys can or will be able to read comes from here and
from ``reader_sentences.py``, and each answer in it from ``decide``; nothing is decided here.
"""

import uuid
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from billing_access.access.decision import (
    KeyFacts,
    decide,
    decide_key,
    facts_for_new_key,
    facts_for_opted_in,
    facts_for_organization,
)
from billing_access.access.models import ApiKey
from billing_access.access.reader_sentences import Gates, Reader, Readers, listed
from billing_access.routes import BILLING_STATE, READABLE, Route
from billing_access.scopes import ALL_SCOPES
from orgs.models import Organization

MOST_NAMED: Final = 20


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
) -> Readers:
    """Return who could read the organization's billing data if the named facts were so; None: as they are now.

    Reads nothing of the keys if ``pairs`` has them. One query more where there is no key.
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
    return Readers(gates_of(example), len(found), found[:MOST_NAMED])


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
    return Readers(Gates(platform_suspended=platform_suspended), len(found), named, why_none)


def organizations_with_readers() -> set[int]:
    """Return the primary keys of the organizations of which some key can read billing data now. One query."""
    return {each.organization_pk for each in facts_for_opted_in() if billing_reads(each)}


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

"""Promise 4: no route that changes anything accepts a key."""

import os
from itertools import cycle, product
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, is_valid_path

from billing_access import routes
from billing_access.access.models import ApiKey, OptIn
from billing_audit.models import AuditEvent

pytestmark = pytest.mark.django_db
# Also run where there is no `tests.rounds`, in a host project.
IN_FULL = int(os.environ.get("ROUNDS", "0")) >= 100
UNSAFE = ["post", "put", "patch", "delete"]
# A page's own methods: with them a key is sent in both places, with others in one in turn, and in `make soak` in both.
FORMS = ["get", "post"]
# Other HTTP verbs: some only read, and some have no agreed meaning.
OTHER = ["OPTIONS", "TRACE", "CONNECT", "PROPFIND", "MKCOL", "MOVE", "LOCK", "PURGE", "QUERY", "GETT"]
# What the stand-alone site serves besides; a project that takes the apps in does not.
OF_THE_SITE = [path for path in ("/docs", "/healthz", "/readyz") if is_valid_path(path)]
PATHS = [*(route.path.replace("{run_id}", "wr_1") for route in routes.ROUTES), *OF_THE_SITE]


def test_the_site_serves_its_own_paths_too():
    assert len(OF_THE_SITE) == 3


def test_every_unsafe_method_on_every_api_route_is_refused(acme, make_key, opt_in, cells):
    opt_in(acme)
    secret = make_key(acme).secret
    before = _everything_changeable()
    for method, path in product(UNSAFE, PATHS):
        with cells(method, path):
            answer = getattr(Client(), method)(
                path,
                {"scopes": ["billing.state:read"]},
                content_type="application/json",
                headers={"x-api-key": secret},
            )
            if path == routes.UNKNOWN.path:
                assert answer.status_code == 404
            else:
                assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD")
            assert _everything_changeable() == before
    assert cells.count == len(UNSAFE) * len(PATHS) >= 36


def test_no_other_verb_does_or_tells_anything(acme, make_key, opt_in, cells):
    opt_in(acme)
    secret = make_key(acme).secret
    before = _everything_changeable()
    for method, path in product(OTHER, PATHS):
        with cells(method, path):
            answer = Client().generic(method, path, headers={"x-api-key": secret})
            assert answer.status_code == (404 if path == routes.UNKNOWN.path else 405)
            assert answer.json()["code"] in {"not_found", "method_not_allowed"}
            assert acme.public_id not in answer.content.decode()
            assert _everything_changeable() == before
    assert cells.count == len(OTHER) * len(PATHS) >= 90


@pytest.mark.parametrize("method", UNSAFE)
def test_a_method_override_header_is_not_believed(acme, make_key, opt_in, method):
    opt_in(acme)
    headers = {"x-api-key": make_key(acme).secret, "x-http-method-override": method.upper()}
    assert Client().get("/v1/billing/state", headers=headers).status_code == 200


@pytest.mark.parametrize("path", [path for path in PATHS if path.startswith("/v1/")])
def test_a_cookie_with_or_without_a_key_costs_nothing_and_says_nothing(acme, alice, make_key, opt_in, sign_in, path):
    """Under /v1 no session is read: an owner's cookie changes neither the statements nor the answer."""
    opt_in(acme)
    secret = make_key(acme).secret
    Client().get("/v1/key", headers={"x-api-key": secret})  # a key's first use is stored, in one more statement
    for headers in ({}, {"x-api-key": secret}):
        answers = []
        for client in (Client(), sign_in(alice)):
            with CaptureQueriesContext(connection) as captured:
                answer = client.get(path, headers=headers)
            assert not any("session" in query["sql"] or "auth_user" in query["sql"] for query in captured)
            assert not answer.cookies
            answers.append((answer.status_code, answer.headers.get("Vary"), len(captured)))
        assert answers[0] == answers[1]


@pytest.mark.soak
def test_no_page_and_no_admin_address_accepts_a_key_in_place_of_a_person(acme, make_key, opt_in):
    """With a key in every place that a key can be, each page answers as it answers an anonymous visitor."""
    opt_in(acme)
    issued = make_key(acme)
    headers = {"x-api-key": issued.secret}
    bearer = {"authorization": f"Bearer {issued.secret}"}
    places = cycle([(headers,), (bearer,)])
    before = _everything_changeable()
    tried = 0
    for path in _addresses(acme, issued):
        for method in ("get", *UNSAFE):
            plain = getattr(Client(), method)(path)
            for sent in (headers, bearer) if IN_FULL or method in FORMS else next(places):
                keyed = getattr(Client(), method)(path, headers=sent)
                assert keyed.status_code == plain.status_code, f"{method} {path}"
                assert keyed.headers.get("Location") == plain.headers.get("Location")
                assert keyed.status_code in {302, 403, 404, 405} or path.startswith(
                    ("/sign-in", "/admin/login", "/errors", "/set-password")
                ), path
                tried += 1
    assert tried > 40
    assert _everything_changeable() == before


@pytest.mark.soak
@pytest.mark.parametrize("who", ["alice", "dana"])
def test_no_page_changes_anything_for_a_verb_that_no_form_sends(acme, make_key, opt_in, request, sign_in, who):
    """The owner asks every page but the admin's, staff asks the admin's; in `make soak` both ask all of them."""
    opt_in(acme)
    issued = make_key(acme)
    client = sign_in(request.getfixturevalue(who))
    before = _everything_changeable()
    for path in _addresses(acme, issued):
        if not IN_FULL and path.startswith("/admin/") != (who == "dana"):
            continue
        for method in ("put", "patch", "delete", "trace"):
            answer = getattr(client, method)(path)
            # Django's own forms (the admin, the account pages) answer other verbs with the form again.
            assert answer.status_code in {404, 405} or not path.startswith("/o/"), f"{method} {path}"
            assert answer.status_code < 500
    assert _everything_changeable() == before


def _everything_changeable() -> tuple[object, ...]:
    keys = list(ApiKey.objects.order_by("pk").values_list("pk", "scopes", "revoked_at", "expires_at"))
    opt_ins = list(OptIn.objects.values_list("organization_id", "enabled", "version"))
    looks = ("api_key.refused", "audit_log.viewed", "billing.viewed")
    changes = AuditEvent.objects.exclude(action__endswith=".read").exclude(action__in=looks).count()
    return keys, opt_ins, changes


def _addresses(organization, issued) -> list[str]:
    values = {
        "slug": organization.slug,
        "key_id": str(issued.key.pk),
        "object_id": str(organization.pk),
        "app_label": "billing_orgs",
        "content_type_id": "1",
        "url": "nowhere/",
        "id": "1",
        "event_id": str(uuid4()),
        "uidb64": "MQ",
        "token": "set-password",
        "code": "missing_key",
        "run_id": "wr_1",
    }
    return sorted(
        path
        for path in _walk(get_resolver(), "/", values)
        if not path.startswith(("/v1", "/docs", "/healthz", "/readyz", "/static"))
    )


def _walk(resolver: URLResolver, prefix: str, values: dict[str, str]) -> list[str]:
    found = []
    for entry in resolver.url_patterns:
        pattern = str(entry.pattern)
        for name, converter in getattr(entry.pattern, "converters", {}).items():
            label = type(converter).__name__.removesuffix("Converter").lower()
            for spelling in (f"<{label}:{name}>", f"<{name}>", f"<str:{name}>", f"<path:{name}>"):
                pattern = pattern.replace(spelling, values.get(name, "1"))
        if isinstance(entry, URLResolver):
            found += _walk(entry, prefix + pattern, values)
        elif isinstance(entry, URLPattern) and "(?P" not in pattern:
            found.append(prefix + pattern)
    return found

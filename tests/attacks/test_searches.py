"""What people type into a search: no URL holds it, so no log of URLs does; a key is refused and stored nowhere."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import unquote_plus

import pytest
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from billing_access.access.models import ApiKey
from billing_access.access.services import register_platform_key
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.models import Membership, Organization

SYSTEM = actors.command("tests")
PAGE = "/o/acme/audit-log/"
PLATFORMS = "sk-the-platform-issued-this-one"
# A text that a browser sends by GET stands in the URL. Nobody types days, choices and hidden fields, and no key fits
# into a field for a month, since keys have 24 characters or more.
TYPED = re.compile(r'<input(?![^>]*(?:type="(?:hidden|date|submit)"|maxlength="(?:1?[0-9]|2[0-3])"))[^>]*>|<textarea')


@pytest.fixture
def secrets(acme: Organization, make_key: Any, configure: Any) -> list[str]:
    """A key of this site, and one that the platform issued and registered."""
    configure(PLATFORM_KEYS=True)
    register_platform_key(
        acme, actor=SYSTEM, secret=PLATFORMS, name="Theirs", scopes=["runs:read"],
        expires_at=timezone.now() + timedelta(days=9),
    )  # fmt: skip
    return [str(make_key(acme).secret), PLATFORMS]


def admin_lists(dana: User) -> list[str]:
    """Return the URL of every list of the admin that can be searched."""
    request = RequestFactory().get("/")
    request.user = dana
    return [
        reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        for model, model_admin in admin.site._registry.items()
        if model_admin.get_search_fields(request)
    ]


def stored(text: str) -> bool:
    """Tell whether any row of any table holds the text."""
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        found = []
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT EXISTS (SELECT FROM "{table}" t WHERE t::text LIKE %s)', [f"%{text}%"])
            found += [table] if cursor.fetchone() == (True,) else []
        cursor.execute("SET ROLE billing_access_app")
    return bool(found)


def test_no_form_of_a_page_sends_what_is_typed_in_the_url(
    acme: Organization, alice: User, dana: User, sign_in: Any, organization_pages: list[str], filled: Callable[..., str]
) -> None:
    pages = [(sign_in(alice), filled(pattern, acme)) for pattern in organization_pages]
    lists = admin_lists(dana)
    assert len(lists) >= 8
    seen = 0
    for client, page in [*pages, *((sign_in(dana), each) for each in lists)]:
        answer = client.get(page)
        if not answer.headers.get("Content-Type", "").startswith("text/html") or answer.streaming:
            continue
        for form in re.findall(r"<form.*?</form>", answer.content.decode(), re.DOTALL):
            seen += 1
            is_posted = re.match(r'<form[^>]*method="post"', form)
            assert is_posted or not TYPED.search(form), (page, form)
    assert seen > 30


def test_a_key_in_a_search_of_the_admin_is_refused(dana: User, sign_in: Any, secrets: list[str]) -> None:
    staff = sign_in(dana)
    for address in admin_lists(dana):
        for secret in secrets:
            for text in (secret, f" see {secret} "):
                answer = staff.post(address, {"q": text})
                assert (answer.status_code, secret in unquote_plus(answer.url)) == (302, False), address
                assert "This holds an API key." in staff.get(answer.url).content.decode(), address
            # Somebody may put it into the URL: then it is in the log of the web server, and in nothing of ours.
            staff.get(address, {"q": secret, "organization__id__exact": "1"})
            assert not stored(secret), address


def test_what_finds_a_person_or_a_key_is_not_in_the_url(
    acme: Organization, alice: User, dana: User, sign_in: Any, make_key: Any
) -> None:
    key = make_key(acme, name="Nightly").key
    membership = Membership.objects.get(user=alice)
    staff = sign_in(dana)
    for address, text, found in (
        ("/admin/billing_accounts/user/", "alice@example.com", alice.pk),
        ("/admin/billing_orgs/membership/", "alice@example.com", membership.pk),
        ("/admin/billing_orgs/organization/", "alice@example.com", acme.pk),
        ("/admin/billing_orgs/organization/", key.hint, acme.pk),
        ("/admin/billing_access/apikey/", "nightly", key.pk),
        ("/admin/billing_access/apikey/", key.hint, key.pk),
    ):
        answer = staff.post(address, {"q": text})
        assert answer.url == f"{address}?pk__in={found}"
        assert [each.pk for each in staff.get(answer.url).context_data["cl"].result_list] == [found]
    # With other filters, which stay.
    answer = staff.post("/admin/billing_accounts/user/?is_staff__exact=1&p=2&pk__in=1", {"q": "alice"})
    assert answer.url == f"/admin/billing_accounts/user/?is_staff__exact=1&pk__in={alice.pk}"
    answer = staff.post("/admin/billing_accounts/user/", {"q": "nobody at all"})
    assert staff.get(answer.url).context_data["cl"].result_count == 0


def test_a_search_by_id_has_the_id_in_the_url_and_nothing_else(acme: Organization, dana: User, sign_in: Any) -> None:
    staff = sign_in(dana)
    events = reverse("admin:billing_audit_auditevent_changelist")
    assert staff.post(events, {"q": f" {acme.public_id} "}).url == f"{events}?q={acme.public_id}"
    assert staff.post(events, {"q": "alice@example.com"}).url == events
    runs = reverse("admin:billing_access_run_changelist")
    listed = f"{runs}?organization__id__exact={acme.pk}"
    assert staff.post(listed, {"q": "wr_1"}).url == f"{listed}&q=wr_1"


def test_a_text_in_the_url_is_not_searched_for(acme: Organization, dana: User, sign_in: Any) -> None:
    staff = sign_in(dana)
    answer = staff.get("/admin/billing_accounts/user/", {"q": "alice@example.com"})
    assert (answer.status_code, answer.url) == (302, "/admin/billing_accounts/user/")


def test_many_matches_are_cut_and_it_says_so(dana: User, sign_in: Any) -> None:
    User.objects.bulk_create(User(email=f"many{number:03}@example.com", password="!") for number in range(101))
    page = sign_in(dana).post("/admin/billing_accounts/user/", {"q": "many"}, follow=True)
    assert page.context_data["cl"].result_count == 100
    assert "Only the first 100 matches are shown" in page.content.decode()


def test_without_the_right_to_view_nothing_is_searched(acme: Organization, bob: User, sign_in: Any) -> None:
    User.objects.filter(pk=bob.pk).update(is_staff=True)
    bob.user_permissions.set(Permission.objects.filter(codename="view_organization"))
    staff = sign_in(User.objects.get(pk=bob.pk))
    assert staff.post("/admin/billing_accounts/user/", {"q": "alice"}).status_code == 403
    assert staff.post("/admin/billing_orgs/organization/", {"q": "acme"}).status_code == 302


@pytest.mark.parametrize("field", ["actor", "reason", "key", "address", "request_id", "from"])
def test_a_key_in_a_filter_of_the_audit_log_is_refused(
    acme: Organization, alice: User, sign_in: Any, secrets: list[str], field: str
) -> None:
    client = sign_in(alice)
    for secret in secrets:
        for text in (secret, f"api_key:{secret}", f"req_ {secret}"):
            page = client.post(PAGE, {field: text})
            assert (page.status_code, secret in page.content.decode()) == (400, False)
    assert "This holds an API key." in client.post(PAGE, {field: secrets[0]}).content.decode()
    # Somebody may put it into the URL.
    client.get(PAGE, {field: secrets[0]})
    client.get(PAGE, {"actor": f"api_key:{secrets[0]}"})
    assert not stored(secrets[0])


def test_the_filters_form_leads_to_their_url(acme: Organization, alice: User, sign_in: Any) -> None:
    client = sign_in(alice)
    count = AuditEvent.objects.count()
    answer = client.post(PAGE, {"action": "", "actor": f" user:{alice.pk} ", "outcome": "allowed", "before": "x"})
    assert (answer.status_code, answer.url) == (302, f"{PAGE}?actor=user%3A{alice.pk}&outcome=allowed")
    assert AuditEvent.objects.count() == count
    assert client.get(answer.url).status_code == 200
    assert client.post(PAGE, {"actor": ""}).url == PAGE
    page = client.post(PAGE, {"actor": "alice@example.com"})
    assert (page.status_code, 'value="alice@example.com"' in page.content.decode()) == (400, True)


def test_an_address_to_check_leads_to_its_url(
    acme: Organization, other: Organization, alice: User, sign_in: Any, make_key: Any
) -> None:
    issued = make_key(acme)
    client: Client = sign_in(alice)
    page = f"/o/acme/keys/{issued.key.pk}/"
    answer: Any = client.post(page, {"check": "1", "address": "192.0.2.7"})
    assert (answer.status_code, answer.url) == (302, f"{page}?address=192.0.2.7")
    refused = client.post(page, {"check": "1", "address": str(issued.secret), "scopes": "audit:read"})
    assert refused.status_code == 400
    assert set(ApiKey.objects.get(pk=issued.key.pk).scopes) == {*issued.key.scopes} != {"audit:read"}
    assert client.post(f"/o/acme/keys/{make_key(other).key.pk}/", {"check": "1", "address": "::1"}).status_code == 404

"""Pages inside the layout of a host project: one container in the template that it names, and nothing around that."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as site
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from accounts.models import User
from orgs.models import Membership, Organization
from orgs.settings import org_settings
from tests.app_settings import configured

LAYOUT = Path(site.BASE_DIR) / "tests/host_project/layout/templates"
PAGES = (
    "/o/acme/members/",
    "/o/acme/overview/",
    "/o/acme/keys/new/",
    "/o/acme/audit-log/",
    "/o/acme/settings/",
    "/invitations/none/",
)
# What a policy without 'unsafe-inline' refuses.
INLINE = re.compile(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+\s*=|javascript:", re.IGNORECASE)


@pytest.fixture
def hosts_layout(settings: Any, configure: Any) -> None:
    """The template that the host project names."""
    engine = settings.TEMPLATES[0]
    settings.TEMPLATES = [{**engine, "DIRS": [*engine["DIRS"], LAYOUT]}]
    configure(BASE_TEMPLATE="host_base.html")


@pytest.mark.usefixtures("hosts_layout")
def test_every_kind_of_page_stands_in_the_template_that_is_named(acme: Organization, alice: User, sign_in: Any) -> None:
    client: Client = sign_in(alice)
    for path in PAGES:
        page = client.get(path).content.decode()
        assert page.count("<html") == page.count("<main") == page.count("<header") == 1, path
        assert page.count('<div class="billing-access">') == page.count("orgs/css/pages.css") == 1, path
        assert "· Acme Cloud</title>" in page, path
        assert "orgs/css/site.css" not in page, path
        assert "Skip to the content" not in page, path
    refused = client.post("/o/acme/keys/new/", {})
    assert (refused.status_code, "Acme Cloud" in refused.content.decode()) == (400, True)
    # A person of several organizations sees where they are, which the stand-alone site says in its header.
    assert "Acme Robotics</p>" in client.get("/o/acme/keys/new/").content.decode()


def test_without_a_template_it_is_the_sites_own_page(acme: Organization, alice: User, sign_in: Any) -> None:
    page = sign_in(alice).get("/o/acme/overview/").content.decode()
    assert '<main id="content" tabindex="-1">' in page
    assert "orgs/css/site.css" in page
    assert page.count("orgs/css/pages.css") == 1


@pytest.mark.usefixtures("hosts_layout")
@pytest.mark.parametrize("shows_them", [True, False])
def test_a_message_is_shown_once_whether_the_host_shows_messages_or_not(
    shows_them: bool, tmp_path: Path, settings: Any, acme: Organization, alice: User, bob: User, sign_in: Any
) -> None:
    if not shows_them:
        quiet = tmp_path / "host_base.html"
        own = (LAYOUT / "host_base.html").read_text()
        quiet.write_text(re.sub(r"{% for message.*?{% endfor %}", "", own))
        engine = settings.TEMPLATES[0]
        settings.TEMPLATES = [{**engine, "DIRS": [tmp_path, *engine["DIRS"]]}]
    membership = Membership.objects.get(organization=acme, user=bob)
    client: Client = sign_in(alice)
    page = client.post(f"/o/acme/members/{membership.pk}/", {"role": "billing"}, follow=True).content.decode()
    assert page.count("is now Billing.") == 1
    assert ("Host: bob@example.com is now Billing." in page) is shows_them


def test_a_template_that_is_not_there_is_one_check(configure: Any) -> None:
    configure(BASE_TEMPLATE="nowhere.html")
    (error,) = [each for each in run_checks() if each.id == "orgs.E003"]
    assert "nowhere.html" in error.msg
    assert "title, head and content" in str(error.hint)


@pytest.mark.parametrize("name", ["/srv/base.html", 5])
def test_a_name_that_no_template_can_have_is_refused(name: Any) -> None:
    with configured(BASE_TEMPLATE=name), pytest.raises(ImproperlyConfigured, match="the name of a template"):
        org_settings.read_all()


def test_no_template_of_ours_has_anything_inline() -> None:
    folders = [site.BASE_DIR / "templates" / name for name in ("orgs", "billing_access", "billing_audit", "admin")]
    templates = [path for folder in folders for path in Path(folder).rglob("*.html")]
    assert len(templates) > 60
    assert [(path.name, found) for path in templates if (found := INLINE.findall(path.read_text()))] == []


def test_the_pages_stylesheet_selects_nothing_outside_of_its_container() -> None:
    css = (site.BASE_DIR / "static/orgs/css/pages.css").read_text()
    assert [*_escapes(css)] == []
    assert css.count("{") > 150


@pytest.mark.parametrize(
    "wrong",
    [
        "h1 { color: red }",
        ":root { --text: red }",
        "@font-face { src: url(x) }",
        "@layer x { .billing-access { } }",
        ".billing-access, body { }",
        ".billing-access { & + p { } }",
        ".billing-access { a, :not(&) { } }",
        ".billing-access { ~ p { } }",
        ".billing-access { @media print { + p { } } }",
    ],
)
def test_a_rule_that_reaches_outside_is_found(wrong: str) -> None:
    assert [*_escapes(f".billing-access {{ h1 {{ }} @media print {{ a {{ }} }} }} {wrong}")] != []


def _escapes(css: str) -> list[str]:
    """Return what stands before a brace and may select something outside of the container, in nested CSS."""
    open_blocks: list[str] = []
    found = []
    for before, brace in re.findall(r"([^{};]*)([{};])", re.sub(r"/\*.*?\*/", "", css, flags=re.S)):
        head = before.strip()
        if brace == "{":
            if not open_blocks:
                is_inside = head == ".billing-access"
            elif head.startswith("@"):
                is_inside = head.startswith("@media")
            else:
                is_inside = "&" not in head and not any(each.strip()[:1] in {"+", "~", ""} for each in head.split(","))
            found += [] if is_inside else [head]
            open_blocks.append(head)
        elif brace == "}":
            open_blocks.pop()
        elif not open_blocks:
            found.append(head)
    assert open_blocks == []
    return found

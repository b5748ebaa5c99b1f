"""The whole job in a real browser: sign in, turn billing reads on, make a key, read with it, see it on the record."""

import json
import re
import shlex
import subprocess
import urllib.error
import urllib.request

import pytest

from billing_access.access.models import ApiKey, OptIn
from billing_audit.models import AuditEvent


def read(base: str, secret: str) -> tuple[int, dict]:
    """Ask for the state as a script does."""
    request = urllib.request.Request(f"{base}/v1/billing/state", headers={"x-api-key": secret})
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refusal:
        return refusal.code, json.load(refusal)


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without"])
def test_the_whole_job(acme, alice, open_page, sign_in_at, live_server, javascript):
    page = open_page(java_script_enabled=javascript)
    sign_in_at(page, alice.email)
    page.get_by_role("link", name="API keys").click()
    page.get_by_role("link", name="Create key").click()
    page.get_by_label("Key name").fill("Nightly export")
    page.get_by_label(re.compile("Balance and period")).check()
    page.get_by_role("button", name="Create key").click()
    secret = page.get_by_label("API key", exact=True).input_value()
    assert read(live_server.url, secret)[1]["code"] == "org_opt_in_required"
    page.get_by_role("link", name="Billing reads").click()
    page.get_by_role("link", name="Turn on…").click()
    page.get_by_text("Nightly export").wait_for()
    page.get_by_label("Reason").fill("The finance dashboard needs it")
    page.get_by_role("button", name="Turn on billing reads").click()
    assert page.get_by_role("status").inner_text().startswith("Programmatic billing reads are on.")
    status, body = read(live_server.url, secret)
    assert (status, body["organization_id"]) == (200, acme.public_id)
    page.get_by_role("link", name="Audit log", exact=True).click()
    page.wait_for_url("**/audit-log/")
    text = page.locator("tbody").inner_text()
    for action in ("billing.state.read", "billing_reads.enabled", "api_key.created", "org_opt_in_required"):
        assert action in text
    page.get_by_role("link", name="Billing reads").click()
    page.get_by_role("button", name="Turn off").click()
    page.get_by_role("heading", name="Current state: Off").wait_for()
    assert read(live_server.url, secret)[0] == 403


def test_the_secret_is_gone_after_reload_and_back(acme, alice, open_page, sign_in_at):
    page = open_page()
    sign_in_at(page, alice.email)
    page.goto(f"/o/{acme.slug}/keys/new/")
    page.get_by_label("Key name").fill("Once")
    page.get_by_label(re.compile("Balance and period")).check()
    page.get_by_role("button", name="Create key").click()
    secret = page.get_by_label("API key", exact=True).input_value()
    page.reload()
    assert secret not in page.content()
    assert "was already created" in page.get_by_role("status").inner_text()
    page.go_back()
    assert secret not in page.content()
    page.go_forward()
    assert secret not in page.content()
    assert ApiKey.objects.filter(organization=acme).count() == 1


def test_copy_says_what_it_did_and_falls_back_to_selecting(acme, alice, open_page, sign_in_at):
    page = open_page()
    sign_in_at(page, alice.email)
    page.goto(f"/o/{acme.slug}/keys/new/")
    page.get_by_label("Key name").fill("Copied")
    page.get_by_label(re.compile("Balance and period")).check()
    page.get_by_role("button", name="Create key").click()
    secret = page.get_by_label("API key", exact=True).input_value()
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')) }")
    page.get_by_role("button", name="Copy").click()
    page.get_by_text("The browser did not let us copy").wait_for()
    assert page.evaluate("(e => e.value.slice(e.selectionStart, e.selectionEnd))(document.activeElement)") == secret


def test_the_whole_job_by_keyboard_only(acme, alice, open_page, live_server):
    page = open_page(viewport={"width": 1280, "height": 800})
    keys = Keyboard(page)
    page.goto("/sign-in/")
    keys.type("E-mail address", alice.email)
    keys.type("Password", "correct horse battery staple")
    keys.press("Sign in", "**/overview/")
    keys.go_to("Skip to the content")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    keys.press("API keys", "**/keys/")
    keys.press("Create key", "**/keys/new/")
    keys.type("Key name", "Nightly export")
    keys.go_to("Balance and period billing.state:read")
    page.keyboard.press("Space")
    # What arrives grows above the button: a focus that was set before would be pushed down.
    page.get_by_text("no scope is chosen yet").wait_for(state="detached")
    keys.press("Create key")
    keys.go_to("API key")
    secret = page.evaluate("document.activeElement.value")
    assert read(live_server.url, secret)[1]["code"] == "org_opt_in_required"
    keys.press("Billing reads", "**/billing-reads/")
    keys.press("Turn on…", "**/turn-on/")
    keys.type("Reason", "The nightly export needs it")
    keys.press("Turn on billing reads", "**/billing-reads/")
    assert read(live_server.url, secret)[0] == 200
    keys.press("Turn off")
    page.get_by_role("heading", name="Current state: Off").wait_for()
    assert read(live_server.url, secret)[0] == 403
    keys.press("Audit log", "**/audit-log/")
    keys.go_to("Action")
    page.keyboard.type("Billing reads turned on")
    keys.press("Apply", "**/audit-log/?action=billing_reads.enabled*")
    assert page.locator("tbody tr").count() == 1
    keys.press("Sign out", "**/sign-in/**")


def test_what_a_key_could_read_is_shown_as_its_scopes_are_chosen(acme, alice, opt_in, open_page, sign_in_at, api):
    opt_in(acme)
    page = open_page()
    sign_in_at(page, alice.email)
    page.goto("/o/acme/keys/new/")
    page.get_by_label("Key name").fill("Typed before")
    preview = page.locator("[data-preview]")
    assert "no scope is chosen" in preview.inner_text()
    assert page.get_by_role("button", name="Preview").count() == 0
    page.get_by_label(re.compile("Usage and cost")).check()
    preview.get_by_text("Runs with cost and tokens").wait_for()
    page.get_by_label(re.compile("Runs runs:read")).check()
    preview.locator("li", has_text="A run's cost and tokens").get_by_text("Yes", exact=True).wait_for()
    said = {
        row.locator("strong").inner_text(): row.locator(".pill").inner_text() == "Yes"
        for row in preview.locator("li").all()
    }
    assert page.get_by_label("Key name").input_value() == "Typed before"
    assert ApiKey.objects.count() == 0
    page.get_by_role("button", name="Create key").click()
    secret = page.get_by_label("API key", exact=True).input_value()
    reads = {each["reads"]: each["readable"] for each in api("/v1/key", secret).json()["routes"]}
    assert said == reads


def test_without_javascript_a_button_shows_what_a_key_could_read(acme, alice, open_page, sign_in_at):
    page = open_page(java_script_enabled=False)
    sign_in_at(page, alice.email)
    page.goto("/o/acme/keys/new/?preset=audit-feed")
    page.get_by_label("Key name").fill("SIEM")
    page.get_by_role("button", name="Preview").click()
    page.locator("[data-preview] .pill.on").wait_for()
    assert page.get_by_label("Key name").input_value() == "SIEM"
    assert ApiKey.objects.count() == 0


def test_a_stale_sign_in_is_asked_again_and_comes_back_to_what_was_typed(
    acme, alice, open_page, live_server, sign_in, settings
):
    page = open_page()
    name = settings.SESSION_COOKIE_NAME
    stale = sign_in(alice, minutes_ago=16).cookies[name].value
    page.context.add_cookies([{"name": name, "value": stale, "url": live_server.url}])
    page.goto("/o/acme/billing-reads/turn-on/")
    page.get_by_label("90 days").check()
    page.get_by_label("Reason").fill("Typed a while ago")
    page.get_by_role("button", name="Turn on billing reads").click()
    page.wait_for_url("**/account/prove/**")
    page.get_by_label("Password").fill("correct horse battery staple")
    page.locator("main button[type=submit]").first.click()
    page.wait_for_url("**/turn-on/")
    assert page.get_by_label("Reason").input_value() == "Typed a while ago"
    assert page.get_by_label("90 days").is_checked()
    assert not OptIn.objects.filter(enabled=True).exists()
    page.get_by_role("button", name="Turn on billing reads").click()
    page.wait_for_url("**/billing-reads/")
    assert OptIn.objects.get().reason == "Typed a while ago"


@pytest.mark.parametrize("who", ["bella", "audrey", "bob"])
def test_what_a_role_may_not_do_is_not_shown_and_refused(acme, open_page, sign_in_at, request, make_key, opt_in, who):
    person = request.getfixturevalue(who)
    key = make_key(acme).key
    opt_in(acme)
    page = open_page()
    sign_in_at(page, person.email)
    for address in ("overview/", "billing-reads/", "readers/", "members/", "audit-log/"):
        if page.goto(f"/o/acme/{address}").status != 200:
            continue
        shown = page.locator("main, nav").all_inner_texts()
        for action in ("Turn off", "Turn on…", "Create key", "Invite", "Change role", "Settings", "Rotate", "Revoke"):
            assert not any(action in text for text in shown), (address, action)
    token = page.locator("[name=csrfmiddlewaretoken]").first.input_value()
    for address in ("billing-reads/turn-on/", "billing-reads/turn-off/", "keys/new/", f"keys/{key.pk}/revoke/",
                    "members/invite/", "settings/", "settings/low-balance/", "settings/tags/"):  # fmt: skip
        answer = page.request.post(
            f"/o/acme/{address}",
            form={"csrfmiddlewaretoken": token, "reason": "x"},
            headers={"Referer": page.url},
        )
        assert answer.status == 403, address
        assert "You may not see this page" in answer.text()
    assert OptIn.objects.get(organization=acme).enabled


def test_a_log_that_was_tampered_with_shows_which_event(
    acme, alice, open_page, sign_in_at, configure, signer, seal_events, as_superuser
):
    configure(AUDIT_VERIFIERS=[str(signer.verifier)])
    seal_events()
    event = AuditEvent.objects.filter(organization_id=acme.public_id).latest("id")
    as_superuser("UPDATE billing_audit_event SET actor_id = '666' WHERE id = %s", [event.pk])
    page = open_page()
    sign_in_at(page, alice.email)
    page.goto("/o/acme/audit-log/")
    altered = page.locator("tbody tr", has_text="Altered")
    assert altered.count() == 1
    altered.get_by_role("link").first.click()
    page.wait_for_url(f"**/audit-log/{event.pk}/")
    assert "actor_id" in page.locator("main").inner_text()


def test_the_log_is_checked_with_the_pages_own_buttons(
    acme, audrey, open_page, sign_in_at, configure, signer, seal_events, tmp_path
):
    """Every file comes from the page, and the line that the page shows runs them: intact, and with one byte changed."""
    configure(AUDIT_VERIFIERS=[str(signer.verifier)])
    seal_events()
    page = open_page()
    sign_in_at(page, audrey.email)
    page.goto("/o/acme/audit-log/")
    page.get_by_text("Check the log yourself").click()
    for button in ("Export with proofs", "Download the verifier", "Download the public keys"):
        with page.expect_download() as download:
            page.get_by_role("link", name=button).click()
        download.value.save_as(tmp_path / download.value.suggested_filename)
    line = page.locator("pre", has_text="verify_audit_export.py").inner_text()

    def run():
        return subprocess.run(shlex.split(line), cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)

    done = run()
    assert (done.returncode, "sealed events of" in done.stdout) == (0, True), done.stderr
    export = tmp_path / "audit-log-acme-proofs.ndjson"
    data = bytearray(export.read_bytes())
    data[data.index(b"organization.created") + 3] ^= 1
    export.write_bytes(data)
    done = run()
    assert (done.returncode, "is not in the signed log" in done.stderr) == (1, True), done.stdout


class Keyboard:
    """A person without a mouse: moves by Tab alone, and sees where they are."""

    def __init__(self, page):
        self.page = page

    def go_to(self, name: str) -> None:
        """Press Tab until the control with this name has the focus, and hold that it is seen."""
        for _ in range(80):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(NAME) == name:
                assert self.page.evaluate(SEEN), f"the focus on {name} is not seen"
                return
        raise AssertionError(f"the keyboard does not reach {name}")

    def type(self, name: str, text: str) -> None:
        """Type into a field."""
        self.go_to(name)
        self.page.keyboard.type(text)

    def press(self, name: str, address: str = "**") -> None:
        """Press a link or a button, which leads to a page."""
        self.go_to(name)
        with self.page.expect_navigation(url=address):
            self.page.keyboard.press("Enter")


NAME = """() => {
    const e = document.activeElement;
    return ((e.labels && e.labels.length ? e.labels[0].innerText : e.innerText) || '').replace(/\\s+/g, ' ').trim();
}"""
SEEN = """() => {
    const style = getComputedStyle(document.activeElement), box = document.activeElement.getBoundingClientRect();
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && box.bottom > 0
        && box.top < innerHeight;
}"""

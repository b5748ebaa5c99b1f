"""The whole job in a real browser: sign in, turn billing reads on, make a key, read with it, see it on the record."""

import json
import re
import urllib.error
import urllib.request

import pytest

from billing_access.access.models import ApiKey


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
    assert page.get_by_text("Nightly export").count() == 1
    page.get_by_label("Reason").fill("The finance dashboard needs it")
    page.get_by_role("button", name="Turn on billing reads").click()
    assert page.get_by_role("status").inner_text().startswith("Programmatic billing reads are on.")
    status, body = read(live_server.url, secret)
    assert (status, body["organization_id"]) == (200, acme.public_id)
    page.get_by_role("link", name="Audit log").click()
    text = page.locator("tbody").inner_text()
    for action in ("billing.state.read", "billing_reads.enabled", "api_key.created", "org_opt_in_required"):
        assert action in text
    page.get_by_role("link", name="Billing reads").click()
    page.get_by_role("button", name="Turn off").click()
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
    assert "was made already" in page.get_by_role("status").inner_text()
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


def test_the_whole_job_by_keyboard_only(acme, alice, make_key, open_page, sign_in_at):
    make_key(acme)
    page = open_page()
    page.goto("/sign-in/")
    _tab_to(page, "id_login")
    page.keyboard.type(alice.email)
    page.keyboard.press("Tab")
    page.keyboard.type("correct horse battery staple")
    page.keyboard.press("Enter")
    page.wait_for_url("**/billing-reads/")
    _tab_to(page, text="Turn on…")
    page.keyboard.press("Enter")
    page.wait_for_url("**/turn-on/")
    _tab_to(page, text="Turn on billing reads")
    page.keyboard.press("Enter")
    page.wait_for_url("**/billing-reads/")
    assert page.get_by_role("heading", name="Current state: On").count() == 1


def _tab_to(page, element_id: str = "", text: str = "") -> None:
    for _ in range(40):
        page.keyboard.press("Tab")
        focused = page.evaluate("[document.activeElement.id, document.activeElement.innerText]")
        if (element_id and focused[0] == element_id) or (text and focused[1] == text):
            return
    raise AssertionError(f"the keyboard does not reach {element_id or text}")

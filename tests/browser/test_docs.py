"""The interactive documentation at /docs: under the site's policy, and a key typed into it goes nowhere else."""

from billing_access.access.services import turn_on_billing_reads
from orgs import actors


def test_a_route_can_be_tried_and_the_key_is_not_kept(acme, make_key, open_page, shoot):
    turn_on_billing_reads(acme, actor=actors.command("tests"))
    secret = make_key(acme).secret
    page = open_page(viewport={"width": 1280, "height": 900})
    asked = []
    page.on("request", lambda request: asked.append(request))
    page.goto("/docs")
    page.get_by_text("/v1/billing/estimate").wait_for()
    shoot(page, "docs")
    page.get_by_role("button", name="Authorize").first.click()
    page.locator(".auth-container input").first.fill(secret)
    page.get_by_role("button", name="Apply credentials").first.click()
    page.get_by_role("button", name="Close").first.click()
    page.locator("#operations-key-get_key").get_by_role("button").first.click()
    page.get_by_role("button", name="Try it out").click()
    page.get_by_role("button", name="Execute").click()
    page.get_by_text(acme.public_id).first.wait_for()
    assert [request.url for request in asked if secret in request.url] == []
    assert page.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + document.cookie") == "{}{}"
    page.reload()
    page.get_by_text("/v1/billing/estimate").wait_for()
    assert secret not in page.content()


def test_every_part_opens_under_the_sites_policy(db, open_page):
    page = open_page(viewport={"width": 1280, "height": 900})
    page.goto("/docs")
    page.get_by_text("/v1/billing/estimate").wait_for()
    assert page.locator(".opblock").count() == 9
    # The browser's own clicks, all at once: one by one, each waits until nothing moves.
    for controls in (".opblock-summary-control", "section.models .model-container button"):
        page.locator(controls).first.wait_for()
        page.evaluate("which => document.querySelectorAll(which).forEach(each => each.click())", controls)
    page.wait_for_function("document.querySelectorAll('.opblock.is-open').length === 9")
    page.get_by_text("covers_expected").first.wait_for()

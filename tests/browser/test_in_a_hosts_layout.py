"""Pages inside a host's layout in a real browser: neither stylesheet changes how the other's elements look."""

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings as site

LAYOUT = Path(site.BASE_DIR) / "tests/host_project/layout"
PAGES = {"members": "/o/acme/members/", "key-create": "/o/acme/keys/new/", "overview": "/o/acme/overview/"}
WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 800}
# What follows from the size of the container, which the layout gives it.
OF_ITS_SIZE = [
    "width", "height", "inline-size", "block-size", "perspective-origin", "transform-origin", "grid-template-columns",
    "grid-template-rows", "margin-left", "margin-right", "margin-inline-start", "margin-inline-end",
]  # fmt: skip
# Compares the styles of the elements that `selector` finds with and without the stylesheet: what differs, and of what.
DIFFERENCES = """([selector, sheet, ofItsSize]) => {
    const own = [...document.styleSheets].find(each => each.href.endsWith(sheet));
    const styleOf = (element, part) => {
        const style = getComputedStyle(element, part);
        return [element, part, Object.fromEntries([...style].map(name => [name, style.getPropertyValue(name)]))];
    };
    const elements = [...document.querySelectorAll(selector)];
    const of = () => elements.flatMap(each => [null, '::before', '::after'].map(part => styleOf(each, part)));
    const before = of();
    own.disabled = true;
    const found = [];
    of().forEach(([element, part, style], number) => {
        for (const name of new Set([...Object.keys(style), ...Object.keys(before[number][2])]))
            if (!ofItsSize.includes(name) && !name.startsWith('--') && style[name] !== before[number][2][name])
                found.push(`${element.tagName}.${element.className.baseVal ?? element.className}${part ?? ''} ${name}: `
                    + `${style[name]} is ${before[number][2][name]}`);
    });
    own.disabled = false;
    return [before.length, found];
}"""
# Of our container alone: the host's own colors are as bold as its rules.
FINDINGS = """axe.run('.billing-access', {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'],
}).then(results => results.violations.map(each => [each.id, each.nodes[0].html]))"""
OURS = ".billing-access, .billing-access *"
THEIRS = "html, body, body *:not(.billing-access, .billing-access *)"


@pytest.fixture
def opened(acme: Any, alice: Any, sign_in: Any, open_page: Any, settings: Any, configure: Any, live_server: Any) -> Any:
    """A page of the browser, in which Alice is signed in to a host that has a bold stylesheet."""
    engine = settings.TEMPLATES[0]
    settings.TEMPLATES = [{**engine, "DIRS": [*engine["DIRS"], LAYOUT / "templates"]}]
    settings.STATICFILES_DIRS = [*settings.STATICFILES_DIRS, LAYOUT / "static"]
    configure(BASE_TEMPLATE="host_base.html")
    page = open_page(viewport=WIDE, reduced_motion="reduce")
    cookie = sign_in(alice).cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])
    return page


def test_neither_stylesheet_changes_the_others_elements(opened: Any, shoot: Any) -> None:
    for name, path in PAGES.items():
        opened.goto(path)
        assert opened.get_by_role("banner").inner_text().startswith("ACME CLOUD")
        assert opened.evaluate("getComputedStyle(document.querySelector('header h1')).color") == "rgb(255, 0, 0)"
        for selector, sheet in ((OURS, "host/bold.css"), (THEIRS, "orgs/css/pages.css")):
            number, differences = opened.evaluate(DIFFERENCES, [selector, sheet, OF_ITS_SIZE])
            assert number > 30
            assert differences == [], (name, sheet)
        opened.evaluate(AXE_SCRIPT)
        assert opened.evaluate(FINDINGS) == [], name
        shoot(opened, f"host-{name}-light")
        opened.emulate_media(color_scheme="dark")
        ground, text = opened.evaluate(
            "(s => [s.backgroundColor, s.color])(getComputedStyle(document.querySelector('.billing-access')))"
        )
        assert (ground, text) == ("rgb(14, 15, 18)", "rgb(241, 242, 244)")
        shoot(opened, f"host-{name}-dark")
        opened.emulate_media(color_scheme="light")
        opened.set_viewport_size(PHONE)
        assert opened.evaluate("document.querySelector('.billing-access').scrollWidth") <= PHONE["width"]
        shoot(opened, f"host-{name}-phone")
        opened.set_viewport_size(WIDE)


def test_a_layout_chooses_colors_and_no_color_scheme_is_light(opened: Any) -> None:
    opened.goto(PAGES["members"])
    opened.evaluate("document.styleSheets[0].insertRule('body .billing-access { --accent: rgb(1, 2, 3) }')")
    assert (
        opened.evaluate("getComputedStyle(document.querySelector('main .heading + p ~ p a')).color") == "rgb(1, 2, 3)"
    )
    opened.emulate_media(color_scheme="dark")
    opened.evaluate("document.querySelector('meta[name=color-scheme]').remove()")
    ground = "getComputedStyle(document.querySelector('.billing-access')).backgroundColor"
    assert opened.evaluate(ground) == "rgb(244, 245, 248)"

"""The one spelling of a webhook's URL, and what people are told about one that is not accepted."""

import pytest

from billing_access.webhooks.outbound.urls import InvalidUrl, checked_url
from tests.app_settings import configured


@pytest.mark.parametrize(
    ("written", "normalized"),
    [
        ("https://receiver.example", "https://receiver.example/"),
        ("HTTPS://Receiver.Example:443/Hook", "https://receiver.example/Hook"),
        ("https://receiver.example.:8443/", "https://receiver.example:8443/"),
        ("https://receiver.example:/", "https://receiver.example/"),
        ("https://receiver.example?a=b", "https://receiver.example/?a=b"),
        ("https://receiver.example/a/../b/./c", "https://receiver.example/b/c"),
        ("https://receiver.example/%7e%2f?a=%2b", "https://receiver.example/%7e%2f?a=%2b"),
        ("https://receiver.example/@a:b", "https://receiver.example/@a:b"),
        ("https://bücher.example/ü?ü", "https://xn--bcher-kva.example/%C3%BC?%C3%BC"),
        ("https://BÜCHER.example/", "https://xn--bcher-kva.example/"),
        ("https://bücher。example/", "https://xn--bcher-kva.example/"),
        ("https://xn--bcher-kva.example/", "https://xn--bcher-kva.example/"),
        ("https://xn--a.example/", "https://xn--a.example/"),
        ("https://_hook.a-b.example/", "https://_hook.a-b.example/"),
        ("https://134744072/", "https://8.8.8.8/"),
        ("https://0x8.8.010.8/", "https://8.8.8.8/"),
        ("https://8.8.2056./", "https://8.8.8.8/"),
        ("https://[2606:4700:0:0::1111]/", "https://[2606:4700::1111]/"),
    ],
)
def test_a_url_has_one_spelling(written: str, normalized: str) -> None:
    assert checked_url(written) == normalized
    assert checked_url(normalized) == normalized


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("receiver.example/hook", "This is not a whole URL. Enter one such as https://example.com/billing-alerts."),
        ("http://receiver.example/", "Only https is accepted, such as https://example.com/billing-alerts."),
        # With DEMO=on, as tests run.
        ("http://localhost:0/", "The port is not one. Accepted: 1 to 65535."),
        ("http://localhost:65536/", "The port is not one. Accepted: 1 to 65535."),
        ("https://receiver.example:22/", "Port 22 is not accepted. Accepted: 443 and 8443."),
        (
            "https://me:word@receiver.example/",
            "The URL has a user or password before the host. Leave it out: each delivery is signed.",
        ),
        (
            "https://10.0.0.1/",
            "Webhooks are not sent to this host. Use the https URL of a public server of your own.",
        ),
        ("https://[fe80::1%eth0]/", "The host has a percent sign. Escapes and zone ids are not accepted in a host."),
        (f"https://a.example/{'a' * 2000}", "The URL has 2018 characters. At most 2000 are accepted."),
    ],
)
def test_people_are_told_what_is_wrong_and_what_is_accepted(url: str, told: str) -> None:
    with pytest.raises(InvalidUrl) as caught:
        checked_url(url)
    assert str(caught.value) == told


def test_ports_are_those_of_the_setting() -> None:
    with configured(WEBHOOK_PORTS="9443"):
        assert checked_url("https://receiver.example:9443/") == "https://receiver.example:9443/"
        with pytest.raises(InvalidUrl, match=r"Port 443 is not accepted. Accepted: 9443"):
            checked_url("https://receiver.example/")

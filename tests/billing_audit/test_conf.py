"""The apps' settings are read from one dict, parsed once, and parsed again when the dict changes."""

from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import override_settings

from billing_audit import conf
from billing_audit.conf import AppSettings, Setting, check_names, declared, switch, texts, whole
from billing_audit.settings import audit_settings
from tests.app_settings import configured


def test_a_value_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conf, "_apps", [])
    parsed: list[Any] = []

    class Ours(AppSettings):
        COLOR = Setting(lambda value: parsed.append(value) or value, "red", "a color")

    ours = Ours()
    assert (ours.COLOR, ours.COLOR, parsed) == ("red", "red", ["red"])
    with configured(COLOR=" blue "):
        assert (ours.COLOR, ours.COLOR, parsed) == ("blue", "blue", ["red", "blue"])
    assert ours.COLOR == "red"
    assert declared() == ["COLOR"]


def test_a_host_without_the_dict_has_the_defaults() -> None:
    with override_settings(BILLING_ACCESS={}):
        assert audit_settings.TRUSTED_PROXIES is None
        assert audit_settings.AUDIT_RETENTION_DAYS == 400
        assert check_names(None) == []


def test_an_unknown_name_is_refused_with_the_nearest() -> None:
    with configured(TRUSTED_PROXYS=1, XYZ=1):
        near, far = check_names(None)
    assert (near.msg, near.hint) == (
        "BILLING_ACCESS has no setting TRUSTED_PROXYS.",
        "Did you mean TRUSTED_PROXIES?",
    )
    assert far.msg == "BILLING_ACCESS has no setting XYZ."
    assert "AUDIT_CHECKPOINTS" in str(far.hint)


def test_what_is_no_dict_is_refused() -> None:
    with override_settings(BILLING_ACCESS=["AUDIT_CHECKPOINTS"]), pytest.raises(ImproperlyConfigured, match="a dict"):
        _ = audit_settings.TRUSTED_PROXIES


@pytest.mark.parametrize("value", [True, "on", "TRUE", "yes", 1, "1"])
def test_a_switch_is_on(value: Any) -> None:
    assert switch(value) is True


@pytest.mark.parametrize("value", [False, "off", "False", "no", 0, "0"])
def test_a_switch_is_off(value: Any) -> None:
    assert switch(value) is False


@pytest.mark.parametrize("value", [-1, "-1", 1.5, "", None, True])
def test_what_is_no_whole_number(value: Any) -> None:
    with pytest.raises(ValueError, match=r"^$"):
        whole(value)


def test_texts_are_given_one_by_one_or_by_commas() -> None:
    assert texts(" a, b ,,") == texts(["a", " b", ""]) == ("a", "b")

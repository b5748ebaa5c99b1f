"""The forms of billing reads and keys. Each field's error says what is accepted."""

import re
import uuid
from typing import Any

from django import forms

from billing_access.access.key_format import refuse_keys
from billing_access.access.models import MAX_LIFETIME
from billing_access.access.networks import InvalidNetwork, parse_networks
from billing_access.access.services import DEFAULT_LIFETIME_DAYS, OVERLAPS
from billing_access.access.services.opt_in import LONGEST_DAYS
from billing_access.scopes import SCOPES
from billing_audit.request_context import plain_address
from orgs.fields import refuse_invisible


class ReasonField(forms.CharField):
    """The reason for a change, which the audit log keeps."""

    def __init__(self) -> None:
        super().__init__(
            label="Reason",
            required=False,
            max_length=500,
            help_text="Optional. Kept on the audit log.",
            validators=[refuse_keys],
        )


class ScopesField(forms.MultipleChoiceField):
    """One or more of the registered scopes."""

    def __init__(self) -> None:
        super().__init__(
            label="Scopes",
            choices=[(scope.name, scope.title) for scope in SCOPES],
            widget=forms.CheckboxSelectMultiple,
            error_messages={
                "required": "Choose at least one scope.",
                "invalid_choice": "%(value)s is not a scope. Choose from the list.",
            },
        )


class TurnOnForm(forms.Form):
    """Turns billing reads on, for some days or until turned off. ``is_change``: they are on already.

    ``version`` is the opt-in's version that the page showed, so that a stale page changes nothing.
    """

    limit = forms.ChoiceField(
        label="For how long",
        choices=[("none", "Until it is turned off"), ("30", "30 days"), ("90", "90 days"), ("other", "Other")],
        initial="none",
        required=False,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose for how long from now.", "invalid_choice": "Choose from the list."},
    )
    days = forms.IntegerField(
        label="Custom number of days",
        required=False,
        min_value=1,
        max_value=LONGEST_DAYS,
        help_text=f"If you chose Other: 1 to {LONGEST_DAYS}. Then billing reads turn off automatically.",
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), f"Enter a number of days from 1 to {LONGEST_DAYS}."
        ),
    )
    reason = ReasonField()
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, is_change: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["limit"].required = is_change

    def clean(self) -> dict[str, Any]:
        """Require a number of days if "Other" is chosen."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("limit") == "other" and cleaned.get("days") is None and "days" not in self.errors:
            self.add_error("days", f"Enter a number of days from 1 to {LONGEST_DAYS}.")
        return cleaned

    @property
    def chosen_days(self) -> int | None:
        """The time limit in days; None for no limit."""
        limit = self.cleaned_data["limit"]
        return self.cleaned_data["days"] if limit == "other" else int(limit) if limit.isdecimal() else None


class TurnOffForm(forms.Form):
    """Turns billing reads off. ``version`` may be missing, since turning off must always work."""

    reason = ReasonField()
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)


class LifetimeField(forms.IntegerField):
    """The number of days after which a key expires."""

    def __init__(self) -> None:
        super().__init__(
            label="Expires after (days)",
            min_value=1,
            max_value=MAX_LIFETIME.days,
            initial=DEFAULT_LIFETIME_DAYS,
            help_text=f"1 to {MAX_LIFETIME.days} days.",
            error_messages=dict.fromkeys(
                ("required", "invalid", "min_value", "max_value"), f"Enter 1 to {MAX_LIFETIME.days} days."
            ),
        )


class NetworksField(forms.CharField):
    """IP addresses and networks, one per line; empty means any address."""

    def __init__(self) -> None:
        super().__init__(
            label="Allowed addresses",
            required=False,
            widget=forms.Textarea(attrs={"rows": 3, "class": "code", "spellcheck": "false", "autocomplete": "off"}),
            help_text="One address or network per line, such as 203.0.113.0/24 or 2001:db8::/48. Empty: any address.",
        )

    def clean(self, value: Any) -> list[str]:
        """Return the networks. Raises ValidationError naming the first that is not valid."""
        try:
            return [str(network) for network in parse_networks(re.split(r"[\s,]+", super().clean(value)))]
        except InvalidNetwork as error:
            raise forms.ValidationError(str(error)) from None


class KeyForm(forms.Form):
    """Creates a key. ``form_token`` identifies the form, so that submitting it twice creates one key."""

    name = forms.CharField(
        label="Key name",
        max_length=80,
        help_text="Say what will use the key, for example “Finance dashboard”.",
        error_messages={"required": "Enter a name for the key."},
        validators=[refuse_invisible, refuse_keys],
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    lifetime_days = LifetimeField()
    scopes = ScopesField()
    allowed_networks = NetworksField()
    form_token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class ScopesForm(forms.Form):
    """Changes the scopes of a key."""

    scopes = ScopesField()
    reason = ReasonField()


class NetworksForm(forms.Form):
    """Changes the addresses that a key is accepted from."""

    allowed_networks = NetworksField()
    reason = ReasonField()


class RotateForm(forms.Form):
    """Rotates a key."""

    overlap_hours = forms.TypedChoiceField(
        label="The old key",
        choices=[
            (hours, f"keeps working for {words}" if hours else "stops working at once")
            for hours, words in OVERLAPS.items()
        ],
        coerce=int,
        initial=24,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how long the old key keeps working."},
    )
    lifetime_days = LifetimeField()


class AddressForm(forms.Form):
    """Asks what a key can read from an IP address."""

    address = forms.CharField(label="Check from the address", required=False, max_length=60)

    def clean_address(self) -> str:
        """Return the normalized address; empty if none was given."""
        text = self.cleaned_data["address"].strip()
        address = plain_address(text)
        if text and not address:
            raise forms.ValidationError(f"{text!r} is not an IP address. Example: 203.0.113.7.")
        return address


class RevokeForm(forms.Form):
    """Revokes a key."""

    reason = ReasonField()

"""Forms of the pages. Each field's error says what is accepted."""

import re
import uuid
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms

from billing_access.access.key_format import refuse_keys
from billing_access.access.models import MAX_LIFETIME
from billing_access.access.networks import InvalidNetwork, parse_networks
from billing_access.access.services import DEFAULT_LIFETIME_DAYS, OVERLAPS
from billing_access.access.services.opt_in import LONGEST_DAYS
from billing_access.billing.identifiers import LONGEST_TAG_KEY
from billing_access.billing.money import InvalidMoney, exact_usd
from billing_access.billing.reports.summary_query import MAX_DAYS
from billing_access.scopes import SCOPES
from billing_audit.request_context import plain_address
from orgs.ui.forms import type_for_day

REASON_LENGTH = 500
# The last so many days, as the overview offers them.
RANGES = {7: "7 days", 30: "30 days", 90: "90 days", 365: "12 months"}
_OFFERED = ", ".join(map(str, RANGES))
DEFAULT_RANGE = 30
EARLIEST = date(2000, 1, 1)


class ReasonField(forms.CharField):
    """Why; kept on the record."""

    def __init__(self, **options: Any) -> None:
        options = {
            "label": "Reason",
            "required": False,
            "max_length": REASON_LENGTH,
            "validators": [refuse_keys],
            **options,
        }
        super().__init__(help_text="Optional. Kept on the audit log.", **options)


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
    """Turns billing reads on, seen at a version, for ever or for some days; ``is_change``: they are on already."""

    limit = forms.ChoiceField(
        label="For how long",
        choices=[("none", "Until it is turned off"), ("30", "30 days"), ("90", "90 days"), ("other", "Other")],
        initial="none",
        required=False,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose for how long from now.", "invalid_choice": "Choose from the list."},
    )
    days = forms.IntegerField(
        label="Days, if other",
        required=False,
        min_value=1,
        max_value=LONGEST_DAYS,
        help_text=f"1 to {LONGEST_DAYS}. Then it is off by itself.",
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), f"Say how many days: 1 to {LONGEST_DAYS}."),
    )
    reason = ReasonField()
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, is_change: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["limit"].required = is_change

    def clean(self) -> dict[str, Any]:
        """Ask for the days where they are chosen."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("limit") == "other" and told.get("days") is None and "days" not in self.errors:
            self.add_error("days", f"Say how many days: 1 to {LONGEST_DAYS}.")
        return told

    @property
    def chosen_days(self) -> int | None:
        """The time limit in days, None for none."""
        limit = self.cleaned_data["limit"]
        return self.cleaned_data["days"] if limit == "other" else int(limit) if limit.isdecimal() else None


class TurnOffForm(forms.Form):
    """Turns billing reads off, seen at a version; without one too, since closing must not fail."""

    reason = ReasonField()
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)


class LifetimeField(forms.IntegerField):
    """How many days a key lives."""

    def __init__(self) -> None:
        super().__init__(
            label="Expires after (days)",
            min_value=1,
            max_value=MAX_LIFETIME.days,
            initial=DEFAULT_LIFETIME_DAYS,
            help_text=f"1 to {MAX_LIFETIME.days} days.",
            error_messages=dict.fromkeys(
                ("required", "invalid", "min_value", "max_value"), f"Give 1 to {MAX_LIFETIME.days} days."
            ),
        )


class NetworksField(forms.CharField):
    """Addresses and networks, one on each line; empty means any."""

    def __init__(self) -> None:
        super().__init__(
            label="Allowed addresses",
            required=False,
            widget=forms.Textarea(attrs={"rows": 3, "class": "code", "spellcheck": "false", "autocomplete": "off"}),
            help_text="One address or network a line, such as 203.0.113.0/24 or 2001:db8::/48. Empty: any address.",
        )

    def clean(self, value: Any) -> list[str]:
        """Return the networks. Raises ValidationError naming the first that is none."""
        try:
            return [str(network) for network in parse_networks(re.split(r"[\s,]+", super().clean(value)))]
        except InvalidNetwork as error:
            raise forms.ValidationError(str(error)) from None


class KeyForm(forms.Form):
    """Makes a key; ``form_token`` makes sending it twice harmless."""

    name = forms.CharField(
        label="Key name",
        max_length=80,
        help_text="Say what will use the key, for example “Finance dashboard”.",
        error_messages={"required": "Give the key a name."},
        validators=[refuse_keys],
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    lifetime_days = LifetimeField()
    scopes = ScopesField()
    allowed_networks = NetworksField()
    form_token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class ScopesForm(forms.Form):
    """Gives a key other scopes."""

    scopes = ScopesField()
    reason = ReasonField()


class NetworksForm(forms.Form):
    """Gives a key another list of addresses."""

    allowed_networks = NetworksField()
    reason = ReasonField()


class RotateForm(forms.Form):
    """Makes a key's successor."""

    overlap_hours = forms.TypedChoiceField(
        label="The old key",
        choices=[(hours, f"works for {words} more" if hours else "ends at once") for hours, words in OVERLAPS.items()],
        coerce=int,
        initial=24,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how long the old key works."},
    )
    lifetime_days = LifetimeField()


class AddressForm(forms.Form):
    """Asks what a key can read from an address."""

    address = forms.CharField(label="Asked from the address", required=False, max_length=60)

    def clean_address(self) -> str:
        """Return a plain address, empty for none given."""
        text = self.cleaned_data["address"].strip()
        address = plain_address(text)
        if text and not address:
            raise forms.ValidationError(f"{text!r} is not an address. Example: 203.0.113.7.")
        return address


class RangeForm(forms.Form):
    """Asks for days of an organization's own calendar: the last so many, or from one to another, both included."""

    days = forms.CharField(required=False)

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today
        for name, label in (("from", "From"), ("to", "To, included")):
            self.fields[name] = forms.DateField(
                label=label,
                required=False,
                input_formats=["%Y-%m-%d"],
                error_messages={"invalid": "Give a day such as 2026-11-23."},
                widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": type_for_day(self.data.get(name, ""))}),
            )

    def clean(self) -> dict[str, Any]:
        """Fill in the end that was not given, and refuse a range that no summary covers."""
        told: dict[str, Any] = super().clean() or {}
        if self.errors:
            return told
        if told["days"] and told["days"] not in map(str, RANGES):
            # No field shows it: it is a link's.
            self.add_error(None, f"The last {told['days'][:20]} days are not offered; these are: {_OFFERED}.")
            return told
        last = told["to"] or self.today
        if not EARLIEST <= last <= self.today:
            self.add_error("to", f"Give a day from {EARLIEST} to today, {self.today}.")
            return told
        first = told["from"] or max(EARLIEST, last - timedelta(days=int(told["days"] or DEFAULT_RANGE) - 1))
        if not EARLIEST <= first <= last:
            self.add_error("from", f"Give a day from {EARLIEST} to {last}, the last one.")
        elif last - first >= timedelta(days=MAX_DAYS):
            self.add_error("from", f"A range has {MAX_DAYS} days at most: from {last - timedelta(days=MAX_DAYS - 1)}.")
        return {**told, "from": first, "to": last}

    @property
    def range(self) -> tuple[date, date]:
        """The first and the last day; the default's where what was asked is at fault."""
        if self.is_valid():
            return self.cleaned_data["from"], self.cleaned_data["to"]
        return self.today - timedelta(days=DEFAULT_RANGE - 1), self.today


class ThresholdForm(forms.Form):
    """Says when a balance is low."""

    threshold = forms.CharField(
        label="Low at, in US dollars",
        required=False,
        max_length=40,
        help_text="Such as 500 or 99.50. Empty: no balance is called low.",
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )

    def clean_threshold(self) -> Decimal | None:
        """Return the exact amount, None for none."""
        text = self.cleaned_data["threshold"]
        try:
            return exact_usd(text.removeprefix("$")) if text else None
        except InvalidMoney as error:
            raise forms.ValidationError(f"{error}.") from None


class TagForm(forms.Form):
    """Registers a tag."""

    key = forms.CharField(
        label="Tag",
        max_length=LONGEST_TAG_KEY,
        help_text=f"The key as your runs have it, such as county. 1 to {LONGEST_TAG_KEY} characters, no colon.",
        error_messages={"required": "Say which tag."},
        validators=[refuse_keys],
        widget=forms.TextInput(attrs={"class": "code", "autocomplete": "off", "spellcheck": "false"}),
    )


class RevokeForm(forms.Form):
    """Revokes a key."""

    reason = ReasonField()

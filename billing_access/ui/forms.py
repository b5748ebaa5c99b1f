"""Forms of the pages. Each field's error says what is accepted."""

import uuid
from typing import Any

from django import forms

from billing_access.access.models import MAX_LIFETIME
from billing_access.access.services import DEFAULT_LIFETIME_DAYS
from billing_access.scopes import SCOPES

REASON_LENGTH = 500


class ReasonField(forms.CharField):
    """Why; kept on the record."""

    def __init__(self, **options: Any) -> None:
        options = {"label": "Reason", "required": False, "max_length": REASON_LENGTH, **options}
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
    """Turns billing reads on, seen at a version."""

    reason = ReasonField()
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class KeyForm(forms.Form):
    """Makes a key; ``form_token`` makes sending it twice harmless."""

    name = forms.CharField(
        label="Key name",
        max_length=80,
        help_text="Say what will use the key, for example “Finance dashboard”.",
        error_messages={"required": "Give the key a name."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    lifetime_days = forms.IntegerField(
        label="Expires after (days)",
        min_value=1,
        max_value=MAX_LIFETIME.days,
        initial=DEFAULT_LIFETIME_DAYS,
        help_text=f"1 to {MAX_LIFETIME.days} days.",
    )
    scopes = ScopesField()
    form_token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class ScopesForm(forms.Form):
    """Gives a key other scopes."""

    scopes = ScopesField()
    reason = ReasonField()


class RevokeForm(forms.Form):
    """Revokes a key."""

    reason = ReasonField()

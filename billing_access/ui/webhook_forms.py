"""The forms of webhooks: what one is sent, from where on, and how long its former secret still signs."""

import uuid
from datetime import date, datetime, time
from typing import Any, Final
from zoneinfo import ZoneInfo

from django import forms

from billing_access.access.key_format import refuse_keys
from billing_access.webhooks.models import Shape, Topic
from billing_access.webhooks.services import OVERLAPS
from orgs.fields import refuse_invisible

NOW: Final = "now"
BEGINNING: Final = "beginning"
DATE: Final = "date"
_LONGEST_ADDRESS: Final = 2000


class TopicsForm(forms.Form):
    """What a webhook is sent. ``zone`` is that of the organization, in which a start by date is a midnight."""

    topics = forms.MultipleChoiceField(
        label="Topics",
        choices=Topic.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Choose at least one topic.",
            "invalid_choice": "%(value)s is not a topic. Choose from the list.",
        },
    )
    shape = forms.ChoiceField(
        label="Form of audit events",
        choices=[(Shape.NATIVE, "As the API has them, with proofs"), (Shape.OCSF, "OCSF, API Activity")],
        initial=Shape.NATIVE,
        required=False,
        widget=forms.RadioSelect,
    )
    start = forms.ChoiceField(
        label="Send the audit log",
        choices=[(NOW, "from now on"), (BEGINNING, "from its beginning"), (DATE, "from the date below")],
        initial=NOW,
        required=False,
        widget=forms.RadioSelect,
    )
    day = forms.DateField(
        label="Date",
        required=False,
        help_text="If you chose a date: such as 2026-11-01. The log is sent from the beginning of that day.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        input_formats=["%Y-%m-%d"],
        error_messages={"invalid": "Enter a date such as 2026-11-01."},
    )

    def __init__(self, *args: Any, zone: ZoneInfo, **options: Any) -> None:
        super().__init__(*args, **options)
        self.zone = zone

    def clean(self) -> dict[str, Any]:
        """Require a date if that is chosen."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("start") == DATE and cleaned.get("day") is None and "day" not in self.errors:
            self.add_error("day", "Enter a date such as 2026-11-01.")
        return cleaned

    @property
    def chosen(self) -> dict[str, Any]:
        """What the form says, as the services of webhooks take it."""
        day: date | None = self.cleaned_data["day"]
        by_date = self.cleaned_data["start"] == DATE and day is not None
        return {
            "topics": self.cleaned_data["topics"],
            "shape": self.cleaned_data["shape"] or Shape.NATIVE.value,
            "start": datetime.combine(day, time(), self.zone) if by_date and day else None,
            "from_beginning": self.cleaned_data["start"] == BEGINNING,
        }


class WebhookForm(TopicsForm):
    """Makes a webhook. ``form_token`` identifies the form, so that submitting it twice makes one webhook."""

    url = forms.CharField(
        label="Address",
        max_length=_LONGEST_ADDRESS,
        help_text="An https URL, such as https://hooks.example.com/in. It never changes: for another, add another.",
        error_messages={"required": "Enter the address, an https URL."},
        validators=[refuse_invisible, refuse_keys],
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off", "spellcheck": "false"}),
    )
    form_token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    field_order = ("url", "topics", "shape", "start", "day")

    @property
    def chosen(self) -> dict[str, Any]:
        """As of what it is sent, with the address and the token."""
        return {**super().chosen, "url": self.cleaned_data["url"], "form_token": self.cleaned_data["form_token"]}


class RotateSecretForm(forms.Form):
    """Rotates a secret. ``version`` is that of the secret when the page was shown."""

    overlap_hours = forms.TypedChoiceField(
        label="The old secret",
        choices=[
            (hours, f"also signs for {words}" if hours else "stops signing at once")
            for hours, words in OVERLAPS.items()
        ],
        coerce=int,
        initial=24,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how long the old secret also signs."},
    )
    version = forms.CharField(widget=forms.HiddenInput, max_length=64)

"""The forms of the pages of figures: ranges of days and months, the low-balance threshold, registered tags."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms

from billing_access.access.key_format import refuse_keys
from billing_access.billing.identifiers import LONGEST_TAG_KEY
from billing_access.billing.money import InvalidMoney, exact_usd
from billing_access.billing.reports.summary_query import MAX_DAYS
from orgs.fields import refuse_invisible
from orgs.ui.forms import type_for_day

# The ranges that the overview offers, in days up to today.
RANGES = {7: "7 days", 30: "30 days", 90: "90 days", 365: "12 months"}
_OFFERED_DAYS = ", ".join(map(str, RANGES))
DEFAULT_RANGE = 30
EARLIEST = date(2000, 1, 1)


class RangeForm(forms.Form):
    """Asks for a range of days in the organization's time zone: the last ``days``, or ``from`` to ``to`` inclusive."""

    days = forms.CharField(required=False)

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today
        for name, label in (("from", "From"), ("to", "To (inclusive)")):
            self.fields[name] = forms.DateField(
                label=label,
                required=False,
                input_formats=["%Y-%m-%d"],
                error_messages={"invalid": "Enter a day such as 2026-11-23."},
                widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": type_for_day(self.data.get(name, ""))}),
            )

    def clean(self) -> dict[str, Any]:
        """Set the end of the range that was not given, and refuse a range longer than a summary covers."""
        cleaned: dict[str, Any] = super().clean() or {}
        if self.errors:
            return cleaned
        if cleaned["days"] and cleaned["days"] not in map(str, RANGES):
            # The form does not show this field: its value comes from a link in the URL.
            number = cleaned["days"][:20]
            self.add_error(None, f"The last {number} days are not offered. Choose one of: {_OFFERED_DAYS}.")
            return cleaned
        last = cleaned["to"] or self.today
        if not EARLIEST <= last <= self.today:
            self.add_error("to", f"Enter a day from {EARLIEST} to today, {self.today}.")
            return cleaned
        first = cleaned["from"] or max(EARLIEST, last - timedelta(days=int(cleaned["days"] or DEFAULT_RANGE) - 1))
        if not EARLIEST <= first <= last:
            self.add_error("from", f"Enter a day from {EARLIEST} to {last}, the last day of the range.")
        elif last - first >= timedelta(days=MAX_DAYS):
            earliest = last - timedelta(days=MAX_DAYS - 1)
            self.add_error("from", f"A range has at most {MAX_DAYS} days. Enter {earliest} or later.")
        return {**cleaned, "from": first, "to": last}

    @property
    def range(self) -> tuple[date, date]:
        """The first and the last day; those of the default range if the submitted one is not valid."""
        if self.is_valid():
            return self.cleaned_data["from"], self.cleaned_data["to"]
        return self.today - timedelta(days=DEFAULT_RANGE - 1), self.today


class MonthForm(forms.Form):
    """Asks for a month of the organization's time zone: the current one if none is given."""

    month = forms.CharField(label="Month", required=False, help_text="Such as 2026-11.", max_length=20)

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today

    def clean_month(self) -> date:
        """Return the first day of the month."""
        text, current = self.cleaned_data["month"].strip(), self.today.replace(day=1)
        try:
            first = date.fromisoformat(f"{text}-01") if text else current
        except ValueError:
            raise forms.ValidationError("Enter a month such as 2026-11.") from None
        if not EARLIEST <= first <= current:
            raise forms.ValidationError(f"Enter a month from {EARLIEST:%Y-%m} to this one, {current:%Y-%m}.")
        return first

    @property
    def first_day(self) -> date:
        """The first day of the month; of the current one if the submitted one is not valid."""
        first: date = self.cleaned_data["month"] if self.is_valid() else self.today.replace(day=1)
        return first


class ThresholdForm(forms.Form):
    """Sets the low-balance threshold."""

    threshold = forms.CharField(
        label="Threshold in US dollars",
        required=False,
        max_length=40,
        help_text="Such as 500 or 99.50. Empty: no threshold, no balance is shown as low.",
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )

    def clean_threshold(self) -> Decimal | None:
        """Return the exact amount; None for no threshold."""
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
        help_text=f"The tag's key in your runs, such as county. 1 to {LONGEST_TAG_KEY} characters, no colon.",
        error_messages={"required": "Enter the tag's key."},
        validators=[refuse_invisible, refuse_keys],
        widget=forms.TextInput(attrs={"class": "code", "autocomplete": "off", "spellcheck": "false"}),
    )

"""The form of an alert rule: the fields of its kind."""

from decimal import Decimal
from typing import Any, Final

from django import forms

from billing_access.access.key_format import refuse_keys
from billing_access.billing.alerts.parameters import NUMBERS, SPEND, Parameters
from billing_access.billing.identifiers import LONGEST_TAG_VALUE
from billing_access.billing.models import AlertKind
from billing_access.billing.money import InvalidMoney, exact_usd, format_units, format_usd
from orgs.fields import refuse_invisible

# What each kind's fields are called, with the values that its template begins with.
_NUMBER_LABELS: Final = {
    AlertKind.RUNS_OUT: (
        "Days",
        "Fires when the balance lasts this many days or less, at the pace of the last 7 days.",
    ),
    AlertKind.STALE_FEED: ("Hours", "Fires when the figures are complete only until more than this many hours ago."),
    AlertKind.UNPRICED_RUNS: ("Runs", "Fires when more runs than this of the period have no price yet."),
}
INITIAL: Final[dict[str, dict[str, Any]]] = {
    AlertKind.RUNS_OUT: {"number": 7},
    AlertKind.DAY_SPIKE: {"factor": "3", "amount": "10"},
    AlertKind.STALE_FEED: {"number": 26},
    AlertKind.UNPRICED_RUNS: {"number": 0},
}
_AMOUNT_HELP: Final = {
    AlertKind.DAY_SPEND: "Such as 500 or 99.50. Fires when the runs that started on one day cost more.",
    AlertKind.DAY_SPIKE: "The floor: a day that costs this or less never fires. Such as 10.",
    AlertKind.PERIOD_SPEND: "Such as 5000. Fires when the period's runs cost 50, 80 and 100 % of it.",
}


def initial_of(given: Parameters) -> dict[str, Any]:
    """Return what the form begins with for a rule that has these parameters."""
    return {
        "amount": "" if given.amount_usd is None else format_usd(given.amount_usd),
        "number": given.number,
        "factor": "" if given.factor is None else format_units(given.factor),
        "tag": given.tag_key,
        "value": given.tag_value or "",
    }


class RuleForm(forms.Form):
    """The values of a rule of one kind. ``tags`` are the registered tags that a rule of spend can be for."""

    def __init__(self, *args: Any, kind: AlertKind, tags: list[str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.kind = kind
        if kind == AlertKind.DAY_SPIKE:
            self.fields["factor"] = _typed("Times the median of the 14 days before", "Such as 3 or 2.5.")
        if kind in SPEND:
            self.fields["amount"] = _typed("Amount in US dollars", _AMOUNT_HELP[kind])
        if kind in NUMBERS:
            label, help_text = _NUMBER_LABELS[kind]
            least, most = NUMBERS[kind]
            self.fields["number"] = forms.IntegerField(
                label=label,
                min_value=least,
                max_value=most,
                help_text=help_text,
                error_messages=dict.fromkeys(
                    ("required", "invalid", "min_value", "max_value"), f"Enter a whole number from {least} to {most:,}."
                ),
            )
        if kind in SPEND and tags:
            self._add_tag(tags)

    def _add_tag(self, tags: list[str]) -> None:
        self.fields["tag"] = forms.ChoiceField(
            label="Runs",
            required=False,
            choices=[("", "All runs"), *((tag, f"By {tag}") for tag in tags)],
            error_messages={"invalid_choice": "Choose from the list."},
        )
        self.fields["value"] = forms.CharField(
            label="Value of the tag",
            required=False,
            max_length=LONGEST_TAG_VALUE,
            help_text="Empty: each of its values, and the alert says which.",
            validators=[refuse_invisible, refuse_keys],
            widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        )

    def clean_amount(self) -> Decimal:
        """Return the exact amount."""
        try:
            return exact_usd(self.cleaned_data["amount"].removeprefix("$"))
        except InvalidMoney as error:
            raise forms.ValidationError(f"{error}.") from None

    def clean_factor(self) -> Decimal:
        """Return the exact factor."""
        try:
            return exact_usd(self.cleaned_data["factor"])
        except InvalidMoney:
            raise forms.ValidationError("Enter a number such as 3 or 2.5.") from None

    @property
    def parameters(self) -> Parameters:
        """What was submitted, as the services take it."""
        cleaned = self.cleaned_data
        return Parameters(
            self.kind.value,
            amount_usd=cleaned.get("amount"),
            number=cleaned.get("number"),
            factor=cleaned.get("factor"),
            tag_key=cleaned.get("tag") or "",
            tag_value=cleaned.get("value") or None,
        )


def _typed(label: str, help_text: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=40,
        help_text=help_text,
        error_messages={"required": "Enter a number."},
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )

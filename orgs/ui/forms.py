"""Forms of people's pages. Each field's error says what is accepted."""

from datetime import date
from typing import Final

from django import forms

from orgs.models import refuse_secrets
from orgs.roles import Role

# What the validators of AUTH_PASSWORD_VALIDATORS ask for.
ACCEPTED_PASSWORDS: Final = "12 characters or more; not a common one, nor one like your name or address."


def type_for_day(text: str) -> str:
    """Return the type of an input that shows this: the browser's picker, which shows days and nothing else, or text."""
    try:
        is_day = not text or date.fromisoformat(text).isoformat() == text
    except ValueError:
        is_day = False
    return "date" if is_day else "text"


class RoleField(forms.ChoiceField):
    """One of the roles. Who may give which is the services' to say."""

    def __init__(self) -> None:
        super().__init__(
            label="Role",
            choices=Role.choices,
            widget=forms.RadioSelect,
            error_messages={
                "required": "Choose a role.",
                "invalid_choice": "%(value)s is not a role. Choose from the list.",
            },
        )


class RoleForm(forms.Form):
    """Gives a member a role."""

    role = RoleField()


class InviteForm(forms.Form):
    """Invites an address."""

    email = forms.EmailField(
        label="E-mail address",
        max_length=254,
        error_messages={
            "required": "Give the address of the person.",
            "invalid": "Give an address such as ada@example.com.",
        },
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    role = RoleField()


class NewPersonForm(forms.Form):
    """Makes an account for an invited person. The address is the invitation's."""

    name = forms.CharField(
        label="Your name",
        max_length=150,
        validators=[refuse_secrets],
        error_messages={"required": "Give your name, as others should see it."},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    password = forms.CharField(
        label="Password",
        max_length=1024,
        strip=False,
        help_text=ACCEPTED_PASSWORDS,
        error_messages={"required": "Choose a password."},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label="Password again",
        max_length=1024,
        strip=False,
        error_messages={"required": "Type the password again."},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_again(self) -> str:
        """Refuse a password that was typed differently."""
        again = str(self.cleaned_data["again"])
        if "password" in self.cleaned_data and again != self.cleaned_data["password"]:
            raise forms.ValidationError("The two passwords differ. Type both again.")
        return again

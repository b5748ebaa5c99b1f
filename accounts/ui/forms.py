"""Forms of a person's own pages. Each field's error says what is accepted."""

from typing import Final

from django import forms

from orgs.fields import refuse_invisible, refuse_secrets

# What the validators of AUTH_PASSWORD_VALIDATORS ask for.
ACCEPTED_PASSWORDS: Final = "At least 12 characters; not a common password, and not similar to your name or address."


class NewPersonForm(forms.Form):
    """The name and password of an invited person's new account. Its address is the invitation's."""

    name = forms.CharField(
        label="Your name",
        max_length=150,
        validators=[refuse_invisible, refuse_secrets],
        error_messages={"required": "Enter your name, as others should see it."},
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
        """Refuse two passwords that differ."""
        again = str(self.cleaned_data["again"])
        if "password" in self.cleaned_data and again != self.cleaned_data["password"]:
            raise forms.ValidationError("The two passwords differ. Type both again.")
        return again

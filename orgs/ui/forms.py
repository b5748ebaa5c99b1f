"""Forms of members' pages. Each field's error says what is accepted."""

from datetime import date

from django import forms

from orgs.roles import Role


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
            "required": "Enter the person's e-mail address.",
            "invalid": "Enter an address such as ada@example.com.",
        },
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    role = RoleField()

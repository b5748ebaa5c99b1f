"""Forms of the members pages. Each field's error says what is accepted."""

from datetime import date

from django import forms

from orgs.roles import Role


def type_for_day(text: str) -> str:
    """Return the type of an input for this value: "date" for a day or nothing, else "text".

    A browser's date input would show any other value as empty.
    """
    try:
        is_day = not text or date.fromisoformat(text).isoformat() == text
    except ValueError:
        is_day = False
    return "date" if is_day else "text"


class RoleField(forms.ChoiceField):
    """A choice among all roles. The services refuse a role that the actor may not give."""

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
    """The new role of a member."""

    role = RoleField()


class InviteForm(forms.Form):
    """The address and the role of an invitation."""

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

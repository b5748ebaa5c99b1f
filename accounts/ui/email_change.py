"""The pages that change a person's e-mail address, and the pages behind the two links that are e-mailed for it.

A link puts the token's digest into the session and redirects at once, so that the token stays in no address bar,
history or referrer.
"""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from accounts import email_change, users
from accounts.addresses import WAY_BACK
from accounts.models import EmailChange
from billing_audit.request_context import origin_of
from orgs import actors
from orgs.mail.invitation_token import digest_of
from orgs.ui.pages import done, form_of, refusals_on, show, signed_in


class EmailForm(forms.Form):
    """The new address."""

    email = forms.EmailField(
        label="New e-mail address",
        max_length=254,
        error_messages={
            "required": "Enter your new e-mail address.",
            "invalid": "Enter an address such as ada@example.com.",
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


@signed_in("GET", "POST")
def change_email(request: HttpRequest) -> HttpResponse:
    """Ask for the new address; POST has a link sent there. The answer is the same for an address that is taken."""
    person = users.signed_in(request)
    form = form_of(request, EmailForm)
    if form.is_valid():
        email = form.cleaned_data["email"]
        with refusals_on(form, ValidationError):
            email_change.request_email_change(person, email=email, actor=actors.member(request))
            message = "A link is on its way to your new address. Open it within an hour, where you are signed in."
            return done(request, message, "account")
    context = {"person": person, "waiting": email_change.waiting_change(person), "days": WAY_BACK.days}
    return show(request, "accounts/ui/change_email.html", form, context)


@never_cache
@require_safe
@sensitive_variables("token")
def email_change_link(request: HttpRequest, token: str) -> HttpResponse:
    """Remember the link that was sent to the new address, and lead to its page."""
    return _open(request, "confirm_digest", token, "confirm-email")


@never_cache
@require_safe
@sensitive_variables("token")
def email_undo_link(request: HttpRequest, token: str) -> HttpResponse:
    """Remember the link that was sent to the old address, and lead to its page."""
    return _open(request, "undo_digest", token, "undo-email")


@signed_in("GET", "POST")
def confirm_email(request: HttpRequest) -> HttpResponse:
    """Show which address becomes which; POST changes it."""
    person, change = users.signed_in(request), _opened(request, "confirm_digest")
    if change is None or not email_change.can_be_confirmed(change, person):
        return _void(request)
    if request.method == "POST":
        try:
            changed = email_change.confirm_email_change(change, actor=actors.member(request))
        except email_change.LinkVoid:
            return _void(request)
        return done(request, f"Your e-mail address is {changed.email} now.", "account")
    return render(request, "accounts/ui/confirm_email.html", {"change": change, "days": WAY_BACK.days})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def undo_email(request: HttpRequest) -> HttpResponse:
    """Show what taking the account back does; POST does it, and leads to the page that sets a new password."""
    change = _opened(request, "undo_digest")
    if change is None or not email_change.can_be_undone(change):
        return _void(request)
    context = {"change": change, "person": change.user, "is_taken": False}
    if request.method == "POST":
        try:
            restored = email_change.undo_email_change(change, origin=origin_of(request))
        except email_change.LinkVoid:
            return _void(request)
        except email_change.AddressTaken:
            return render(request, "accounts/ui/undo_email.html", {**context, "is_taken": True}, status=409)
        return redirect(users.password_path(restored))
    return render(request, "accounts/ui/undo_email.html", context)


def _open(request: HttpRequest, link: str, token: str, page: str) -> HttpResponse:
    digest = digest_of(token)
    if not EmailChange.objects.filter(**{link: digest}).exists():
        return _void(request)
    request.session[link] = digest.hex()
    response = redirect(page)
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _opened(request: HttpRequest, link: str) -> EmailChange | None:
    """Return the change whose link was opened last in this browser; None if there is none any more."""
    digest = request.session.get(link)
    found = EmailChange.objects.select_related("user").filter(**{link: bytes.fromhex(digest)}) if digest else None
    return None if found is None else found.first()


def _void(request: HttpRequest) -> HttpResponse:
    """Answer that the link cannot be used, without a reason."""
    return render(request, "accounts/ui/email_link_void.html", status=404)

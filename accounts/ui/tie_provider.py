"""The pages that tie an identity of the provider to a person, and untie it."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.utils import perform_login
from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from accounts import pending_tie, users
from accounts.provider_identities import provider_name, untie_identity
from accounts.ui.sign_in import SignIn, SignInForm
from orgs import actors
from orgs.ui.pages import done, signed_in


class TieForm(SignInForm):
    """The password of the person whom the identity names."""

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["login"]
        self.email = email

    def clean(self) -> dict[str, Any]:
        """Check the password of this person, whatever address was posted."""
        self.cleaned_data["login"] = self.email
        try:
            super().clean()
        except ValidationError as error:
            if error.code != "email_password_mismatch":
                raise
            self.add_error("password", get_adapter().validation_error("incorrect_password"))
        cleaned: dict[str, Any] = self.cleaned_data
        return cleaned


class TieProvider(SignIn):
    """Ask for the password, if the person has one, and then for the second factor. Signing in so ties the identity."""

    template_name = "accounts/ui/tie_provider.html"
    form_class = TieForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the page while an identity waits in the current session; afterwards, lead to the sign-in page."""
        waiting = pending_tie.pending(request)
        if waiting is None:
            return redirect("sign-in")
        self.tie, self.person = waiting
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Without a password, the second factor alone is asked for."""
        response: HttpResponse
        if self.person.has_usable_password():
            response = super().post(request, *args, **kwargs)
        else:
            pending_tie.agree(request, self.tie)
            response = perform_login(request, self.person, redirect_url=self.get_success_url())
        return response

    def form_valid(self, form: Any) -> HttpResponse:
        pending_tie.agree(self.request, self.tie)
        response: HttpResponse = super().form_valid(form)
        return response

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "email": self.person.email}

    def get_success_url(self) -> str:
        return self.tie.next or reverse("billing_orgs:organizations")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "person": self.person, "provider_name": provider_name()}


@signed_in("GET", "POST")
def untie(request: HttpRequest) -> HttpResponse:
    """Ask whether the identity of the provider shall no longer sign the person in; POST unties it."""
    person = users.signed_in(request)
    identity = SocialAccount.objects.filter(user=person).first()
    if identity is None:
        raise Http404("no identity of the provider signs this person in")
    if request.method == "POST" and person.has_usable_password():
        untie_identity(person, provider=identity.provider, actor=actors.member(request))
        return done(request, f"{provider_name()} no longer signs you in.", "account")
    context = {"person": person, "provider_name": provider_name()}
    return render(request, "accounts/ui/untie_provider.html", context)

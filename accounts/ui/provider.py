"""The pages that lead to the platform's OpenID Connect provider and back: to sign in, and to re-authenticate."""

import time

from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.account.utils import get_next_redirect_url
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialAccount, SocialApp
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.oauth2.views import OAuth2View
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from requests import RequestException

from accounts import users
from accounts.oidc import PROOF_PARAMETERS, SignedTokenAdapter, refusal
from accounts.settings import account_settings
from orgs.people import get_people
from orgs.ui.pages import signed_in


@never_cache
def provider_sign_in(request: HttpRequest, provider_id: str, step: type[OAuth2View]) -> HttpResponse:
    """Redirect to the provider, or handle the return from it; ``step`` is allauth's view for either."""
    try:
        response: HttpResponse = step.adapter_view(SignedTokenAdapter(request, provider_id))(request)
    except SocialApp.DoesNotExist:
        raise Http404("no such provider") from None
    except RequestException:
        message = "The sign-in provider does not answer. Try again later, or sign in with your password."
        return refusal(request, "", message, "provider_away")
    return response


@never_cache
@require_safe
def canceled(request: HttpRequest) -> HttpResponse:
    """Return to the page that led to the provider, after the person canceled there."""
    if request.user.is_authenticated:
        return redirect("prove-by-provider")
    messages.info(request, "You have not signed in.")
    return redirect("sign-in")


@signed_in("GET", "POST")
def prove_by_provider(request: HttpRequest) -> HttpResponse:
    """Re-authenticate a person with neither password nor second factor: POST leads to the provider.

    Others are redirected to the page for their password or second factor.
    """
    next_path = get_next_redirect_url(request) or ""
    if get_account_adapter().get_reauthentication_methods(request.user):
        return redirect(get_people().prove_url(request, next_path))
    provider = account_settings.OIDC
    if provider is not None:
        identities = SocialAccount.objects.filter(user=users.signed_in(request), provider=provider["id"])
        provider = provider if identities.exists() else None
    if request.method == "POST" and provider is not None:
        return _authenticate_again(request, provider["id"], next_path)
    return render(request, "accounts/ui/prove_by_provider.html", {"provider": provider, "next": next_path})


def _authenticate_again(request: HttpRequest, provider_id: str, next_path: str) -> HttpResponse:
    """Lead to the provider, which is told to authenticate the person now even if they have a session there."""
    provider = get_adapter().get_provider(request, provider=provider_id)
    data = {"asked_at": time.time()}
    try:
        response: HttpResponse = provider.redirect(
            request, AuthProcess.REDIRECT, next_url=next_path, data=data, auth_params=dict(PROOF_PARAMETERS)
        )
    except RequestException:
        messages.error(request, "The sign-in provider does not answer. Try again later.")
        return redirect(get_people().prove_url(request, next_path))
    return response

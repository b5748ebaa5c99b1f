"""What all pages share: the sign-in check, and the steps from a form to a service and back."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from typing import Any, TypeVar, cast

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.db.transaction import non_atomic_requests
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from orgs.access import Renamed
from orgs.layout import render_page
from orgs.reauthentication import take_saved_input

_View = TypeVar("_View", bound=Callable[..., HttpResponseBase])
_Form = TypeVar("_Form", bound=forms.BaseForm)


def signed_in(*methods: str) -> Callable[[_View], _View]:
    """Return a decorator: signed-in people only, these methods only (GET allows HEAD), no caching, no transaction.

    Services open their transactions themselves. In one around the whole request, which ATOMIC_REQUESTS of a project
    would open, a refusal would roll back the event that records it.

    A member who uses a slug that the organization lately gave up is sent to the same page under its current one.
    """
    allowed = sorted({*methods, "HEAD"} if "GET" in methods else methods)
    return lambda view: non_atomic_requests(
        never_cache(require_http_methods(allowed)(login_required(_following_renames(view))))
    )


def _following_renames(view: _View) -> _View:
    @wraps(view)
    def follow(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except Renamed as renamed:
            match = request.resolver_match
            if match is None or match.view_name is None:
                raise
            path = reverse(match.view_name, kwargs={**match.kwargs, "slug": renamed.slug})
            query = request.META.get("QUERY_STRING", "")
            # 307: a form that was open meanwhile is sent again as it was.
            return redirect(f"{path}?{query}" if query else path, preserve_request=True)

    return cast(_View, follow)


def form_of(request: HttpRequest, form: type[_Form], initial: Mapping[str, Any] | None = None, **options: Any) -> _Form:
    """Return the page's form. On POST it contains what was submitted; otherwise it is never valid.

    It starts with ``initial`` and with what the person typed before they had to re-authenticate.
    """
    data = request.POST if request.method == "POST" else None
    return form(data, initial={**(initial or {}), **take_saved_input(request)}, **options)


@contextmanager
def refusals_on(
    form: forms.BaseForm, *refusals: type[Exception], field: str | None = None, say: Callable[[object], str] = str
) -> Iterator[None]:
    """Turn these exceptions into errors of the form, of ``field`` or of the whole form, and go on after the block.

    ``say`` makes the text of the error.
    """
    try:
        yield
    except refusals as error:
        form.add_error(field, error if isinstance(error, ValidationError) else say(error))


def show(
    request: HttpRequest, template: str, form: forms.BaseForm, context: Mapping[str, Any], status: int | None = None
) -> HttpResponse:
    """Render a page with its form. The status is 400 if the form has errors, else 200, unless ``status`` is given."""
    return render_page(request, template, {**context, "form": form}, status=status or (400 if form.errors else 200))


def done(request: HttpRequest, message: str, to: str, *arguments: object) -> HttpResponse:
    """Redirect to the page with this URL name and these arguments, which then shows the message."""
    messages.success(request, message)
    return redirect(to, *arguments)

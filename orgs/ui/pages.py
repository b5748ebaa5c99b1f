"""What the pages have in common: whom they let in, and the way of a form to a service and back."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from orgs.reauthentication import typed

_View = TypeVar("_View", bound=Callable[..., HttpResponseBase])
_Form = TypeVar("_Form", bound=forms.BaseForm)


def signed_in(*methods: str) -> Callable[[_View], _View]:
    """Let only signed-in people through, by these methods (HEAD with GET), and let no cache keep the answer."""
    allowed = sorted({*methods, "HEAD"} if "GET" in methods else methods)
    return lambda view: never_cache(require_http_methods(allowed)(login_required(view)))


def form_of(request: HttpRequest, form: type[_Form], initial: Mapping[str, Any] | None = None, **options: Any) -> _Form:
    """Return the page's form. Valid it can only be on POST: it holds what was sent.

    Otherwise it begins with ``initial``, and with what was typed before the person had to prove who they are.
    """
    data = request.POST if request.method == "POST" else None
    return form(data, initial={**(initial or {}), **typed(request)}, **options)


@contextmanager
def refusals_on(
    form: forms.BaseForm, *refusals: type[Exception], field: str | None = None, say: Callable[[object], str] = str
) -> Iterator[None]:
    """Make a service's refusals errors of the form, at this field or as a whole, and go on after the block."""
    try:
        yield
    except refusals as error:
        form.add_error(field, error if isinstance(error, ValidationError) else say(error))


def show(
    request: HttpRequest, template: str, form: forms.BaseForm, context: Mapping[str, Any], status: int | None = None
) -> HttpResponse:
    """Render a page with its form: 400 where the form has errors, unless another status is given."""
    return render(request, template, {**context, "form": form}, status=status or (400 if form.errors else 200))


def done(request: HttpRequest, message: str, to: str, *arguments: object) -> HttpResponse:
    """Tell the person what happened, on the page with this name and these arguments."""
    messages.success(request, message)
    return redirect(to, *arguments)

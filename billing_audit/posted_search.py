"""Searches of the Django admin whose text comes by POST, so that no URL, and no log of URLs, holds what was typed."""

from typing import Any, Final

from django.contrib import admin, messages
from django.contrib.admin.views.main import PAGE_VAR, SEARCH_VAR
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from billing_audit.typed_secrets import refuse_typed_secrets

# The lookups that name the rows that a search found; the second finds none.
FOUND: Final = "pk__in"
FOUND_NONE: Final = "pk__isnull"
_MOST: Final = 100


class PostedSearch(admin.ModelAdmin):  # type: ignore[type-arg]
    """A list that redirects a search to a URL with the ids of the rows found, 100 at most.

    A list with ``finds_by_id`` compares whole ids: its URL holds the id that was typed, since each view records it. A
    text with a whole secret is refused. The form is the template ``search_form`` of this app.
    """

    finds_by_id = False

    def id_fault(self, text: str) -> str:
        """Return why a list with ``finds_by_id`` cannot search for this text; empty if it can."""
        return ""

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest | None = None) -> bool:
        is_found = lookup in {FOUND, FOUND_NONE} and not self.finds_by_id
        return is_found or super().lookup_allowed(lookup, value, request)  # type: ignore[arg-type]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        if request.method == "POST" and SEARCH_VAR in request.POST and self.get_search_fields(request):
            if not self.has_view_or_change_permission(request):
                raise PermissionDenied
            return HttpResponseRedirect(self._search(request, request.POST[SEARCH_VAR].strip()))
        if text := request.GET.get(SEARCH_VAR, ""):
            fault = (
                _secret_fault(text) if self.finds_by_id else "Type the text into the search field, not into the URL."
            )
            if fault:
                messages.error(request, fault)
                return HttpResponseRedirect(_url(request))
        return super().changelist_view(request, extra_context)

    def _search(self, request: HttpRequest, text: str) -> str:
        """Return the URL that shows what the text finds, or the list as it was if the text is refused."""
        if fault := _secret_fault(text) or (self.finds_by_id and text and self.id_fault(text)):
            messages.error(request, fault)
            return _url(request)
        if not text or self.finds_by_id:
            return _url(request, **({SEARCH_VAR: text} if text else {}))
        found, _ = self.get_search_results(request, self.get_queryset(request), text)
        rows = self.get_queryset(request).filter(pk__in=found.values("pk")).order_by(*self.get_ordering(request))
        keys = [str(key) for key in rows.values_list("pk", flat=True)[: _MOST + 1]]
        if len(keys) > _MOST:
            messages.warning(request, f"Only the first {_MOST} matches are shown. Search for more of the text.")
        return _url(request, **({FOUND: ",".join(keys[:_MOST])} if keys else {FOUND_NONE: "True"}))


def _secret_fault(text: str) -> str:
    try:
        refuse_typed_secrets(text)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def _url(request: HttpRequest, **parameters: str) -> str:
    """Return the list's URL with its other filters and these parameters, without an earlier search."""
    query = request.GET.copy()
    for name in (SEARCH_VAR, FOUND, FOUND_NONE, PAGE_VAR):
        query.pop(name, None)
    query.update(parameters)
    return f"{request.path}?{query.urlencode()}" if query else request.path
